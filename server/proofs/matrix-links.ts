// The part of the reviewed table (matrix.ts) about requests that belong together.

/** Rows of the matrix; its columns are in matrix.ts. */
export const linkRows = `
  listRequestLinks        asked      | 401    yes       yes   yes         yes      yes    yes  yes   -           -          -             401  401  | 404
  listRequestLinks        private    | 401    yes       yes   yes         yes      yes    yes  -     -           -          -             401  401  | 404
  linkRequests            asked      | 401    yes       yes   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  linkRequests            open       | 401    yes       yes   403         yes      yes    yes  403   403         403        403           401  401  | 404
  linkRequests            private    | 401    yes       yes   403         yes      yes    yes  -     -           -          -             401  401  | 404
  unlinkRequests          linked     | 401    yes       yes   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  addCoRequester          asked      | 401    yes       yes   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  addCoRequester          open       | 401    yes       yes   403         yes      yes    yes  403   403         403        403           401  401  | 404
  addCoRequester          private    | 401    yes       yes   403         yes      yes    yes  -     -           -          -             401  401  | 404
  removeCoRequester       asked      | 401    yes       yes   403         yes      yes    yes  404   -           -          -             401  401  | 404
  mergeRequests           promised   | 401    yes       yes   403         yes      yes    yes  403   -           -          -             401  401  | 404
  mergeRequests           open       | 401    yes       yes   403         yes      yes    yes  403   403         403        403           401  401  | 404
  mergeRequests           private    | 401    yes       yes   403         yes      yes    yes  -     -           -          -             401  401  | 404
  splitRequest            promised   | 401    yes       yes   403         yes      yes    yes  yes   -           -          -             401  401  | 404
  splitRequest            open       | 401    yes       yes   403         yes      yes    yes  403   403         403        403           401  401  | 404
  splitRequest            private    | 401    yes       yes   403         yes      yes    yes  -     -           -          -             401  401  | 404`;
