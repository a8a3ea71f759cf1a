// The front door of webhooks: made, changed, ended by their owners, and what was sent by them. The sending itself is courier.ts.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Delivery, MadeWebhook, NewWebhook, Webhook, WebhookChange } from '../../contract/connect.ts';
import { audit, fieldsChanged } from '../platform/audit.ts';
import { announce, latest } from '../platform/changes.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import type { AuditAct } from '../../contract/audit.ts';
import { mayKnow, webhookCan } from './access.ts';
import * as queries from './queries.ts';
import { mostWebhooks, overlap } from './rules.ts';
import { messageId, secretText } from './signing.ts';

export { createCourier, type Courier } from './courier.ts';
export { wayOut } from './reach.ts';
export { forgetMoves, moveIn } from './importing-run.ts';

export { connectPersonal } from './personal.ts';

/** Whether an address could be called at all; which ones may be is the affair of whoever runs the place. */
export type MayCall = (url: string) => boolean;

const hostOf = (url: string): string => URL.parse(url)?.origin ?? '';

const webhookOf = (who: Who, row: queries.WebhookRow): Webhook => ({
  id: row.id,
  name: row.name,
  owner: { id: row.owner_id, name: row.owner },
  mine: row.owner_id === who.id,
  url: row.owner_id === who.id ? row.url : hostOf(row.url),
  about: row.about,
  active: row.active,
  ended: row.ended,
  failingSince: row.failing_since?.toISOString() ?? null,
  created: row.created_at.toISOString(),
  version: row.version,
  can: webhookCan(who, row),
});

const deliveryView = (row: queries.DeliveryRow): Delivery => ({
  id: row.id,
  message: messageId(row.id),
  type: row.type,
  at: row.at.toISOString(),
  state: row.state,
  attempts: row.attempts,
  next: row.state === 'waiting' ? row.next_at.toISOString() : null,
  tried: row.tried_at?.toISOString() ?? null,
  took: row.took_ms,
  status: row.status,
  trouble: row.trouble,
  response: row.response,
});

/** Refuses `notAllowed` for everybody's webhooks unless an administrator asks. */
export async function listWebhooks(db: Db, who: Who, everybody: boolean): Promise<Outcome<{ items: Webhook[] }>> {
  if (everybody && !who.administrator) return refused('notAllowed');
  const rows = await queries.findWebhooks(db, everybody ? null : who.id);
  return { items: rows.map((row) => webhookOf(who, row)) };
}

/** The webhook, held, if the one who asks may do this with it; what they may not know of does not exist. */
async function heldFor(
  tx: Db,
  who: Who,
  id: string,
  act: Webhook['can'][number],
): Promise<queries.WebhookRow | Refused> {
  const row = await queries.lockWebhook(tx, id);
  if (!row || !mayKnow(who, row)) return refused('notFound');
  return webhookCan(who, row).includes(act) ? row : refused(row.active ? 'notYours' : 'webhookOff');
}

const told = async (
  tx: Db,
  who: Who,
  act: AuditAct,
  row: { id: string; owner_id: string; name: string },
  at: Date,
  fields?: string[],
) => {
  await announce(tx, { subject: 'webhook', id: row.id, kind: 'changed', to: row.owner_id });
  await audit(tx, {
    by: who,
    act,
    subject: { kind: 'webhook', id: row.id, name: row.name },
    ...(row.owner_id === who.id ? {} : { person: row.owner_id }),
    ...(fields ? { facts: { fields } } : {}),
    at,
  });
};

/** The only time that the secret is told. Refuses `notAWebAddress`, `tooManyWebhooks`. */
export async function createWebhook(
  tx: Db,
  who: Who,
  input: NewWebhook,
  mayCall: MayCall,
  now: Date,
): Promise<Outcome<MadeWebhook>> {
  if (!mayCall(input.url)) return refused('notAWebAddress', { field: 'url' });
  // Turns are taken at the cursor: nothing that comes after this act may be read past before the webhook is there.
  await queries.takeCursor(tx, { wait: true });
  if ((await queries.listening(tx)).length === 0) await queries.saveCursor(tx, await latest(tx));
  if ((await queries.findWebhooks(tx, who.id)).length >= mostWebhooks)
    return refused('tooManyWebhooks', { params: { most: mostWebhooks } });
  const secret = randomBytes(32);
  const row = { id: newId(), owner_id: who.id, ...input, about: [...new Set(input.about)], created_at: now };
  await queries.insertWebhook(tx, { ...row, secret });
  await told(tx, who, 'webhook.create', row, now);
  const made = await queries.lockWebhook(tx, row.id);
  return made ? { ...webhookOf(who, made), secret: secretText(secret) } : refused('notFound');
}

