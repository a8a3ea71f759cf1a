// The part of the reviewed table (matrix.ts) about a private request of a team of its own: nobody else finds it, whoever they manage or administer.
// What that team itself gets is in matrix-kinds.ts.

/** Rows of the matrix; its columns are in matrix.ts. */
export const privateRows = `
  getRequest              hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  listMessages            hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  listRequestLinks        hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  addMessage              hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  addParticipant          hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  addChecklistItem        hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  editRequest             hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  withdrawRequest         hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  greetRequest            hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  declineRequest          hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  handOverRequest         hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  linkRequests            hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  splitRequest            hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404
  mergeRequests           hr      | 401    -         -     -           -        -      -    -     -           -          -             401  401  | 404`;
