// The part of the reviewed table (matrix.ts) about courtesy: standards are for everybody, what is said is for its writer alone,
// the figure of a team for its members, and how somebody asks for nobody but them.

/** Rows of the matrix; its columns are in matrix.ts. */
export const courtesyRows = `
  getTeamStandards        team       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getTeamStandards        archived   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  setTeamStandards        team       | 401    403       403   403         403      403    yes  403   403         403       yes           401  401   | 404
  setTeamStandards        archived   | 401    403       403   403         403      403    409  403   403         403       409           401  401   | 404
  getTeamCourtesy         team       | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  getRequestStandards     asked      | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  getRequestStandards     open       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getRequestStandards     private    | 401    yes       yes   yes         yes      yes    yes  -     -           -         -             401  401   | 404
  getRequestStandards     hr         | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  getServingAnswer        delivered  | 401    yes       403   403         403      403    403  403   -           -         -             401  401   | 404
  answerServing           delivered  | 401    yes       403   403         403      403    403  403   -           -         -             401  401   | 404
  answerServing           promised   | 401    409       403   403         403      403    403  403   -           -         -             401  401   | 404
  getAskingAnswer         promised   | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  answerAsking            promised   | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  answerAsking            countered  | 401    403       403   403         409      403    403  409   -           -         -             401  401   | 404
  answerAsking            closed     | 401    403       403   403         yes      403    403  yes   -           -         -             401  401   | 404
  getMyAsking                        | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |`;