/** Refuses `notFound`, `changedMeanwhile`, `notAWebAddress`. */
export async function changeWebhook(
  tx: Db,
  who: Who,
  id: string,
  change: WebhookChange,
  { expected, mayCall, now }: { expected: number | undefined; mayCall: MayCall; now: Date },
): Promise<Outcome<Webhook>> {
  await queries.takeCursor(tx, { wait: true });
  const row = await heldFor(tx, who, id, 'update');
  if (isRefused(row)) return row;
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  if (change.url !== undefined && change.url !== row.url && !mayCall(change.url))
    return refused('notAWebAddress', { field: 'url' });
  if (change.active && (await queries.listening(tx)).length === 0) await queries.saveCursor(tx, await latest(tx));
  await queries.saveWebhook(tx, {
    id,
    name: change.name ?? row.name,
    url: change.url ?? row.url,
    about: [...new Set(change.about ?? row.about)],
    active: change.active ?? row.active,
  });
  await told(tx, who, 'webhook.update', { ...row, name: change.name ?? row.name }, now, fieldsChanged(row, change));
  const saved = await queries.lockWebhook(tx, id);
  return saved ? webhookOf(who, saved) : refused('notFound');
}

/** A new secret; the earlier one goes on signing for a day. Refuses `notFound`. */
export async function rotateSecret(tx: Db, who: Who, id: string, now: Date): Promise<Outcome<MadeWebhook>> {
  const row = await heldFor(tx, who, id, 'rotate');
  if (isRefused(row)) return row;
  const secret = randomBytes(32);
  await queries.saveSecret(tx, id, secret, new Date(now.getTime() + overlap));
  await told(tx, who, 'webhook.rotate', row, now);
  return { ...webhookOf(who, { ...row, version: row.version + 1 }), secret: secretText(secret) };
}

/** Refuses `notFound`. */
export async function removeWebhook(tx: Db, who: Who, id: string, now: Date): Promise<Refused | undefined> {
  const row = await heldFor(tx, who, id, 'delete');
  if (isRefused(row)) return row;
  await queries.deleteWebhook(tx, id);
  await told(tx, who, 'webhook.delete', row, now);
  return undefined;
}

/** Sends an event without content. Refuses `notFound`, `webhookOff`. */
export async function testWebhook(tx: Db, who: Who, id: string, now: Date): Promise<Outcome<Delivery>> {
  const row = await heldFor(tx, who, id, 'test');
  if (isRefused(row)) return row;
  const trial = { webhook: id, type: 'webhook.test', subject: id, change: null, at: now };
  const [made = ''] = await queries.insertDeliveries(tx, [trial], now);
  const delivery = await queries.findDelivery(tx, id, made);
  return delivery ? deliveryView(delivery) : refused('notFound');
}

/** Refuses `notFound`, `badCursor`. Of somebody else's nobody reads it, not even administrators: an answer may quote what was sent. */
export async function listDeliveries(
  db: Db,
  who: Who,
  id: string,
  query: { cursor?: string | undefined; limit: number },
) {
  const mine = (await queries.findWebhooks(db, who.id)).some((row) => row.id === id);
  if (!mine) return refused('notFound');
  const key = keyIn(query.cursor, z.tuple([z.uuid()]));
  if (isRefused(key)) return key;
  const rows = await queries.pageDeliveries(db, id, key?.[0] ?? null, query.limit + 1);
  const { items, next } = paged(rows, query.limit, (row) => [row.id]);
  return { items: items.map(deliveryView), next };
}

/** The same once more, under the same id. Refuses `notFound`, `webhookOff`. */
export async function resendDelivery(
  tx: Db,
  who: Who,
  id: string,
  delivery: string,
  now: Date,
): Promise<Outcome<Delivery>> {
  const row = await heldFor(tx, who, id, 'resend');
  if (isRefused(row)) return row;
  const found = await queries.findDelivery(tx, id, delivery);
  if (!found) return refused('notFound');
  const again = await queries.resend(tx, found.id, now);
  await announce(tx, { subject: 'webhook', id, kind: 'changed', to: who.id });
  return deliveryView(again);
}

/** How notices name webhooks: to their owners alone. */
export async function webhookTitles(db: Db, who: Who, ids: readonly string[]) {
  const rows = (await queries.findWebhooks(db, who.id)).filter((row) => ids.includes(row.id));
  return new Map(rows.map((row) => [row.id, { title: row.name, path: '/me/webhooks' }]));
}
