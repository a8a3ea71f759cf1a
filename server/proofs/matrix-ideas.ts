// The part of the reviewed table (matrix.ts) about ideas: all of `provider`; `idea` is open and proposed to the serving team, `teamIdea` is
// for that team alone, `companyIdea` proposed to the company; `decidedIdea` and `teamDecided` have their yes,
// `promisedIdea` and `teamPromised` the promise of `provider` to `lead`.

/** Rows of the matrix; its columns are in matrix.ts. */
export const ideaRows = `
  getLadder                          | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  listIdeas                          | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  createIdea                         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getIdea                 idea       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getIdea                 teamIdea   | 401    -       -   -         yes      yes    yes  -   -         -       -           401  401   | 404
  listIdeaEntries         idea       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  listIdeaEntries         teamIdea   | 401    -       -   -         yes      yes    yes  -   -         -       -           401  401   | 404
  supportIdea             idea       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  supportIdea             teamIdea   | 401    -       -   -         yes      yes    yes  -   -         -       -           401  401   | 404
  discussIdea             idea       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  discussIdea             teamIdea   | 401    -       -   -         yes      yes    yes  -   -         -       -           401  401   | 404
  editIdea                idea       | 401    403       403   403         yes      403    403  403   403         403       403           401  401   | 404
  editIdea                teamIdea   | 401    -       -   -         yes      403    403  -   -         -       -           401  401   | 404
  withdrawIdea            idea       | 401    403       403   403         yes      403    403  403   403         403       403           401  401   | 404
  withdrawIdea            teamIdea   | 401    -       -   -         yes      403    403  -   -         -       -           401  401   | 404
  decideIdea              idea       | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  decideIdea              teamIdea   | 401    -       -   -         403      403    yes  -   -         -       -           401  401   | 404
  decideIdea              companyIdea| 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  declineIdea             idea       | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  declineIdea             teamIdea   | 401    -       -   -         403      403    yes  -   -         -       -           401  401   | 404
  declineIdea             companyIdea| 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  completeIdea            idea       | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  completeIdea            teamIdea   | 401    -       -   -         403      403    yes  -   -         -       -           401  401   | 404
  completeIdea            companyIdea| 401    403       403   403         403      403    403  403   403         403       yes           401  401   | 404
  commitIdea              decidedIdea| 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  commitIdea              teamDecided| 401    -       -   -         yes      yes    yes  -   -         -       -           401  401   | 404
  commitIdea              idea       | 401    409       409   409         409      409    409  409   409         409       409           401  401   | 404
  decideIdea              decidedIdea| 401    409       409   409         409      409    409  409   409         409       409           401  401   | 404
  appointIdea             promisedIdea| 401    403       403   403         yes      403    yes  403   403         403       403           401  401  | 404
  appointIdea             teamPromised| 401    -       -   -         yes      403    yes  -   -         -       -           401  401  | 404
  appointIdea             decidedIdea | 401    409       409   409         409      409    409  409   409         409       409           401  401   | 404`;
