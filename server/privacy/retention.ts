// How long ended requests and promises keep their words: the rules, and the nightly work in small bites that anybody may wait behind.
import { sql } from 'kysely';
import { wholeCompany, type RetentionRule } from '../../contract/privacy.ts';
import { audit } from '../platform/audit.ts';
import { transact, type Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Personal } from '../platform/personal.ts';
import type { Who } from '../platform/who.ts';
import { markPromisesBlanked, promisesEndedBefore } from '../promises/promises.ts';
import { endedBefore, markBlanked } from '../requests/requests.ts';
import { blankWordsAbout } from './rewrite.ts';
import './tables.ts';

/** The company and every living team and service with its rule, by name. */
export async function rules(db: Db): Promise<RetentionRule[]> {
  const found = await sql<RetentionRule>`
    select thing.kind, thing.id, thing.name, thing.team, r.months from (
      select 'company' as kind, ${wholeCompany}::uuid as id, name, null as team, '' as folded, '' as within from directory_company
      union all
      select 'team', id, name, null, folded, '' from directory_team where archived_at is null
      union all
      select 'service', s.id, s.name, t.name, t.folded, s.folded_name from catalog_service s
      join directory_team t on t.id = s.team_id and t.archived_at is null where s.archived_at is null
    ) thing left join privacy_retention r on r.kind = thing.kind and r.subject_id = thing.id
    order by thing.kind <> 'company', thing.folded, thing.within, thing.id`.execute(db);
  return found.rows;
}

type Named = Pick<RetentionRule, 'kind' | 'id'>;

/** Refuses `notFound`. */
export async function setRule(
  tx: Db,
  who: Who,
  { kind, id }: Named,
  months: number | null,
  now: Date,
): Promise<Outcome<void>> {
  const known = (await rules(tx)).find((rule) => rule.kind === kind && rule.id === id);
  if (!known) return refused('notFound');
  if (months === null)
    await tx.deleteFrom('privacy_retention').where('kind', '=', kind).where('subject_id', '=', id).execute();
  else
    await tx
      .insertInto('privacy_retention')
      .values({ kind, subject_id: id, months, changed_at: now })
      .onConflict((same) => same.columns(['kind', 'subject_id']).doUpdateSet({ months, changed_at: now }))
      .execute();
  await audit(tx, { by: who, act: 'settings.retention', subject: { kind, id, name: known.name }, at: now });
}

/** So many things at a time: nobody waits long for what a bite holds. */
const bite = 100;
const bites = 2000;

/** What loses its words: takes hold of some that ended before a moment, and writes down that theirs are gone. */
type Taking = {
  ended: (tx: Db, before: Date) => Promise<string[]>;
  mark: (tx: Db, ids: readonly string[], now: Date) => Promise<unknown>;
};

type Scope = { service: string } | { team: string | null };

/** A team's rule is about what it was asked and what was promised between two in its name; a service's about what was asked of it. */
function takingsOf(scope: Scope, services: readonly string[]): Taking[] {
  const requests: Taking = {
    ended: (tx, before) => endedBefore(tx, scope, before, bite, services),
    mark: markBlanked,
  };
  if ('service' in scope) return [requests];
  const promises: Taking = {
    ended: (tx, before) => promisesEndedBefore(tx, scope.team, before, bite),
    mark: markPromisesBlanked,
  };
  return [requests, promises];
}

/** Every scope with its months: services and teams with a rule of their own; by the company's rule the other teams, and what has no team. */
async function scopesOf(db: Db): Promise<{ scope: Scope; months: number }[]> {
  const found = await db.selectFrom('privacy_retention').selectAll().execute();
  const own = found.flatMap(({ kind, subject_id: id, months }) =>
    kind === 'company' ? [] : [{ scope: kind === 'team' ? { team: id } : { service: id }, months }],
  );
  const company = found.find(({ kind }) => kind === 'company');
  if (!company) return own;
  const ruled = new Set(found.map((rule) => rule.subject_id));
  const teams = await db.selectFrom('directory_team').select('id').orderBy('id').execute();
  const others = [null, ...teams.map(({ id }) => id).filter((id) => !ruled.has(id))];
  return [...own, ...others.map((team) => ({ scope: { team }, months: company.months }))];
}

/** Removes the words of what has been over for long enough. Answers with how many requests and promises lost them. */
export async function retain(db: Db, parts: readonly Personal[], now: Date): Promise<number> {
  const all = await scopesOf(db);
  const services = all.flatMap(({ scope }) => ('service' in scope ? [scope.service] : []));
  let done = 0;
  for (const { scope, months } of all)
    for (const taking of takingsOf(scope, services))
      done += await blankBitByBit(db, parts, taking, monthsBefore(now, months), now);
  return done;
}

async function blankBitByBit(
  db: Db,
  parts: readonly Personal[],
  { ended, mark }: Taking,
  before: Date,
  now: Date,
): Promise<number> {
  let done = 0;
  for (let left = bites; left > 0; left -= 1) {
    const blanked = await transact(db, async (tx) => {
      const ids = await ended(tx, before);
      if (ids.length === 0) return 0;
      await blankWordsAbout(tx, parts, ids, now);
      await mark(tx, ids, now);
      return ids.length;
    });
    done += blanked;
    if (blanked < bite) break;
  }
  return done;
}

/** The same day and hour so many months earlier; the last of the month where there is no such day. */
export function monthsBefore(now: Date, months: number): Date {
  const at = new Date(now);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const days = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(now.getUTCDate(), days));
  return at;
}
