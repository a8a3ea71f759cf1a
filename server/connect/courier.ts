// Brings changes to webhooks. Reads the log of changes into deliveries, each exactly once; then sends what is due, until it is taken.
// State: none but a timer; any number of processes may run it, and any may be killed.
import { WebhookEvent } from '../../contract/connect.ts';
import { Request } from '../../contract/requests.ts';
import { whoAre } from '../directory/directory.ts';
import { notify, type NewNotice } from '../notices/notices.ts';
import { audit } from '../platform/audit.ts';
import { announce, changesAfter, latest, type Change } from '../platform/changes.ts';
import { transact, type Db } from '../platform/db.ts';
import { hearersOf, type Audience } from '../platform/hearers.ts';
import type { Reach } from '../platform/outbound.ts';
import { isQuiet } from '../platform/quiet.ts';
import { readRequest } from '../requests/requests.ts';
import * as queries from './queries.ts';
import { endOf, isSuccess, kept, lease, nextTry } from './rules.ts';
import { messageId, readable, signed } from './signing.ts';

export type Courier = {
  start: () => void;
  stop: () => Promise<void>;
  /** Reads on and sends what is due, once; true when something was sent. */
  round: () => Promise<boolean>;
  /** Reads all that the log has. To be done before the log is cut. */
  readOn: () => Promise<void>;
  /** Removes what is too old to be of use. */
  forget: () => Promise<void>;
};

type Parts = {
  db: Db;
  clock: () => Date;
  audiences: Record<string, Audience>;
  reach: Reach;
  report: (message: string, cause: unknown) => void;
  pollMs?: number;
};

const batch = 500;

export function createCourier(parts: Parts): Courier {
  const { db, clock, pollMs = 1000 } = parts;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const round = async () => {
    while (!stopped && (await spread(parts, { wait: false })));
    if (await isQuiet(db)) return false;
    const now = clock();
    const due = await queries.claimDue(db, now, new Date(now.getTime() + lease));
    await Promise.all(due.map((one) => deliver(parts, one)));
    return due.length > 0;
  };
  const turn = async () => {
    while (!stopped && (await round()));
  };
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = turn()
        .catch((error: unknown) => parts.report('webhooks are not sent; tried again', error))
        .finally(next);
    }, pollMs).unref();
  };
  return {
    start: next,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
    round,
    readOn: async () => {
      while (await spread(parts, { wait: true }));
    },
    forget: async () => {
      await queries.deleteOldDeliveries(db, new Date(clock().getTime() - kept));
    },
  };
}

/** Makes deliveries of the next changes and moves the cursor past them, in one transaction. True when there may be more. */
async function spread({ db, audiences, clock }: Parts, { wait }: { wait: boolean }): Promise<boolean> {
  if ((await queries.listening(db)).length === 0) return false;
  return transact(db, async (tx) => {
    const cursor = await queries.takeCursor(tx, { wait });
    if (cursor === undefined) return false;
    // Asked only now: whoever makes one holds the cursor, so that none is missing for what we are about to read past.
    const webhooks = await queries.listening(tx);
    if (await isFromAnotherLog(tx, cursor)) {
      await queries.saveCursor(tx, await latest(tx));
      return false;
    }
    const { changes } = await changesAfter(tx, cursor, batch);
    const last = changes.at(-1);
    if (!last) return false;
    const told = changes.filter(({ subject }) => webhooks.some(({ about }) => about.includes(subject as never)));
    const hearers = await hearersOf(tx, audiences, told);
    const made = told.flatMap((change, index) =>
      webhooks
        .filter(({ owner, about }) => about.includes(change.subject as never) && hearers[index]?.has(owner))
        .map(({ id }) => deliveryOfChange(id, change, clock())),
    );
    await queries.insertDeliveries(tx, made, clock());
    await queries.saveCursor(tx, last.cursor);
    return changes.length === batch;
  });
}

const deliveryOfChange = (webhook: string, change: Change, now: Date): queries.NewDelivery => ({
  webhook,
  type: `${change.subject}.${change.kind}`,
  subject: change.id,
  change: change.cursor,
  at: change.at ?? now,
});

