// Front door of recurring: asks that come round by themselves. Its owner keeps them; the job makes them, each day's once.
import { z } from 'zod';
import type { NewRecurring, Recurring } from '../../contract/recurring.ts';
import type { Language } from '../../contract/shapes.ts';
import { calendarOf, isActive, personRefs, team as teamOf, teamRefs, whoAre } from '../directory/directory.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, transact, undoable, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { sentenceOf } from '../platform/problems.ts';
import type { Who } from '../platform/who.ts';
import { ask } from '../requests/requests.ts';
import * as queries from './queries.ts';
import { checkRhythm, nextRound, type Rhythm } from './rules.ts';

export { recurringPersonal } from './personal.ts';

type Asked = { team?: string | undefined; person?: string | undefined };

/** Exactly one of the two, and a real one. */
async function checkAsked(tx: Db, who: Who, { team, person }: Asked): Promise<Refused | null> {
  if ((team === undefined) === (person === undefined)) return refused('oneRecipient', { field: 'team' });
  if (team !== undefined) {
    const found = await teamOf(tx, team);
    return !found || found.archived ? refused('unknownTeam', { field: 'team' }) : null;
  }
  if (person === who.id) return refused('askYourself', { field: 'person' });
  return (await isActive(tx, person ?? '')) ? null : refused('unknownPerson', { field: 'person' });
}

async function checkAlong(tx: Db, who: Who, participants: readonly string[]): Promise<Outcome<string[]>> {
  const along = [...new Set(participants)].filter((person) => person !== who.id);
  for (const person of along)
    if (!(await isActive(tx, person))) return refused('unknownPerson', { field: 'participants' });
  return along;
}

const calendarFor = (tx: Db, { team, person }: Asked) =>
  calendarOf(tx, team === undefined ? { person: person ?? '' } : { team });

/** Refuses `oneRecipient`, `unknownTeam`, `unknownPerson`, `askYourself`, `wrongPeriod`, `neverComes`. */
export async function create(tx: Db, who: Who, given: NewRecurring, now: Date): Promise<Outcome<Recurring>> {
  const wrong = await checkAsked(tx, who, given);
  if (wrong) return wrong;
  const along = await checkAlong(tx, who, given.participants);
  if (isRefused(along)) return along;
  const rhythm = checkRhythm({ ...given, zone: given.zone ?? who.zone });
  if (isRefused(rhythm)) return rhythm;
  const round = nextRound(rhythm, null, now, await calendarFor(tx, given));
  const id = newId();
  await queries.insertAsk(tx, {
    id,
    owner_id: who.id,
    title: given.title,
    details: given.details,
    team_id: given.team ?? null,
    person_id: given.person ?? null,
    participants: along,
    ...columnsOf(rhythm),
    next_date: round?.date ?? null,
    next_at: round?.at ?? null,
    created_at: now,
  });
  return read(tx, who, id);
}

const columnsOf = ({ recurrence, from, until, time, zone, workdays }: Rhythm) => ({
  recurrence: JSON.stringify(recurrence),
  from_date: from,
  until_date: until,
  at_time: time,
  zone,
  workdays,
});

const rhythmOf = (row: queries.Found): Rhythm => ({
  recurrence: row.recurrence,
  from: row.from_date,
  until: row.until_date,
  time: row.at_time,
  zone: row.zone,
  workdays: row.workdays,
});

