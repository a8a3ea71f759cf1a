// The second page of the law: who may make which move in which state of a request. Read by matrix.test.ts like the first, matrix.ts.

/**
 * Who may make which move in which state, a letter each: Requester, Asker on their behalf, one who asks along (Too), Participant,
 * proVider, Member and Lead of the serving team, Named (asked by name); Insider, who needs it and is in the serving team, Helper, of that team, who asked
 * on the insider's behalf and serves; of an open request its prOvider and a Stranger, who reads and no more; of a private one the one
 * who needs it (Y); of one that needs a yes the one who is asked (U) and the provider (W). Whoever is not listed is refused, and nothing changes.
 * proposed: promised, and a new time waits for an answer. old: closed so long ago that it cannot be opened again.
 */
export const moveMatrix = `
                       | asked          greeted        countered      promised       proposed       delivered      closed         old            declined       withdrawn      revoked
  message              | RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT RAPVMLNIHOYWUT
  note                 | VMLHOW         VMLHOW         VMLHOW         VMLHOW         VMLHOW         VMLHOW         VMLHOW         VMLHOW         VMLHOW         VMLHOW         VMLHOW
  addParticipant       | RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   -              -              -              -              -
  addAsker             | RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   RAVMLNIHOYWT   -              -              -              -              -
  edit                 | RAIHY          RAIHY          RAIHY          -              -              -              -              -              -              -              -
  withdraw             | RAIHY          RAIHY          RAIHY          RAIHY          RAIHY          -              -              -              -              -              -
  merge                | RAVMLIHOYW     RAVMLIHOYW     RAVMLIHOYW     RAVMLIHOYW     RAVMLIHOYW     -              -              -              -              -              -
  split                | RAVMLNIHOYW    RAVMLNIHOYW    RAVMLNIHOYW    RAVMLNIHOYW    RAVMLNIHOYW    RAVMLNIHOYW    -              -              -              -              -
  approve              | U              U              -              -              -              -              -              -              -              -              -
  refuse               | U              U              -              -              -              -              -              -              -              -              -
  checklist            | VMLNHOW        VMLNHOW        VMLNHOW        VMLNHOW        VMLNHOW        VMLNHOW        -              -              -              -              -
  greet                | VMLNHOW        -              -              -              -              -              -              -              -              -              -
  promise              | VMLNHO         VMLNHO         -              -              -              -              -              -              -              -              -
  counter              | VMLNHO         VMLNHO         -              -              -              -              -              -              -              -              -
  decline              | VMLNHOW        VMLNHOW        -              -              -              -              -              -              -              -              -
  handOver             | VMLNHOW        VMLNHOW        -              VLNHOW         VLNHOW         -              -              -              -              -              -
  takeBackCounter      | -              -              VNHOW          -              -              -              -              -              -              -              -
  acceptCounter        | -              -              RAIYT          -              -              -              -              -              -              -              -
  askAgain             | -              -              RAIYT          -              -              -              -              -              -              -              -
  renegotiate          | -              -              -              VNHOW          -              -              -              -              -              -              -
  answerRenegotiation  | -              -              -              -              RAIYT          -              -              -              -              -              -
  takeBackNewTime      | -              -              -              -              VNHOW          -              -              -              -              -              -
  release              | -              -              -              RAIYT          RAIYT          -              -              -              -              -              -
  revoke               | -              -              -              VNHOW          VNHOW          -              -              -              -              -              -
  deliver              | -              -              -              VNHOW          VNHOW          -              -              -              -              -              -
  accept               | -              -              -              -              -              RAIYT          -              -              -              -              -
  return               | -              -              -              -              -              RAIYT          -              -              -              -              -
  rateAsk              | -              -              -              -              -              VNHOW          VNHOW          VNHOW          -              -              -
  reopen               | -              -              -              -              -              -              RAIHYT         -              RAIHYT         RAIHYT         RAIHYT
`;
