// SQL of what narrows a search: from:aino, is:late, before:yesterday. Only ever beside visibleTo, never instead of it.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { dayMeant } from '../../contract/search-days.ts';
import { filterStates, type FilterIs } from '../../contract/search-filters.ts';
import type { Filter } from '../../contract/search-text.ts';
import { atClock, dateIn } from '../platform/working-time.ts';
import type { Who } from '../platform/who.ts';

type Condition = RawBuilder<SqlBool>;

/** A note's words and files are for its teams, and never for the one who needs the request. Wants `m` and `r`. */
export const readableBy = (who: Who): Condition => sql<SqlBool>`(m.note_team_id is null or (
  m.note_team_id = any(${who.teams.map((team) => team.id)}::uuid[]) and r.requester_id <> ${who.id}))`;

const never = sql<SqlBool>`false`;
const wordsOf = (name: string) => (name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, 6);

/** Each word of a name begins one of the words that are there; nobody has a name of signs. */
const named = (column: string, name: string): Condition => {
  const each = wordsOf(name).map(
    (word) => sql<SqlBool>`strpos(' ' || ${sql.ref(column)}, ' ' || (select fold(${word}::text))) > 0`,
  );
  return each.length > 0 ? sql<SqlBool>`(${sql.join(each, sql` and `)})` : never;
};

const people = (who: Who, name: string) =>
  name === 'me' ? sql`(${who.id}::uuid)` : sql`(select d.id from directory_person d where ${named('d.folded', name)})`;
const teams = (name: string) => sql`(select d.id from directory_team d where ${named('d.folded', name)})`;

const running = sql<SqlBool>`r.state in ('asked', 'countered', 'promised', 'delivered')`;
const traits = (who: Who, now: Date): Partial<Record<FilterIs, Condition>> => ({
  open: running,
  ended: sql<SqlBool>`not ${running}`,
  late: sql<SqlBool>`(r.state = 'promised' and exists (select from promises_promise p where p.id = r.promise_id
    and p.state = 'open' and p.due_at < ${now}::timestamptz))`,
  mine: sql<SqlBool>`${who.id} in (r.requester_id, r.asked_by_id, r.provider_id, r.person_id)`,
  private: sql<SqlBool>`r.sight = 'private'`,
});

const withFile = (who: Who) => sql<SqlBool>`exists (
  select from attachments_file f left join requests_message m on f.holder_kind = 'message' and m.id = f.holder_id
  where f.subject_id = r.id and f.subject_kind = 'request'
    and (f.holder_kind in ('ask', 'answer') or (m.request_id = r.id and ${readableBy(who)})))`;

function conditionOf(filter: Exclude<Filter, { key: 'is' }>, who: Who, now: Date): Condition {
  const { key, value } = filter;
  if (key === 'from')
    return sql<SqlBool>`(r.requester_id in ${people(who, value)} or r.asked_by_id in ${people(who, value)})`;
  if (key === 'by') return sql<SqlBool>`r.provider_id in ${people(who, value)}`;
  if (key === 'to')
    return value === 'me'
      ? sql<SqlBool>`(r.person_id = ${who.id} or r.team_id = any(${who.teams.map(({ id }) => id)}::uuid[]))`
      : sql<SqlBool>`(r.person_id in ${people(who, value)} or r.team_id in ${teams(value)})`;
  if (key === 'service')
    return sql<SqlBool>`r.service_id in (select s.id from catalog_service s where ${named('s.folded_name', value)})`;
  if (key === 'has') return withFile(who);
  const day = atClock(who.zone, dayMeant(value, dateIn(who.zone, now)), '00:00');
  return key === 'after' ? sql<SqlBool>`r.created_at >= ${day}` : sql<SqlBool>`r.created_at < ${day}`;
}

/** All filters hold, of several states one. Days begin in the reader's zone. Wants the request as `r`. */
export function narrowedTo(who: Who, filters: readonly Filter[], now: Date): Condition {
  const is = filters.flatMap((filter) => (filter.key === 'is' ? [filter.value] : []));
  const states = filterStates.filter((state) => is.includes(state));
  const beside = traits(who, now);
  const all = [
    sql<SqlBool>`true`,
    ...filters.flatMap((filter) =>
      filter.key === 'is' ? (beside[filter.value] ?? []) : conditionOf(filter, who, now),
    ),
    ...(states.length > 0 ? [sql<SqlBool>`r.state = any(${states}::text[])`] : []),
  ];
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`;
}
