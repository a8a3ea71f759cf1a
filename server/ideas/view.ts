// Ideas as they are told to whoever reads them.
import { rungs, type Idea, type IdeaEntry, type IdeaRow } from '../../contract/ideas.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { appointmentTitles } from '../appointments/appointments.ts';
import { leadsOf, membersOf, personRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { promiseRows, promiseView, type PromiseRow } from '../promises/promises.ts';
import { can } from './access.ts';
import { supportersOf } from './discussion.queries.ts';
import { administrators, type Found } from './queries.ts';
import { answerIn, subjectOf } from './record.ts';
import type { EntryTable } from './tables.ts';

type Refs = ReadonlyMap<string, PersonRef>;
const refIn = (refs: Refs, id: string): PersonRef => refs.get(id) ?? { id, name: '', photo: null, active: false };
const maybeIn = (refs: Refs, id: string | null) => (id === null ? null : refIn(refs, id));

const onPromise = (row: Found) => row.state === 'committed' || row.state === 'appointed';

function rowView(row: Found, refs: Refs, promise: PromiseRow | undefined, now: Date): IdeaRow {
  return {
    id: row.id,
    title: row.title,
    team: row.team_id && row.team_name !== null ? { id: row.team_id, name: row.team_name } : null,
    sight: row.sight,
    author: refIn(refs, row.author_id),
    state: row.state,
    reached: rungs[row.reached] ?? 'heard',
    answered: row.answer_kind,
    promiser: maybeIn(refs, row.promiser_id),
    promisee: maybeIn(refs, row.promisee_id),
    due: onPromise(row) ? (promise?.due_at.toISOString() ?? null) : null,
    overtime: row.state === 'heard' && row.answer_by <= now,
    supporters: row.supporters,
    supported: row.supported,
    createdAt: row.created_at.toISOString(),
    movedAt: row.moved_at.toISOString(),
  };
}

const peopleIn = (row: Found) =>
  [row.author_id, row.promiser_id, row.promisee_id, row.answerer_id].flatMap((id) => id ?? []);

/** Lines of a list, in a fixed number of queries. */
export async function rowViews(db: Db, rows: readonly Found[], now: Date): Promise<IdeaRow[]> {
  const promises = rows.filter(onPromise).flatMap((row) => row.promise_id ?? []);
  const [refs, found] = await Promise.all([personRefs(db, rows.flatMap(peopleIn)), promiseRows(db, promises)]);
  const byId = new Map(found.map((promise) => [promise.id, promise]));
  return rows.map((row) => rowView(row, refs, byId.get(row.promise_id ?? ''), now));
}

/** Who may answer it: the leads of its team, all of a team without leads, or administrators. */
export async function decidersOf(db: Db, team: string | null): Promise<string[]> {
  if (team === null) return administrators(db);
  const leads = await leadsOf(db, team);
  return leads.length > 0 ? leads : membersOf(db, team);
}

const shown = 50;

/** What was promised anew at an appointment is, like the appointment, between the two; of their idea the others see who, to whom and when. */
const tellsPromise = (who: Who, promise: PromiseRow): boolean =>
  promise.subject === 'idea' || who.id === promise.promiser_id || who.id === promise.promisee_id;

/** An idea whole. */
export async function ideaView(db: Db, who: Who, row: Found, now: Date): Promise<Idea> {
  const meets = row.state === 'appointed' || row.state === 'done' ? row.appointment_id : null;
  const [supporters, deciders, [promise], meetings] = await Promise.all([
    supportersOf(db, row.id, shown),
    decidersOf(db, row.team_id),
    promiseRows(db, row.promise_id ? [row.promise_id] : []),
    appointmentTitles(db, who, meets === null ? [] : [meets]),
  ]);
  const sides = promise ? [promise.promiser_id, promise.promisee_id] : [];
  const refs = await personRefs(db, [...peopleIn(row), ...supporters, ...deciders, ...sides]);
  const answer = answerIn(row);
  return {
    ...rowView(row, refs, promise, now),
    why: row.why,
    answer: answer && {
      kind: answer.kind,
      by: refIn(refs, answer.by),
      words: answer.words,
      at: answer.at.toISOString(),
    },
    answerBy: row.answer_by.toISOString(),
    deciders: deciders.slice(0, shown).map((id) => refIn(refs, id)),
    promise: promise && tellsPromise(who, promise) ? promiseView(promise, refs, now) : null,
    appointment: meets !== null && meetings.has(meets) ? meets : null,
    kept: row.kept,
    supportedBy: supporters.map((id) => refIn(refs, id)),
    version: row.version,
    can: can(who, subjectOf(row)),
  };
}

/** What was said and done, in one query for its people. */
export async function entryViews(db: Db, rows: readonly EntryTable[]): Promise<IdeaEntry[]> {
  const refs = await personRefs(
    db,
    rows.flatMap((row) => [row.by_id ?? [], row.to_id ?? []].flat()),
  );
  return rows.map((row) => entryView(row, refs));
}

function entryView(row: EntryTable, refs: Refs): IdeaEntry {
  const told = { id: row.id, at: row.at.toISOString(), by: maybeIn(refs, row.by_id) };
  if (row.what === 'message') return { kind: 'message', ...told, body: row.body };
  return {
    kind: 'event',
    ...told,
    what: row.what,
    words: row.body,
    answer: row.answer_kind,
    to: maybeIn(refs, row.to_id),
    due: row.due_at?.toISOString() ?? null,
  };
}
