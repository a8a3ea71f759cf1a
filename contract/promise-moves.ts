// Every operation on promises, wherever they were made. What a promise is: contract/promises.ts.

export const promisesApi = {};
