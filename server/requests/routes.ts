// Implements contract/request-moves.ts: from HTTP to the acts and back.
import { requestsApi } from '../../contract/request-moves.ts';
import type { DueChoice } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { dueChoices, explainDue } from '../platform/working-time.ts';
import * as closing from './closing.ts';
import * as conversation from './conversation.ts';
import { editRequest } from './editing.ts';
import * as lists from './lists.ts';
import * as opening from './opening.ts';
import { findRequest } from './queries.ts';
import { readRequest } from './reading.ts';
import * as serving from './serving.ts';
import { termsOf } from './terms.ts';

type Move = { tx: Db; who: Who; params: { id: string }; now: Date; expected: number | undefined };
const acting = ({ tx, who, params, now, expected }: Move) => ({ tx, who, id: params.id, now, expected });

export const requestsRoutes = (): Served =>
  serve(requestsApi, {
    createRequest: ({ tx, who, body, now }) => opening.ask(tx, who, body, now),
    listRequests: ({ tx, who, query, now }) => lists.mine(tx, who, query, now),
    getRequest: async ({ tx, who, params, now }) => (await readRequest(tx, who, params.id, now)) ?? refused('notFound'),
    editRequest: (call) => editRequest(acting(call), call.body),
    listMessages: ({ tx, who, params, query }) => conversation.read(tx, who, params.id, query),
    addMessage: (call) =>
      call.body.kind === 'note'
        ? conversation.note(acting(call), call.body.body)
        : conversation.write(acting(call), call.body.body),
    addParticipant: (call) => conversation.addParticipant(acting(call), call.params.person),
    removeParticipant: (call) => conversation.removeParticipant(acting(call), call.params.person),
    greetRequest: (call) => opening.greet(acting(call), call.body),
    promiseRequest: (call) => opening.promise(acting(call), { ...call.body, due: new Date(call.body.due) }),
    counterRequest: (call) => opening.counter(acting(call), { ...call.body, due: new Date(call.body.due) }),
    takeBackCounter: (call) => opening.takeBackCounter(acting(call)),
    acceptCounter: (call) => opening.acceptCounter(acting(call), call.body),
    askAgain: (call) => opening.askAgain(acting(call), call.body),
    declineRequest: (call) => opening.decline(acting(call), call.body),
    handOverRequest: (call) => opening.handOver(acting(call), call.body),
    renegotiatePromise: (call) => serving.renegotiate(acting(call), { ...call.body, due: new Date(call.body.due) }),
    answerRenegotiation: (call) => serving.answerRenegotiation(acting(call), call.body),
    releasePromise: (call) => serving.release(acting(call), call.body),
    revokePromise: (call) => serving.revoke(acting(call), call.body),
    reportDelivery: (call) => closing.deliver(acting(call), call.body),
    acceptDelivery: (call) => closing.accept(acting(call), call.body),
    returnDelivery: (call) => closing.giveBack(acting(call), { missing: call.body.missing, due: dated(call.body.due) }),
    withdrawRequest: (call) => closing.withdraw(acting(call), call.body),
    reopenRequest: (call) => closing.reopen(acting(call), call.body),
    rateAsk: (call) => closing.rateAsk(acting(call), call.body),
    listDueChoices: ({ tx, who, params, query, now }) => times(tx, who, params.id, dated(query.at), now),
    getToday: ({ tx, who, now }) => lists.today(tx, who, now),
    getQueue: ({ tx, who, params, query, now }) => lists.queue(tx, who, params.id, query, now),
  });

const dated = (instant: string | undefined): Date | undefined => (instant === undefined ? undefined : new Date(instant));

/** Times that could be promised, in the serving side's working time, and the one asked about. */
async function times(tx: Db, who: Who, id: string, asked: Date | undefined, now: Date) {
  const found = await findRequest(tx, who, id);
  if (!found) return refused('notFound');
  const { calendar } = await termsOf(tx, { team: found.team_id, person: found.person_id });
  const explained = (code: DueChoice['code'], at: Date): DueChoice => {
    const { zone, workingDays, workingMinutes, inWorkingTime, holiday } = explainDue(calendar, now, at, who.language);
    return { code, at: at.toISOString(), zone, workingDays, workingMinutes, inWorkingTime, holiday };
  };
  const items = dueChoices(calendar, now).map(({ code, at }) => explained(code, at));
  return { items: asked ? [...items, explained('asked', asked)] : items };
}
