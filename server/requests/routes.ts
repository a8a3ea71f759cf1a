// Implements contract/request-moves.ts: from HTTP to the acts and back.
import { linksApi } from '../../contract/request-links.ts';
import { farewellApi } from '../../contract/farewell.ts';
import { mergingApi } from '../../contract/request-merging.ts';
import { splittingApi } from '../../contract/request-splitting.ts';
import { checklistApi } from '../../contract/request-checklist.ts';
import { bulkApi } from '../../contract/request-bulk.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { DueChoice } from '../../contract/promises.ts';
import type { Request } from '../../contract/requests.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { dueChoices, explainDue } from '../platform/working-time.ts';
import { relationOf } from './access.ts';
import type { Scene } from './act.ts';
import { ask } from './asking.ts';
import * as along from './asking-along.ts';
import * as approvals from './approvals.ts';
import { bulkMove } from './bulk.ts';
import * as checklist from './checklist.ts';
import * as closing from './closing.ts';
import * as conversation from './conversation.ts';
import { editRequest } from './editing.ts';
import * as links from './links.ts';
import * as leaving from './leaving.ts';
import * as lists from './lists.ts';
import { merge } from './merging.ts';
import * as opening from './opening.ts';
import { findRequest } from './queries.ts';
import { readAfter, readRequest } from './reading.ts';
import * as serving from './serving.ts';
import { split } from './splitting.ts';
import { calendarOfPromiser, termsOf } from './terms.ts';
import { subjectOf, tiesOf } from './view.ts';

type Move = { tx: Db; who: Who; params: { id: string }; now: Date; expected: number | undefined };
const acting = ({ tx, who, params, now, expected }: Move) => ({ tx, who, id: params.id, now, expected });

const listing = (call: Omit<Move, 'expected'>) => acting({ ...call, expected: undefined });

/** What the actor sees after the act. */
async function then({ tx, who, now }: Omit<Move, 'expected'>, act: Promise<Outcome<Scene>>): Promise<Outcome<Request>> {
  const scene = await act;
  return isRefused(scene) ? scene : readAfter(tx, who, scene.found.id, now);
}

export const requestsRoutes = (parts: { teamRecords: lists.TeamRecords } & leaving.Around): Served => [
  ...conversing(parts),
  ...ticking(),
  ...many(),
  ...linking(),
  ...parting(parts),
  ...together(),
  ...apart(),
];

const linking = (): Served =>
  serve(linksApi, {
    listRequestLinks: ({ tx, who, params, now }) => links.read(tx, who, params.id, now),
    linkRequests: ({ tx, who, params, body, now }) => links.link({ tx, who, ...params, now }, body.kind),
    unlinkRequests: ({ tx, who, params, now }) => links.unlink({ tx, who, ...params, now }),
  });

const parting = (around: leaving.Around): Served =>
  serve(farewellApi, {
    getHeld: ({ tx, params, now }) => leaving.heldBy(tx, params.id, now),
    leavePerson: ({ tx, who, params, body, expected, now }) =>
      leaving.leave({ tx, who, id: params.id, now, expected }, body, around),
  });

const together = (): Served =>
  serve(mergingApi, {
    addCoRequester: async (call) => {
      const added = await along.add(listing(call), call.params.person);
      return added ?? (await readRequest(call.tx, call.who, call.params.id, call.now)) ?? refused('notFound');
    },
    removeCoRequester: (call) => along.remove(listing(call), call.params.person),
    mergeRequests: (call) => then(call, merge(acting(call), call.body)),
  });

const apart = (): Served =>
  serve(splittingApi, {
    splitRequest: async (call) => {
      const { tx, who, body, now } = call;
      const part = await split(listing(call), body);
      return isRefused(part) ? part : ((await readRequest(tx, who, part.id, now)) ?? refused('notFound'));
    },
  });

const many = (): Served =>
  serve(bulkApi, {
    bulkMove: ({ tx, who, body, now, language }) => bulkMove(tx, who, body, { now, language }),
  });

