// The part of the reviewed table (matrix.ts) about what else is needed: of a service to whoever sees it, in a request to whoever serves it,
// and what was promised along is answered by nobody but the one who needs it.

/** Rows of the matrix; its columns are in matrix.ts. `offering`: a service along with which another is needed · `offered`: a promised request
 * of such a service · `included`: one in which it was promised along. */
export const anticipationRows = `
  listAnticipations         service    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  listAnticipations         forKitchen | 401    -         -     -           yes      yes    yes  -     yes         yes       yes           401  401   | 404
  listAnticipations         resting    | 401    -         -     -           yes      yes    yes  -     -           -         yes           401  401   | 404
  answerAnticipation        offering   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  answerAnticipation        service    | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  listRequestAnticipations  offered    | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  listRequestAnticipations  open       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  listRequestAnticipations  private    | 401    yes       yes   yes         yes      yes    yes  -     -           -         -             401  401   | 404
  listRequestAnticipations  hr         | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  includeAnticipation       offered    | 401    403       403   403         yes      403    403  409   -           -         -             401  401   | 404
  includeAnticipation       promised   | 401    403       403   403         403      403    403  403   -           -         -             401  401   | 404
  answerInclusion           included   | 401    yes       -     -           -        -      -    -     -           -         -             401  401   | 404
  answerInclusion           promised   | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404`;
