// The moves of a request's promise when they are made on the promise's own page: the same acts, so that the request tells its history.
import type { PromiseMove } from '../../contract/promises.ts';
import type { RequestMove } from '../../contract/requests.ts';
import type { SubjectActs } from '../promises/promises.ts';
import { can, relationOf } from './access.ts';
import * as closing from './closing.ts';
import { requestsFor } from './queries.ts';
import * as serving from './serving.ts';
import { visibleTo } from './sight.queries.ts';
import { subjectOf, tiesOf } from './view.ts';

/** Which of the ledger's moves a request's own move is. */
const moveOf: Partial<Record<RequestMove, PromiseMove>> = {
  renegotiate: 'renegotiate',
  answerRenegotiation: 'answer',
  takeBackNewTime: 'takeBack',
  deliver: 'keep',
  accept: 'conclude',
  return: 'return',
  revoke: 'miss',
  release: 'release',
};

export const promiseActs: SubjectActs = {
  may: async (db, who, ids, now) => {
    if (ids.length === 0) return new Map();
    const rows = await requestsFor(db, who).where('r.id', 'in', ids).where(visibleTo(who)).execute();
    return new Map(
      rows.map((row) => {
        const subject = subjectOf(row, now);
        const moves = can(relationOf(who, subject, tiesOf(row, who)), subject);
        return [row.id, moves.flatMap((move) => moveOf[move] ?? [])];
      }),
    );
  },
  deliver: (acting, given) => closing.deliver(acting, given),
  conclude: (acting, { thanks }) => closing.accept(acting, { thanks, ratings: {} }),
  giveBack: (acting, given) => closing.giveBack(acting, given),
  renegotiate: (acting, given) => serving.renegotiate(acting, given),
  answer: (acting, given) => serving.answerRenegotiation(acting, given),
  takeBack: (acting) => serving.takeBackNewTime(acting),
  release: (acting, given) => serving.release(acting, given),
  revoke: (acting, given) => serving.revoke(acting, given),
};
