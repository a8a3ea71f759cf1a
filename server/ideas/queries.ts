// All SQL of ideas but the discussion (discussion.queries.ts). The transaction comes first.
import { sql, type SqlBool } from 'kysely';
import type { IdeaState, Rung } from '../../contract/ideas.ts';
import { rungs } from '../../contract/ideas.ts';
import type { Db } from '../platform/db.ts';
import { searchVector, type SearchQuery } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import { quietDays, windowDays, type RungTally } from './ladder.rules.ts';
import type { Idea } from './rules.ts';
import type { IdeaRecord } from './tables.ts';

const teamsOf = (who: Who) => who.teams.map((team) => team.id);

/** The wall: every idea that anybody gets starts from here. The same sight as `sees` in access.ts. Wants the idea as `i`. */
export const visibleTo = (who: Who) => sql<SqlBool>`(
  i.sight = 'open' or i.team_id = any(${teamsOf(who)}::uuid[]) or ${who.id} in (i.author_id, i.promiser_id, i.promisee_id))`;

export type Found = IdeaRecord & {
  team_name: string | null;
  /** Somebody leads the team. */
  led: boolean;
  supporters: number;
  supported: boolean;
};

const columns = (
  who: Who,
) => sql`i.id, i.team_id, i.sight, i.author_id, i.title, i.why, i.state, i.reached, i.answer_by,
  i.risen_at, i.answer_kind, i.answer, i.answered_at, i.answerer_id, i.promise_id, i.promiser_id, i.promisee_id,
  i.appointment_id, i.broken, i.kept, i.created_at, i.moved_at, i.version, t.name as team_name,
  exists (select from directory_membership m join directory_person p on p.id = m.person_id
    where m.team_id = i.team_id and m.lead and p.active) as led,
  (select count(*) from ideas_support s where s.idea_id = i.id)::int as supporters,
  exists (select from ideas_support s where s.idea_id = i.id and s.person_id = ${who.id}) as supported`;

const whole = (db: Db, who: Who, id: string, lock: boolean) =>
  sql<Found>`
    select ${columns(who)} from ideas_idea i left join directory_team t on t.id = i.team_id
    where i.id = ${id} and ${visibleTo(who)} ${lock ? sql`for update of i` : sql``}`.execute(db);

/** One idea if `who` may read it. */
export const findIdea = async (db: Db, who: Who, id: string): Promise<Found | undefined> =>
  (await whole(db, who, id, false)).rows[0];
/** The same, held until the transaction ends. */
export const lockIdea = async (tx: Db, who: Who, id: string): Promise<Found | undefined> =>
  (await whole(tx, who, id, true)).rows[0];

/** The idea that a promise was made for, held; whoever moves the promise need not be asked whether they see it. */
export const lockByPromise = (tx: Db, promise: string): Promise<IdeaRecord | undefined> =>
  tx.selectFrom('ideas_idea').selectAll().where('promise_id', '=', promise).forUpdate().executeTakeFirst();

/** One idea, held, whoever reads it: for what happened to its appointment. */
export const lockById = (tx: Db, id: string): Promise<IdeaRecord | undefined> =>
  tx.selectFrom('ideas_idea').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export type IdeasFilter = {
  state?: IdeaState | undefined;
  team?: string | undefined;
  company: boolean;
  mine: boolean;
  match?: SearchQuery | undefined;
};
export type IdeasKey = [at: string, id: string];