type Change = { [Key in keyof NewRecurring]?: NewRecurring[Key] | undefined } & { paused?: boolean | undefined };
const definedOf = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** Refuses like `create`, and `notFound`, `changedMeanwhile`. */
export async function update(
  tx: Db,
  who: Who,
  { id, expected, change, now }: { id: string; expected: number | undefined; change: Change; now: Date },
): Promise<Outcome<Recurring>> {
  const row = await queries.lockOwn(tx, who.id, id);
  if (!row) return refused('notFound');
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  const { team, person, participants, paused, title, details, ...rhythmic } = change;
  const asked: Asked =
    team === undefined && person === undefined
      ? { team: row.team_id ?? undefined, person: row.person_id ?? undefined }
      : { team, person };
  const wrong = await checkAsked(tx, who, asked);
  if (wrong) return wrong;
  const along = participants && (await checkAlong(tx, who, participants));
  if (along && isRefused(along)) return along;
  const rhythm = checkRhythm({ ...rhythmOf(row), ...definedOf(rhythmic) });
  if (isRefused(rhythm)) return rhythm;
  const round = nextRound(rhythm, row.last?.date ?? null, now, await calendarFor(tx, asked));
  await queries.saveAsk(tx, id, {
    ...columnsOf(rhythm),
    team_id: asked.team ?? null,
    person_id: asked.person ?? null,
    ...definedOf({ title, details, paused, participants: along }),
    next_date: round?.date ?? null,
    next_at: round?.at ?? null,
    trouble: null,
  });
  return read(tx, who, id);
}

/** Refuses `notFound`. */
export async function remove(tx: Db, who: Who, id: string): Promise<Outcome<void>> {
  if (!(await queries.lockOwn(tx, who.id, id))) return refused('notFound');
  await queries.deleteAsk(tx, id);
}

/** Refuses `notFound`. */
export async function read(db: Db, who: Who, id: string): Promise<Outcome<Recurring>> {
  const row = await queries.findOwn(db, who.id, id);
  if (!row) return refused('notFound');
  return (await viewsOf(db, [row], who.language))[0] ?? refused('notFound');
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

export async function list(db: Db, who: Who, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const key = keyIn(cursor, Key);
  if (isRefused(key)) return key;
  const rows = await queries.pageRecurring(db, who.id, key && { at: key[0], id: key[1] }, limit + 1);
  const { items, next } = paged(rows, limit, (row) => [row.created_at.toISOString(), row.id]);
  return { items: await viewsOf(db, items, who.language), next };
}

async function viewsOf(db: Db, rows: readonly queries.Found[], language: Language): Promise<Recurring[]> {
  const people = await personRefs(
    db,
    rows.flatMap((row) => [...row.participants, ...(row.person_id ? [row.person_id] : [])]),
  );
  const teams = await teamRefs(
    db,
    rows.flatMap((row) => row.team_id ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    details: row.details,
    team: (row.team_id && teams.get(row.team_id)) || null,
    person: (row.person_id && people.get(row.person_id)) || null,
    participants: row.participants.flatMap((person) => people.get(person) ?? []),
    ...rhythmOf(row),
    paused: row.paused,
    next: row.paused ? null : (row.next_at?.toISOString() ?? null),
    last: row.last && { request: row.last.request_id, at: new Date(row.last.at).toISOString() },
    trouble: row.trouble && sentenceOf(language, row.trouble),
    version: row.version,
    can: ['update', 'remove'],
  }));
}

/** Asks whatever is due by `now`, each in a transaction of its own; what met a refusal waits for its owner with the reason. */
export async function askDue(db: Db, now: Date): Promise<void> {
  for (;;) {
    const made = await transact(db, async (tx) => {
      const due = await queries.takeDue(tx, now);
      if (!due?.next_date) return null;
      const [who] = await whoAre(tx, [due.owner_id]);
      // Who has left asks no more.
      const asked = who && (await undoable(tx, () => ask(tx, who, askingOf(due), now)));
      if (asked && !isRefused(asked))
        await queries.insertMade(tx, { recurring_id: due.id, date: due.next_date, request_id: asked.id, at: now });
      const calendar = await calendarFor(tx, { team: due.team_id ?? undefined, person: due.person_id ?? undefined });
      const round = who ? nextRound(rhythmOf(due), due.next_date, now, calendar) : null;
      const trouble = asked && isRefused(asked) ? asked.refused : null;
      await queries.saveAsk(tx, due.id, { next_date: round?.date ?? null, next_at: round?.at ?? null, trouble });
      return due.id;
    });
    if (made === null) return;
  }
}

const askingOf = (row: queries.Found) => ({
  title: row.title,
  details: row.details,
  participants: row.participants,
  ...(row.team_id ? { team: row.team_id } : { person: row.person_id ?? '' }),
});
