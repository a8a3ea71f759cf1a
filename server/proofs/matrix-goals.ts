// The part of the reviewed table (matrix.ts) about goals of teams: every colleague sees them, but one of a private service; leads set them.

/** Rows of the matrix; its columns are in matrix.ts. On a goal for whatever is asked, and on one of a private service (`ownGoal`). */
export const goalRows = `
  listGoals               team      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  listGoals               archived  | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  createGoal              team      | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  createGoal              archived  | 401    403       403   403         403      403    409  403   403         403       403           401  401   | 404
  getGoal                 goal      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getGoal                 ownGoal   | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  listGoalMisses          goal      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  listGoalMisses          ownGoal   | 401    -         -     -           yes      yes    yes  -     -           -         -             401  401   | 404
  listRequestGoals        asked     | 401    yes       yes   yes         yes      yes    yes  yes   -           -         -             401  401   | 404
  listRequestGoals        open      | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  listRequestGoals        private   | 401    yes       yes   yes         yes      yes    yes  -     -           -         -             401  401   | 404
  listRequestGoals        hr        | 401    -         -     -           -        -      -    -     -           -         -             401  401   | 404
  editGoal                goal      | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  editGoal                ownGoal   | 401    -         -     -           403      403    yes  -     -           -         -             401  401   | 404
  archiveGoal             goal      | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  archiveGoal             ownGoal   | 401    -         -     -           403      403    yes  -     -           -         -             401  401   | 404
  restoreGoal             goal      | 401    403       403   403         403      403    yes  403   403         403       403           401  401   | 404
  restoreGoal             ownGoal   | 401    -         -     -           403      403    yes  -     -           -         -             401  401   | 404
`;