/** A page, the last moved first. */
export async function pageIdeas(
  db: Db,
  who: Who,
  { state, team, company, mine, match }: IdeasFilter,
  after: IdeasKey | null,
  limit: number,
): Promise<Found[]> {
  const found = await sql<Found>`
    select ${columns(who)} from ideas_idea i left join directory_team t on t.id = i.team_id
    where ${visibleTo(who)}
      ${state === undefined ? sql`` : sql`and i.state = ${state}`}
      ${team === undefined ? sql`` : sql`and i.team_id = ${team}`}
      ${company ? sql`and i.team_id is null` : sql``}
      ${mine ? sql`and ${ofMine(who)}` : sql``}
      ${match === undefined ? sql`` : sql`and i.search @@ ${match.match}`}
      ${after ? sql`and (i.moved_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by i.moved_at desc, i.id desc limit ${limit}`.execute(db);
  return found.rows;
}

const ofMine = (who: Who) => sql`(${who.id} in (i.author_id, i.promiser_id, i.promisee_id)
  or exists (select from ideas_support s where s.idea_id = i.id and s.person_id = ${who.id}))`;

const search = ({ title, why }: { title: string; why: string }) => searchVector(title, why);

export type Beginning = Pick<
  IdeaRecord,
  'id' | 'team_id' | 'sight' | 'author_id' | 'title' | 'why' | 'answer_by' | 'created_at'
>;

export const insertIdea = (tx: Db, begun: Beginning) =>
  tx
    .insertInto('ideas_idea')
    .values({ ...begun, search: search(begun), state: 'heard', reached: 0, moved_at: begun.created_at })
    .execute();

export const saveWords = (tx: Db, id: string, words: { title: string; why: string }) =>
  tx
    .updateTable('ideas_idea')
    .set({ ...words, search: search(words), version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Saves where an idea stands now. */
export const saveIdea = (tx: Db, idea: Idea, now: Date) =>
  tx
    .updateTable('ideas_idea')
    .set({ ...columnsOf(idea), moved_at: now, version: sql`version + 1` })
    .where('id', '=', idea.id)
    .execute();

function columnsOf(idea: Idea) {
  const answer = idea.state === 'heard' ? null : idea.answer;
  const promised = idea.state === 'committed' || idea.state === 'appointed' ? idea : null;
  return {
    state: idea.state,
    reached: rungs.indexOf(idea.reached),
    broken: idea.broken,
    kept: idea.state === 'done' ? idea.kept : null,
    answer_kind: answer?.kind ?? null,
    answer: answer?.words ?? null,
    answered_at: answer?.at ?? null,
    answerer_id: answer?.by ?? null,
    promiser_id: promised?.promiser ?? null,
    promisee_id: promised?.promisee ?? null,
    ...(promised ? { promise_id: promised.promise } : {}),
    ...(promised ? { appointment_id: idea.state === 'appointed' ? idea.appointment : null } : {}),
  };
}

/** Ideas that have waited longer than is usual and were not told of; marks them. Index: ideas_unanswered. */
export const takeUnanswered = (tx: Db, now: Date) =>
  tx
    .updateTable('ideas_idea')
    .set({ risen_at: now })
    .where('state', '=', 'heard')
    .where('risen_at', 'is', null)
    .where('answer_by', '<=', now)
    .returning(['id', 'team_id', 'author_id'])
    .execute();

/** Rung by rung: how many stand there, how many came no higher and are over, and how many of those were completed. Index: ideas_ladder. */
export async function tallies(db: Db, now: Date): Promise<RungTally[]> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const found = await sql<{ reached: number } & Omit<RungTally, 'rung'>>`
    select rung as reached,
      count(*) filter (where state = (${[...rungs]}::text[])[rung + 1])::int as standing,
      count(*) filter (where rung = reached and state = 'done' and kept)::int as completed,
      count(*) filter (where rung = reached and (broken or state in ('done', 'declined')
        or (state in ('heard', 'decided') and moved_at < ${daysAgo(quietDays)})))::int as total
    from ideas_idea cross join generate_series(0, ${rungs.length - 1}::int) as rung
    where moved_at >= ${daysAgo(windowDays)} and (state <> 'withdrawn' or broken) group by rung`.execute(db);
  return found.rows.flatMap(({ reached, ...tally }) => {
    const rung: Rung | undefined = rungs[reached];
    return rung ? [{ rung, ...tally }] : [];
  });
}

/** Administrators of the company. */
export async function administrators(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('directory_person')
    .select('id')
    .where('administrator', '=', true)
    .where('active', '=', true)
    .execute();
  return rows.map(({ id }) => id);
}

/** For each idea, whom it is open to besides everybody: its team, its author and the two sides of its promise. One query. */
export async function readersOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { open: boolean; people: string[] }>> {
  const found = await sql<{ id: string; open: boolean; people: string[] }>`
    select i.id, i.sight = 'open' as open, array(
      select p.id from directory_person p where p.active and (p.id in (i.author_id, i.promiser_id, i.promisee_id)
        or exists (select from directory_membership m where m.team_id = i.team_id and m.person_id = p.id))) as people
    from ideas_idea i where i.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Who of these active people may read an idea. */
export async function readersAmong(db: Db, idea: string, people: readonly (string | null)[]): Promise<Set<string>> {
  const asked = people.filter((person) => person !== null);
  const found = await sql<{ id: string }>`
    select p.id from directory_person p join ideas_idea i on i.id = ${idea}
    where p.id = any(${asked}::uuid[]) and p.active and (i.sight = 'open' or p.id in (i.author_id, i.promiser_id, i.promisee_id)
      or exists (select from directory_membership m where m.team_id = i.team_id and m.person_id = p.id))`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}

/** What ideas are called, for those of them that `who` may read. */
export async function titles(db: Db, who: Who, ids: readonly string[]) {
  const found = await sql<{ id: string; title: string; team: string | null; own: boolean; serves: boolean }>`
    select i.id, i.title, t.name as team, i.author_id = ${who.id} as own,
      (i.promiser_id = ${who.id} or (i.team_id = any(${teamsOf(who)}::uuid[]) and i.author_id <> ${who.id})) is true as serves
    from ideas_idea i left join directory_team t on t.id = i.team_id
    where i.id = any(${[...ids]}::uuid[]) and ${visibleTo(who)}`.execute(db);
  return found.rows;
}
