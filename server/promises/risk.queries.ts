// SQL of promises at risk: what is to be looked at, what it depends on, and what was found.
import { sql } from 'kysely';
import type { PromiseRisk, RiskReason } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import type { TookTable } from './tables.ts';

/** Written with each change of a promise: it is looked at with the next round. */
export const lookAgain = (tx: Db, promise: string, now: Date) =>
  tx
    .insertInto('promises_risk')
    .values({ promise_id: promise, look_at: now, changed: true, reason: null })
    .onConflict((known) => known.column('promise_id').doUpdateSet({ look_at: now, changed: true }))
    .execute();

/** Some whose time has come, locked; those that another process holds are passed over. Index: promises_risk_to_look_at. */
export const takeToLookAt = (tx: Db, now: Date, most: number) =>
  tx
    .selectFrom('promises_risk')
    .select(['promise_id', 'changed'])
    .where('look_at', '<=', now)
    .orderBy('look_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();

/** Also these, as far as their time has not come anyway, and nobody is just changing them: whoever does has them looked at again. */
export async function lockRisks(tx: Db, ids: readonly string[], now: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('promises_risk')
    .select('promise_id')
    .where('promise_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where((each) => each.or([each('look_at', 'is', null), each('look_at', '>', now)]))
    .orderBy('promise_id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.promise_id);
}

const watched = [
  'id',
  'state',
  'promiser_id',
  'team_id',
  'service_id',
  'depends_on_id',
  'due_at',
  'made_at',
  'warn_at',
  'proposed_at',
  'proposed_by_id',
] as const;

export const watchedById = (tx: Db, ids: readonly string[]) =>
  tx
    .selectFrom('promises_promise')
    .select(watched)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
export type WatchedRow = Awaited<ReturnType<typeof watchedById>>[number];

/** Open ones that a change of others may touch. Indexes: promises_of_promiser, promises_depending. */
export async function touchedBy(tx: Db, promisers: readonly string[], ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from promises_promise where state = 'open' and depends_on_id = any(${ids}::uuid[])
    union
    select id from promises_promise where state = 'open' and promiser_id = any(${promisers}::uuid[])
    limit 500`.execute(tx);
  return found.rows.map((row) => row.id);
}

export type OtherRow = { id: string; promiser_id: string; service_id: string | null; due_at: Date };

/** What these people have promised and not delivered, of each the two hundred that are due first. Index: promises_of_promiser. */
export async function openOf(tx: Db, promisers: readonly string[]): Promise<OtherRow[]> {
  const found = await sql<OtherRow>`
    select o.* from unnest(${promisers}::uuid[]) as p (id), lateral (
      select id, promiser_id, service_id, due_at from promises_promise
      where promiser_id = p.id and state <> 'ended' and state = 'open' order by due_at limit 200) o`.execute(tx);
  return found.rows;
}

export const belowRows = (tx: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('promises_promise')
        .select(['id', 'due_at'])
        .where('id', '=', sql<string>`any(${ids}::uuid[])`)
        .where('state', '=', 'open')
        .execute();

export type Found = {
  promise_id: string;
  look_at: Date | null;
  risk: PromiseRisk | null;
  due_at: Date;
  suggested_due_at: Date | null;
};

/** What was found of each; `since` stays as long as reason and due time do. */
export const saveRisks = (tx: Db, found: readonly Found[], now: Date) =>
  found.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('promises_risk')
        .values(
          found.map(({ promise_id, look_at, risk, due_at, suggested_due_at }) => ({
            promise_id,
            look_at,
            changed: false,
            reason: risk?.reason ?? null,
            facts: risk ? JSON.stringify(risk.facts) : null,
            due_at: risk ? due_at : null,
            since: risk ? now : null,
            suggested_due_at: risk ? suggested_due_at : null,
          })),
        )
        .onConflict((known) =>
          known.column('promise_id').doUpdateSet((each) => ({
            look_at: each.ref('excluded.look_at'),
            changed: each.ref('excluded.changed'),
            reason: each.ref('excluded.reason'),
            facts: each.ref('excluded.facts'),
            due_at: each.ref('excluded.due_at'),
            since: sql<Date | null>`case when promises_risk.reason = excluded.reason and promises_risk.due_at = excluded.due_at
              then promises_risk.since else excluded.since end`,
            suggested_due_at: each.ref('excluded.suggested_due_at'),
          })),
        )
        .execute();

/** What no longer runs cannot be at risk. */
export const forgetRisks = (tx: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve()
    : tx
        .deleteFrom('promises_risk')
        .where('promise_id', '=', sql<string>`any(${ids}::uuid[])`)
        .execute();

export const risksById = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('promises_risk')
        .select(['promise_id', 'reason', 'facts', 'due_at', 'suggested_due_at'])
        .where('promise_id', 'in', ids)
        .where('reason', 'is not', null)
        .execute();

type TookKey = Pick<TookTable, 'kind' | 'of_id'>;

export const tookRows = (tx: Db, keys: readonly TookKey[]) =>
  keys.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('promises_took')
        .selectAll()
        .where(
          'of_id',
          'in',
          keys.map((key) => key.of_id),
        )
        .execute();

export const saveTook = (tx: Db, rows: readonly TookTable[]) =>
  rows.length === 0
    ? Promise.resolve()
    : tx
        .insertInto('promises_took')
        .values([...rows])
        .onConflict((known) =>
          known.columns(['kind', 'of_id']).doUpdateSet((each) => ({
            cases: each.ref('excluded.cases'),
            quarter: each.ref('excluded.quarter'),
            half: each.ref('excluded.half'),
            most: each.ref('excluded.most'),
            quick: each.ref('excluded.quick'),
            hands: each.ref('excluded.hands'),
            reckoned_at: each.ref('excluded.reckoned_at'),
          })),
        )
        .execute();

export type DeliveredRow = {
  promiser_id: string;
  team_id: string | null;
  made_at: Date;
  delivered_at: Date;
  before: Date | null;
};

/**
 * The last hundred delivered of a service, or those that a person promised without one, each with what its promiser had
 * delivered before. Indexes: promises_of_service_delivered, promises_of_promiser_delivered.
 */
export async function lastDelivered(tx: Db, { kind, of_id }: TookKey): Promise<DeliveredRow[]> {
  const which = kind === 'service' ? sql`service_id = ${of_id}` : sql`promiser_id = ${of_id} and service_id is null`;
  const found = await sql<DeliveredRow>`
    select d.promiser_id, d.team_id, d.made_at, d.delivered_at, (
      select max(b.delivered_at) from promises_promise b
      where b.promiser_id = d.promiser_id and b.delivered_at < d.delivered_at) as before
    from (select promiser_id, team_id, made_at, delivered_at from promises_promise
      where ${which} and delivered_at is not null order by delivered_at desc limit 100) d`.execute(tx);
  return found.rows;
}

export type ToWarn = {
  id: string;
  subject: string;
  subject_id: string;
  promiser_id: string;
  due_at: Date;
  reason: RiskReason | null;
  suggested_due_at: Date | null;
  /** Its promiser is to be told now; else that was done before. */
  tell: boolean;
  /** Its time runs short from now on, which both sides see; else what is known of it is for its promiser alone. */
  short: boolean;
};

/**
 * Open promises that are at risk and whose promiser has not been told for this due time, and those whose time begins to run
 * short; marks them. Two at once mark each one once. Indexes: promises_to_warn, promises_risk_to_tell.
 */
export async function takeToWarn(tx: Db, now: Date, of: 'requests' | 'others'): Promise<ToWarn[]> {
  const which = sql`(p.subject = 'request') = ${of === 'requests'}`;
  const found = await sql<ToWarn>`
    with ripe as materialized (
      select p.id, p.due_at from promises_promise p
      where p.state = 'open' and p.warned_at is null and p.warn_at <= ${now} and ${which}
      union
      select p.id, p.due_at from promises_risk k join promises_promise p on p.id = k.promise_id and p.due_at = k.due_at
      where k.reason is not null and p.state = 'open' and ${which}
        and not exists (select from promises_warned w where w.promise_id = p.id and w.due_at = p.due_at)),
    told as (
      insert into promises_warned (promise_id, due_at, at) select id, due_at, ${now} from ripe order by id
      on conflict do nothing returning promise_id),
    short as (
      update promises_promise p set warned_at = ${now} from ripe
      where p.id = ripe.id and p.warned_at is null and p.warn_at <= ${now} returning p.id)
    select p.id, p.subject, p.subject_id, p.promiser_id, p.due_at, k.reason, k.suggested_due_at,
      told.promise_id is not null as tell, short.id is not null as short
    from ripe join promises_promise p on p.id = ripe.id
    left join told on told.promise_id = p.id left join short on short.id = p.id
    left join promises_risk k on k.promise_id = p.id and k.due_at = p.due_at and k.reason is not null
    where told.promise_id is not null or short.id is not null`.execute(tx);
  return found.rows;
}