/** A restored copy counts its transactions anew: a place that lies ahead of them is none of this log. */
async function isFromAnotherLog(tx: Db, cursor: string): Promise<boolean> {
  const reached = /^(\d+)-/.exec(await latest(tx))?.[1] ?? '0';
  return BigInt(/^(\d+)-/.exec(cursor)?.[1] ?? '0') > BigInt(reached);
}

/** One try: what its owner may see now is put together, signed, sent, and what came back is written down. */
async function deliver(parts: Parts, due: queries.Due): Promise<void> {
  const { db, clock, reach } = parts;
  const body = await bodyOf(parts, due);
  if (body === null) {
    const withheld = {
      state: 'withheld' as const,
      next: null,
      took: null,
      status: null,
      trouble: null,
      response: null,
    };
    await queries.saveAttempt(db, due, withheld, clock());
    return;
  }
  const began = performance.now();
  const secrets = [
    due.secret,
    ...(due.earlier_secret && due.earlier_until && due.earlier_until > clock() ? [due.earlier_secret] : []),
  ];
  const reply = await reach({
    url: due.url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Goodturn-Webhooks',
      ...signed(messageId(due.id), clock(), body, secrets),
    },
    body,
  });
  const took = Math.round(performance.now() - began);
  const answer =
    'unreached' in reply
      ? { status: null, trouble: reply.unreached, response: null }
      : { status: reply.status, trouble: null, response: readable(reply.body) };
  await transact(db, (tx) => record(tx, due, { ...answer, took }, clock()));
}

/** What its owner is told when a webhook is ended. */
const endNotice = (webhook: { id: string; owner: string }, why: 'gone' | 'failing', now: Date): NewNotice => ({
  to: webhook.owner,
  kind: 'webhookEnded',
  subject: 'webhook',
  subjectId: webhook.id,
  actor: null,
  params: { why },
  dedupe: `webhookEnded:${webhook.id}:${now.toISOString()}`,
});

type Answer = { status: number | null; trouble: string | null; response: string | null; took: number };

async function record(tx: Db, due: queries.Due, answer: Answer, now: Date): Promise<void> {
  const { webhook_id: id, owner_id: owner } = due;
  await announce(tx, { subject: 'webhook', id, kind: 'changed', to: owner });
  if (answer.status !== null && isSuccess(answer.status)) {
    await queries.saveAttempt(tx, due, { ...answer, state: 'delivered', next: null }, now);
    await queries.clearFailing(tx, id);
    return;
  }
  const next = nextTry(due.attempts, now, Math.random());
  await queries.saveAttempt(tx, due, { ...answer, state: next ? 'waiting' : 'failed', next }, now);
  const why = endOf(answer.status, await queries.markFailing(tx, id, now), now);
  if (!why || !(await queries.endWebhook(tx, id, why))) return;
  await notify(tx, [endNotice({ id, owner }, why, now)], now);
  const subject = { kind: 'webhook' as const, id, name: due.name };
  await audit(tx, { by: null, act: 'webhook.disable', subject, person: owner, at: now });
}

const paths: Record<string, (id: string) => string> = {
  request: (id) => `/requests/${id}`,
  person: (id) => `/people/${id}`,
  team: (id) => `/teams/${id}`,
  article: (id) => `/articles/${id}`,
  webhook: () => '/me/webhooks',
};

/** What is sent; null when its owner may not know of it any more. */
async function bodyOf({ db, audiences, clock }: Parts, due: queries.Due): Promise<string | null> {
  const [who] = await whoAre(db, [due.owner_id]);
  if (!who) return null;
  const [subject = '', kind = ''] = due.type.split('.');
  const id = due.subject_id;
  const data = { id, path: paths[subject]?.(id) ?? null };
  const event = { type: due.type, timestamp: due.at.toISOString(), data };
  if (subject === 'webhook') return JSON.stringify(WebhookEvent.parse(event));
  const change = { cursor: due.change ?? '', subject, id, kind, recipient: due.owner_id };
  const [hearers] = await hearersOf(db, audiences, [change]);
  if (!hearers?.has(due.owner_id)) return null;
  if (subject !== 'request') return JSON.stringify(WebhookEvent.parse(event));
  const request = await readRequest(db, who, id, clock());
  if (!request) return null;
  return JSON.stringify(WebhookEvent.parse({ ...event, data: { ...data, request: Request.parse(request) } }));
}
