// Which server takes our mail: the environment's, else the one that an administrator has set. And how we get on with it.
import { sql } from 'kysely';
import type { MailFault, MailServer, MailServerChange } from '../../../contract/mail.ts';
import type { Db } from '../db.ts';
import { fieldsChanged } from '../audit.ts';
import { refused, type Outcome } from '../outcome.ts';
import type { Secrets } from '../secrets.ts';
import { countQueue } from './outbox.ts';
import { quietAfter } from './rules.ts';
import type { Server } from './smtp.ts';
import './tables.ts';

const purpose = 'mail server password';

export const findServer = (db: Db) =>
  db.selectFrom('platform_mail_server').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
export type ServerRow = Awaited<ReturnType<typeof findServer>>;

/** The server to use, or null when none is set. A password that cannot be opened any more counts as none. */
export function serverIn(row: ServerRow, environment: Server | undefined, secrets: Secrets): Server | null {
  if (environment) return environment;
  if (row.host === null || row.port === null || row.tls === null || row.from_address === null) return null;
  return {
    host: row.host,
    port: row.port,
    tls: row.tls,
    username: row.username ?? '',
    password: row.password === null ? '' : (secrets.open(purpose, row.password) ?? ''),
    fromName: row.from_name || 'Goodturn',
    fromAddress: row.from_address,
  };
}

const noTrouble = { trouble: null, trouble_said: null, trouble_at: null, trouble_count: 0, quiet_until: null };
const next = { version: sql<number>`version + 1` };

type Ways = { environment: Server | undefined; secrets: Secrets };

/** How mail leaves the house, without any password, and what waits. */
export async function mailServerState(db: Db, { environment, secrets }: Ways, now: Date): Promise<MailServer> {
  const row = await findServer(db);
  const server = serverIn(row, environment, secrets);
  const { waitingSince, ...queue } = await countQueue(db, now);
  const trouble = row.trouble && row.trouble_at ? { fault: row.trouble, at: row.trouble_at.toISOString() } : null;
  return {
    source: environment ? 'environment' : server ? 'settings' : 'none',
    host: server?.host ?? null,
    port: server?.port ?? null,
    tls: server?.tls ?? null,
    username: server?.username || null,
    passwordSet: Boolean(server?.password),
    fromName: server?.fromName ?? null,
    fromAddress: server?.fromAddress ?? null,
    answersTo: row.answers_to,
    trouble: trouble && { ...trouble, said: row.trouble_said ?? '' },
    ...queue,
    waitingSince: waitingSince?.toISOString() ?? null,
    version: row.version,
  };
}

const lockServer = (tx: Db) =>
  tx.selectFrom('platform_mail_server').selectAll().where('id', '=', 1).forUpdate().executeTakeFirstOrThrow();

/** Sets where calendars answer, whichever server takes our mail; whether that is another place. Refuses `changedMeanwhile`. */
export async function changeAnswers(
  tx: Db,
  address: string | null,
  expected: number | undefined,
): Promise<Outcome<{ changed: boolean }>> {
  const row = await lockServer(tx);
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  await tx
    .updateTable('platform_mail_server')
    .set({ ...next, answers_to: address })
    .execute();
  return { changed: row.answers_to !== address };
}

/** Saves the server in the settings; the names of the fields that changed. Refuses `changedMeanwhile`. */
export async function changeMailServer(
  tx: Db,
  { secrets }: Ways,
  change: MailServerChange,
  expected: number | undefined,
): Promise<Outcome<string[]>> {
  const row = await lockServer(tx);
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  await saveServer(tx, row, change, secrets);
  const before: Partial<MailServerChange> = {
    host: row.host ?? '',
    port: row.port ?? 0,
    tls: row.tls ?? 'starttls',
    username: row.username ?? '',
    fromName: row.from_name ?? '',
    fromAddress: row.from_address ?? '',
  };
  return fieldsChanged(before, change);
}

/** Saves the settings; a password that is not told stays, unless it would go to another host. */
async function saveServer(tx: Db, before: ServerRow, change: MailServerChange, secrets: Secrets): Promise<void> {
  const { host, port, tls, username, password, fromName, fromAddress } = change;
  const kept = host === before.host && username === (before.username ?? '') ? before.password : null;
  await tx
    .updateTable('platform_mail_server')
    .set({
      ...noTrouble,
      ...next,
      host,
      port,
      tls,
      username: username || null,
      password: password === undefined ? kept : password === '' ? null : secrets.seal(purpose, password),
      from_name: fromName || null,
      from_address: fromAddress,
    })
    .execute();
}

export const forgetServer = (tx: Db) =>
  tx
    .updateTable('platform_mail_server')
    .set({
      ...noTrouble,
      ...next,
      host: null,
      port: null,
      tls: null,
      username: null,
      password: null,
      from_name: null,
      from_address: null,
    })
    .execute();

/** Keeps what the server last refused for everybody, and leaves it alone for a while. */
export const noteTrouble = (db: Db, row: Pick<ServerRow, 'trouble_count'>, fault: MailFault, said: string, now: Date) =>
  db
    .updateTable('platform_mail_server')
    .set({
      trouble: fault,
      trouble_said: said,
      trouble_at: now,
      trouble_count: row.trouble_count + 1,
      quiet_until: new Date(now.getTime() + quietAfter(row.trouble_count + 1)),
    })
    .execute();

export const clearTrouble = (db: Db) => db.updateTable('platform_mail_server').set(noTrouble).execute();
