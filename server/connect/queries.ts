// All SQL of webhooks and their deliveries. Rows in, rows out; no decisions about who may.
import { sql, type Selectable } from 'kysely';
import type { Delivery, Webhook, WebhookTopic } from '../../contract/connect.ts';
import { newId, type Db } from '../platform/db.ts';
import type { DeliveryTable } from './tables.ts';
import './tables.ts';

const columns = sql`w.id, w.owner_id, p.name as owner, w.name, w.url, w.about, w.active, w.ended, w.failing_since, w.version, w.created_at`;
export type WebhookRow = {
  id: string;
  owner_id: string;
  owner: string;
  name: string;
  url: string;
  about: WebhookTopic[];
  active: boolean;
  ended: Webhook['ended'];
  failing_since: Date | null;
  version: number;
  created_at: Date;
};

/** Newest first; of one person, or of all. */
export async function findWebhooks(db: Db, owner: string | null): Promise<WebhookRow[]> {
  const found = await sql<WebhookRow>`
    select ${columns} from connect_webhook w join directory_person p on p.id = w.owner_id
    where ${owner === null ? sql`true` : sql`w.owner_id = ${owner}`} order by w.id desc limit 1000`.execute(db);
  return found.rows;
}

export async function lockWebhook(tx: Db, id: string): Promise<WebhookRow | undefined> {
  const found = await sql<WebhookRow>`
    select ${columns} from connect_webhook w join directory_person p on p.id = w.owner_id
    where w.id = ${id} for update of w`.execute(tx);
  return found.rows[0];
}

export const insertWebhook = (
  tx: Db,
  row: Pick<WebhookRow, 'id' | 'owner_id' | 'name' | 'url' | 'about' | 'created_at'> & { secret: Buffer },
) => tx.insertInto('connect_webhook').values(row).execute();

