// Requests as their readers see them: rows and the whole, with what this reader may do now. Gathers names in a fixed number of queries.
import type { Request, RequestRow } from '../../contract/requests.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { personRefs, refsOf } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { promiseView, type OwnRisk, type PromiseRow } from '../promises/promises.ts';
import { can, relationOf, type Subject, type Ties } from './access.ts';
import { isOpen } from './approvals.rules.ts';
import { approvalView, itemView } from './view-parts.ts';
import type { Asked } from './form.ts';
import type { Found, Whole } from './queries.ts';
import { reopenUntil, stageOf } from './rules.ts';

/** The people named in rows. */
export type Names = ReadonlyMap<string, PersonRef>;

export const subjectOf = (found: Found, now: Date): Subject => ({
  state: found.state,
  requester: found.requester_id,
  askedBy: found.asked_by_id,
  team: found.team_id,
  person: found.person_id,
  provider: found.provider_id,
  greetedBy: found.greeted_by_id,
  proposed: found.promise?.proposed_at != null,
  mayReopen: found.ended_at !== null && now <= reopenUntil(found.ended_at),
  sight: found.sight,
  awaitsApproval: found.approvals.some(isOpen),
});

/** How `who` is tied to it. */
export const tiesOf = ({ participant, asks_along, approvals }: Found, who: Who): Ties => {
  const asked = approvals.filter((step) => step.asked_at && [step.approver_id, step.stand_in_id].includes(who.id));
  return {
    participant,
    asksAlong: asks_along,
    approver: asked.length > 0,
    asked: asked.some(({ state }) => state === 'asked'),
  };
};

/** Whose yes is asked for now. */
const waitsFor = ({ approvals }: Found): string[] =>
  approvals.flatMap((step) => (step.state === 'asked' ? [step.stand_in_id ?? step.approver_id] : []));

/** The promise in a row; its instants are instants again. */
export function promiseIn({ promise }: Found): PromiseRow | null {
  if (!promise) return null;
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...promise,
    due_at: new Date(promise.due_at),
    first_due_at: new Date(promise.first_due_at),
    made_at: new Date(promise.made_at),
    warn_at: new Date(promise.warn_at),
    warned_at: at(promise.warned_at),
    overdue_at: at(promise.overdue_at),
    delivered_at: at(promise.delivered_at),
    ended_at: at(promise.ended_at),
    blanked_at: at(promise.blanked_at),
    proposed_due_at: at(promise.proposed_due_at),
    proposed_at: at(promise.proposed_at),
    accepted_at: at(promise.accepted_at),
    close_by: at(promise.close_by),
  };
}

/** One query, however many rows. */
export function namesFor(db: Db, rows: readonly Found[]): Promise<Names> {
  const people = new Set<string>();
  for (const row of rows)
    for (const person of [
      row.requester_id,
      row.asked_by_id,
      row.person_id,
      row.provider_id,
      row.greeted_by_id,
      ...waitsFor(row),
    ])
      if (person) people.add(person);
  return personRefs(db, [...people]);
}

const unknown = (id: string): PersonRef => ({ id, name: '', photo: null, active: false });
export const personIn = (names: Names, id: string): PersonRef => names.get(id) ?? unknown(id);
const maybePerson = (names: Names, id: string | null): PersonRef | null => (id ? personIn(names, id) : null);

/** A request as one line of a list. */
export function rowView(found: Found, names: Names, who: Who, now: Date): RequestRow {
  const promise = promiseIn(found);
  const running = promise && found.state === 'promised' ? promiseView(promise, names, now) : null;
  const subject = subjectOf(found, now);
  return {
    id: found.id,
    number: found.number,
    title: found.title,
    state: found.state,
    stage: stageOf(found.state),
    requester: personIn(names, found.requester_id),
    team: found.team_id ? { id: found.team_id, name: found.team_name ?? '' } : null,
    person: maybePerson(names, found.person_id),
    provider: maybePerson(names, found.provider_id),
    greetedBy: maybePerson(names, found.greeted_by_id),
    greetBy: found.greet_by.toISOString(),
    ungreeted: found.state === 'asked' && found.greeted_at === null && now > found.greet_by,
    due: promise?.due_at.toISOString() ?? found.counter_due_at?.toISOString() ?? null,
    atRisk: running?.atRisk ?? false,
    mayNotHold: false,
    overdue: running?.overdue ?? false,
    proposedDue: running?.proposal?.due ?? null,
    proposedReason: running?.proposal?.reason ?? null,
    deliveredAt: found.delivered_at?.toISOString() ?? null,
    delivered: found.delivered_words,
    deliverable: promise?.deliverable ?? found.counter_deliverable,
    thanks: found.thanks,
    createdAt: found.created_at.toISOString(),
    updatedAt: found.updated_at.toISOString(),
    endedAt: found.ended_at?.toISOString() ?? null,
    sight: found.sight,
    waitsFor: found.state === 'asked' ? waitsFor(found).map((person) => personIn(names, person)) : [],
    checklist: found.checklist.all > 0 ? found.checklist : null,
    version: found.version,
    can: can(relationOf(who, subject, tiesOf(found, who)), subject),
  };
}

/** What a reader is told besides: `own` is the risk of a promise of theirs. */
export type Beside = { asked: Asked; merged: Request['merged']; own?: OwnRisk | undefined };

/** A request whole. Ratings are for the two sides, not for those who only read along; how the ask was only for its writer. */
export function wholeView(found: Whole, { asked, merged, own }: Beside, who: Who, now: Date): Request {
  const names = refsOf(found.people);
  const promise = promiseIn(found);
  const relation = relationOf(who, subjectOf(found, now), tiesOf(found, who));
  const { timing, quality, accuracy } = found;
  const rated = timing !== null || quality !== null || accuracy !== null;
  const ratings = { timing: timing ?? undefined, quality: quality ?? undefined, accuracy: accuracy ?? undefined };
  const row = rowView(found, names, who, now);
  return {
    ...row,
    mayNotHold: own !== undefined,
    details: found.details,
    attachments: found.attachments,
    askedBy: maybePerson(names, found.asked_by_id),
    participants: found.participants.map((person) => personIn(names, person)),
    coRequesters: found.co_requesters.map((person) => personIn(names, person)),
    merged,
    zone: found.zone,
    greetedAt: found.greeted_at?.toISOString() ?? null,
    counter:
      found.state === 'countered' && found.provider_id && found.counter_due_at
        ? {
            by: personIn(names, found.provider_id),
            deliverable: found.counter_deliverable ?? '',
            due: found.counter_due_at.toISOString(),
            reason: found.counter_reason ?? '',
          }
        : null,
    promise: promise ? promiseView(promise, names, now, own) : null,
    closeBy: found.close_by?.toISOString() ?? null,
    closedBySilence: found.closed_by_silence,
    imported: found.imported,
    declined:
      found.decline_reason !== null ? { reason: found.decline_reason, instead: found.decline_instead ?? '' } : null,
    ratings: rated && (relation.asker || relation.asksAlong || relation.provider || relation.lead) ? ratings : null,
    askRating: found.ask_rating,
    reopenUntil: found.ended_at ? reopenUntil(found.ended_at).toISOString() : null,
    ...asked,
    form: row.can.includes('edit') ? asked.form : null,
    approvals: found.approvals.map((step) => approvalView(step, names)),
    items: found.items.map((item) => itemView(item, names)),
  };
}