const conversing = ({ teamRecords }: { teamRecords: lists.TeamRecords }): Served =>
  serve(requestsApi, {
    createRequest: async ({ tx, who, body, now }) => {
      const asked = await ask(tx, who, body, now);
      return isRefused(asked) ? asked : ((await readRequest(tx, who, asked.id, now)) ?? refused('notFound'));
    },
    listRequests: ({ tx, who, query, now }) => lists.mine(tx, who, query, now),
    getRequest: async ({ tx, who, params, now }) => (await readRequest(tx, who, params.id, now)) ?? refused('notFound'),
    editRequest: (call) => then(call, editRequest(acting(call), call.body)),
    listMessages: ({ tx, who, params, query }) => conversation.read(tx, who, params.id, query),
    addMessage: (call) =>
      call.body.kind === 'note'
        ? conversation.note(acting(call), call.body.body, call.body.attachments)
        : conversation.write(acting(call), call.body.body, call.body.attachments),
    addParticipant: async (call) => {
      const added = await conversation.addParticipant(acting(call), call.params.person);
      return added ?? (await readRequest(call.tx, call.who, call.params.id, call.now)) ?? refused('notFound');
    },
    removeParticipant: (call) => conversation.removeParticipant(acting(call), call.params.person),
    greetRequest: (call) => then(call, opening.greet(acting(call), call.body)),
    promiseRequest: (call) => then(call, opening.promise(acting(call), { ...call.body, due: new Date(call.body.due) })),
    counterRequest: (call) => then(call, opening.counter(acting(call), { ...call.body, due: new Date(call.body.due) })),
    takeBackCounter: (call) => then(call, opening.takeBackCounter(acting(call))),
    acceptCounter: (call) => then(call, opening.acceptCounter(acting(call), call.body)),
    askAgain: (call) => then(call, opening.askAgain(acting(call), call.body)),
    approveRequest: (call) => then(call, approvals.approve(acting(call), call.body)),
    refuseRequest: (call) => then(call, approvals.refuse(acting(call), call.body)),
    declineRequest: (call) => then(call, opening.decline(acting(call), call.body)),
    handOverRequest: (call) => then(call, opening.handOver(acting(call), call.body)),
    renegotiateRequest: (call) =>
      then(call, serving.renegotiate(acting(call), { ...call.body, due: new Date(call.body.due) })),
    answerRequestRenegotiation: (call) => then(call, serving.answerRenegotiation(acting(call), call.body)),
    takeBackRequestRenegotiation: (call) => then(call, serving.takeBackNewTime(acting(call))),
    releaseRequest: (call) => then(call, serving.release(acting(call), call.body)),
    revokePromise: (call) => then(call, serving.revoke(acting(call), call.body)),
    reportDelivery: (call) => then(call, closing.deliver(acting(call), call.body)),
    acceptDelivery: (call) => then(call, closing.accept(acting(call), call.body)),
    returnDelivery: (call) => then(call, closing.giveBack(acting(call), { ...call.body, due: dated(call.body.due) })),
    withdrawRequest: (call) => then(call, closing.withdraw(acting(call), call.body)),
    reopenRequest: (call) => then(call, closing.reopen(acting(call), call.body)),
    rateAsk: (call) => closing.rateAsk(acting(call), call.body),
    listDueChoices: ({ tx, who, params, query, now, language }) =>
      times(tx, who, params.id, { asked: dated(query.at), now, language }),
    getToday: ({ tx, who, now }) => lists.today(tx, who, now, teamRecords),
    getQueue: ({ tx, who, params, query, now }) => lists.queue(tx, who, params.id, query, now),
  });

const ticking = (): Served =>
  serve(checklistApi, {
    addChecklistItem: (call) => then(call, checklist.add(listing(call), call.body)),
    changeChecklistItem: (call) => then(call, checklist.edit(acting(call), call.params.item, call.body)),
    removeChecklistItem: (call) => then(call, checklist.remove(listing(call), call.params.item)),
    orderChecklist: (call) => then(call, checklist.order(listing(call), call.body.items)),
  });

const dated = (instant: string | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

type Telling = { asked: Date | undefined; now: Date; language: Language };

/** Times that could be promised, in the working time of who would promise, and the one asked about. */
async function times(tx: Db, who: Who, id: string, { asked, now, language }: Telling) {
  const found = await findRequest(tx, who, id);
  if (!found) return refused('notFound');
  const served = { team: found.team_id, person: found.person_id, service: null };
  const mayPromise = relationOf(who, subjectOf(found, now), tiesOf(found, who)).serving;
  const promiser = found.provider_id ?? (mayPromise ? who.id : null);
  const calendar = promiser ? await calendarOfPromiser(tx, promiser, served) : (await termsOf(tx, served)).calendar;
  const explained = (code: DueChoice['code'], at: Date): DueChoice => {
    const { zone, workingDays, workingMinutes, inWorkingTime, holiday } = explainDue(calendar, now, at, language);
    return { code, at: at.toISOString(), zone, workingDays, workingMinutes, inWorkingTime, holiday };
  };
  const items = dueChoices(calendar, now).map(({ code, at }) => explained(code, at));
  return { items: asked ? [...items, explained('asked', asked)] : items };
}
