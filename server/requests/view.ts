// Requests as their readers see them: rows and the whole, with what this reader may do now. Gathers names in a fixed number of queries.
import type { AskRating, Request, RequestRow } from '../../contract/requests.ts';
import type { PersonRef, TeamRef } from '../../contract/shapes.ts';
import { personRefs, teamRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { promiseRows, promiseView, type PromiseRow } from '../promises/promises.ts';
import { can, relationOf, type Relation, type Subject } from './access.ts';
import type { Found } from './queries.ts';
import { reopenUntil, stageOf } from './rules.ts';

/** Everything beside the rows that a view needs. */
export type Names = {
  promises: ReadonlyMap<string, PromiseRow>;
  people: ReadonlyMap<string, PersonRef>;
  teams: ReadonlyMap<string, TeamRef>;
};

export const subjectOf = (found: Found, promise: PromiseRow | undefined, now: Date): Subject => ({
  state: found.state,
  requester: found.requester_id,
  askedBy: found.asked_by_id,
  team: found.team_id,
  person: found.person_id,
  provider: found.provider_id,
  greetedBy: found.greeted_by_id,
  proposed: promise?.proposed_at != null,
  mayReopen: found.ended_at !== null && now <= reopenUntil(found.ended_at),
});

/** Three queries, however many rows. `more` names further people whose names are wanted. */
export async function namesFor(db: Db, rows: readonly Found[], more: readonly string[] = []): Promise<Names> {
  const promises = await promiseRows(
    db,
    rows.flatMap((row) => row.promise_id ?? []),
  );
  const people = new Set<string>(more);
  for (const row of rows)
    for (const person of [row.requester_id, row.asked_by_id, row.person_id, row.provider_id, row.greeted_by_id])
      if (person) people.add(person);
  const teams = [...new Set(rows.flatMap((row) => row.team_id ?? []))];
  return {
    promises: new Map(promises.map((promise) => [promise.id, promise])),
    people: await personRefs(db, [...people]),
    teams: await teamRefs(db, teams),
  };
}

const unknown = (id: string): PersonRef => ({ id, name: '', photo: null, active: false });
export const personIn = (names: Names, id: string): PersonRef => names.people.get(id) ?? unknown(id);
const maybePerson = (names: Names, id: string | null): PersonRef | null => (id ? personIn(names, id) : null);

/** A request as one line of a list. */
export function rowView(found: Found, names: Names, who: Who, now: Date): RequestRow {
  const promise = found.promise_id ? names.promises.get(found.promise_id) : undefined;
  const running = promise && found.state === 'promised' ? promiseView(promise, names.people, now) : null;
  const subject = subjectOf(found, promise, now);
  return {
    id: found.id,
    number: found.number,
    title: found.title,
    state: found.state,
    stage: stageOf(found.state),
    requester: personIn(names, found.requester_id),
    team: (found.team_id && names.teams.get(found.team_id)) || null,
    person: maybePerson(names, found.person_id),
    provider: maybePerson(names, found.provider_id),
    greetedBy: maybePerson(names, found.greeted_by_id),
    greetBy: found.greet_by.toISOString(),
    ungreeted: found.state === 'asked' && found.greeted_at === null && now > found.greet_by,
    due: promise?.due_at.toISOString() ?? found.counter_due_at?.toISOString() ?? null,
    atRisk: running?.atRisk ?? false,
    overdue: running?.overdue ?? false,
    proposedDue: running?.proposal?.due ?? null,
    deliveredAt: found.delivered_at?.toISOString() ?? null,
    delivered: found.delivered_words,
    deliverable: promise?.deliverable ?? found.counter_deliverable,
    thanks: found.thanks,
    createdAt: found.created_at.toISOString(),
    updatedAt: found.updated_at.toISOString(),
    endedAt: found.ended_at?.toISOString() ?? null,
    version: found.version,
    can: can(relationOf(who, subject, found.participant), subject),
  };
}

export type Whole = { participants: readonly string[]; askRating: AskRating | null; zone: string };

/** A request whole. Ratings are for the two sides, not for those who only read along. */
export function wholeView(found: Found, whole: Whole, names: Names, relation: Relation, who: Who, now: Date): Request {
  const promise = found.promise_id ? names.promises.get(found.promise_id) : undefined;
  const { timing, quality, accuracy } = found;
  const rated = timing !== null || quality !== null || accuracy !== null;
  const ratings = { timing: timing ?? undefined, quality: quality ?? undefined, accuracy: accuracy ?? undefined };
  return {
    ...rowView(found, names, who, now),
    details: found.details,
    askedBy: maybePerson(names, found.asked_by_id),
    participants: whole.participants.map((person) => personIn(names, person)),
    zone: whole.zone,
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
    promise: promise ? promiseView(promise, names.people, now) : null,
    closeBy: found.close_by?.toISOString() ?? null,
    closedBySilence: found.closed_by_silence,
    declined: found.decline_reason !== null ? { reason: found.decline_reason, instead: found.decline_instead ?? '' } : null,
    ratings: rated && (relation.asker || relation.provider || relation.lead) ? ratings : null,
    askRating: whole.askRating,
    reopenUntil: found.ended_at ? reopenUntil(found.ended_at).toISOString() : null,
  };
}
