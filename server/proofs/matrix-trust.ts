// The part of the reviewed table (matrix.ts) about how promises were kept. What each of them is told: rates.test.ts.

/** Rows of the matrix; its columns are in matrix.ts. */
export const trustRows = `
  getMyTrust                         | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   |
  getTeamTrust            team       | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getTeamTrust            archived   | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getServiceTrust         service    | 401    yes       yes   yes         yes      yes    yes  yes   yes         yes       yes           401  401   | 404
  getServiceTrust         forKitchen | 401    -         -     -           yes      yes    yes  -     yes         yes       yes           401  401   | 404
  getServiceTrust         resting    | 401    -         -     -           yes      yes    yes  -     -           -         yes           401  401   | 404`;
