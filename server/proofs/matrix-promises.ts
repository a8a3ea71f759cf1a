// The part of the reviewed table (matrix.ts) about promises: what is between two is nobody else's, whoever they manage or administer.

/** Rows of the matrix; its columns are in matrix.ts. */
export const promiseRows = `
  listPromises                          | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getPromisesToday                      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listPromiseDueChoices                 | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  makePromise                           | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getPromise             ownPromise     | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getPromise             ownGiven       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getPromise             theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  getPromise             requestPromise | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  acceptPromise          ownGiven       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  acceptPromise          ownPromise     | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  acceptPromise          theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  acceptPromise          requestPromise | 401    409       409   409         409      409    409  409   -           -         -             401  401   | 404
  counterPromise         ownGiven       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  counterPromise         ownPromise     | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  counterPromise         theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  renegotiatePromise     ownPromise     | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  renegotiatePromise     ownGiven       | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  renegotiatePromise     theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  renegotiatePromise     requestPromise | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  answerRenegotiation    ownProposed    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  answerRenegotiation    theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  takeBackRenegotiation  ownProposing   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  takeBackRenegotiation  ownProposed    | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  takeBackRenegotiation  theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  keepPromise            ownPromise     | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  keepPromise            ownGiven       | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  keepPromise            theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  keepPromise            requestPromise | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  concludePromise        ownDelivered   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  concludePromise        theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  returnPromise          ownDelivered   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  returnPromise          theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  missPromise            ownPromise     | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  missPromise            ownGiven       | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  missPromise            theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  missPromise            requestPromise | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  releasePromise         ownGiven       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  releasePromise         ownPromise     | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  releasePromise         theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  releasePromise         requestPromise | 401    yes       yes   403         403      403    403  403   -           -         -             401  401   | 404
  chainPromise           ownPromise     | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  chainPromise           ownGiven       | 401    403       403   403         403      403    403  403   403         403       403           401  401   | 404
  chainPromise           theirPromise   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  chainPromise           requestPromise | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404`;
