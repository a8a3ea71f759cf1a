// The part of the reviewed table (matrix.ts) about answering a new time by the link in a mail: whoever holds the link answers, once.

/** Rows of the matrix; its columns are in matrix.ts. */
export const answerRows = `
  readAnswerLink          answer     | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   | 404
  answerByLink            answer     | yes    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           yes  yes   | 404`;