export const saveWebhook = (tx: Db, row: Pick<WebhookRow, 'id' | 'name' | 'url' | 'about' | 'active'>) =>
  tx
    .updateTable('connect_webhook')
    .set({
      name: row.name,
      url: row.url,
      about: row.about,
      active: row.active,
      // Whoever starts it again gives it a fresh chance.
      ended: sql`case when ${row.active} then null else ended end`,
      failing_since: sql`case when ${row.active} and not active then null else failing_since end`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', row.id)
    .execute();

export const saveSecret = (tx: Db, id: string, secret: Buffer, earlierUntil: Date) =>
  sql`update connect_webhook set earlier_secret = secret, earlier_until = ${earlierUntil}, secret = ${secret},
    version = version + 1 where id = ${id}`.execute(tx);

export async function deleteWebhook(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('connect_delivery').where('webhook_id', '=', id).execute();
  await tx.deleteFrom('connect_webhook').where('id', '=', id).execute();
}

/** How far the log of changes has been read, held until the transaction ends; undefined while another process reads. */
export async function takeCursor(tx: Db, { wait = false } = {}): Promise<string | undefined> {
  const found = await sql<{ cursor: string }>`
    select cursor from connect_cursor where id = 1 for update ${wait ? sql`` : sql`skip locked`}`.execute(tx);
  return found.rows[0]?.cursor;
}

export const saveCursor = (tx: Db, cursor: string) => tx.updateTable('connect_cursor').set({ cursor }).execute();

/** Those that hear of changes now: active, of people who are here. */
export async function listening(db: Db): Promise<{ id: string; owner: string; about: WebhookTopic[] }[]> {
  const found = await sql<{ id: string; owner: string; about: WebhookTopic[] }>`
    select w.id, w.owner_id as owner, w.about from connect_webhook w
    join directory_person p on p.id = w.owner_id and p.active where w.active`.execute(db);
  return found.rows;
}

export type NewDelivery = { webhook: string; type: string; subject: string; change: string | null; at: Date };

/** What is there already, for the same change, stays as it is. */
export async function insertDeliveries(tx: Db, made: readonly NewDelivery[], now: Date): Promise<string[]> {
  if (made.length === 0) return [];
  const rows = made.map(({ webhook, type, subject, change, at }) => ({
    id: newId(),
    webhook_id: webhook,
    type,
    subject_id: subject,
    change,
    at,
    state: 'waiting' as const,
    next_at: now,
    created_at: now,
  }));
  await tx
    .insertInto('connect_delivery')
    .values(rows)
    .onConflict((same) => same.constraint('connect_delivery_once').doNothing())
    .execute();
  return rows.map(({ id }) => id);
}

export type Due = {
  id: string;
  webhook_id: string;
  type: string;
  subject_id: string;
  change: string | null;
  at: Date;
  attempts: number;
  url: string;
  owner_id: string;
  name: string;
  secret: Buffer;
  earlier_secret: Buffer | null;
  earlier_until: Date | null;
};

/** Takes what is due, a few of each webhook, so that one slow receiver holds up none of the others. Each comes back if nothing is heard of it until `again`. */
export async function claimDue(db: Db, now: Date, again: Date): Promise<Due[]> {
  const found = await sql<Due>`
    update connect_delivery d set attempts = attempts + 1, next_at = ${again}, tried_at = ${now}
    from connect_webhook w
    where w.id = d.webhook_id and d.id in (
      select due.id from connect_webhook hook
      join directory_person p on p.id = hook.owner_id and p.active
      cross join lateral (
        select id from connect_delivery where webhook_id = hook.id and state = 'waiting' and next_at <= ${now}
        order by next_at, id limit 4 for update skip locked) due
      where hook.active limit 40)
    returning d.id, d.webhook_id, d.type, d.subject_id, d.change, d.at, d.attempts, w.url, w.owner_id, w.name,
      w.secret, w.earlier_secret, w.earlier_until`.execute(db);
  return found.rows;
}

export type Tried = {
  state: Delivery['state'];
  next: Date | null;
  took: number | null;
  status: number | null;
  trouble: string | null;
  response: string | null;
};

/** Only by the one who made this attempt: whoever comes back after their lease changes nothing. */
export const saveAttempt = (tx: Db, { id, attempts }: Pick<Due, 'id' | 'attempts'>, tried: Tried, now: Date) =>
  tx
    .updateTable('connect_delivery')
    .set({
      state: tried.state,
      next_at: tried.next ?? now,
      took_ms: tried.took,
      status: tried.status,
      trouble: tried.trouble,
      response: tried.response,
    })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .execute();

export const clearFailing = (tx: Db, id: string) =>
  sql`update connect_webhook set failing_since = null where id = ${id} and failing_since is not null`.execute(tx);

/** Since when it fails, this time included. */
export async function markFailing(tx: Db, id: string, now: Date): Promise<Date> {
  const found = await sql<{ since: Date }>`
    update connect_webhook set failing_since = coalesce(failing_since, ${now}) where id = ${id}
    returning failing_since as since`.execute(tx);
  return found.rows[0]?.since ?? now;
}

/** True for the one who ended it. */
export async function endWebhook(tx: Db, id: string, why: 'gone' | 'failing'): Promise<boolean> {
  const ended = await tx
    .updateTable('connect_webhook')
    .set({ active: false, ended: why, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

export type DeliveryRow = Selectable<DeliveryTable>;

export const pageDeliveries = (db: Db, webhook: string, before: string | null, limit: number): Promise<DeliveryRow[]> =>
  db
    .selectFrom('connect_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const findDelivery = (db: Db, webhook: string, id: string): Promise<DeliveryRow | undefined> =>
  db
    .selectFrom('connect_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .where('id', '=', id)
    .executeTakeFirst();

/** From the beginning: all tries are ahead of it again. */
export const resend = (tx: Db, id: string, now: Date) =>
  tx
    .updateTable('connect_delivery')
    .set({ state: 'waiting', attempts: 0, next_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

export const deleteOldDeliveries = (db: Db, before: Date) =>
  db.deleteFrom('connect_delivery').where('created_at', '<', before).execute();
