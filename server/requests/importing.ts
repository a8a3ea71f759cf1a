// Requests of an earlier system, written as they were: nobody is told, nothing is promised, and no rate counts them.
// Reading what that system says, and who is who: server/connect.
import { sql } from 'kysely';
import { attach, attachmentsHeldBy } from '../attachments/attachments.ts';
import type { Db } from '../platform/db.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import type { RequestState } from '../../contract/requests.ts';
import { namesIn } from './files.ts';
import { eventRow } from './queries.ts';
import { greetingOf, termsOf } from './terms.ts';

/** A file that was sent up in its author's name, to hang on the words. */
export type PastFile = { id: string; by: string };
export type PastWords = {
  id: string;
  author: string;
  at: Date;
  body: string;
  private: boolean;
  files: readonly PastFile[];
};
export type Past = {
  id: string;
  title: string;
  details: string;
  requester: string;
  team: string;
  /** Of the catalog, where it is known; of usual sight. */
  service?: string;
  state: Extract<RequestState, 'asked' | 'closed' | 'declined' | 'withdrawn'>;
  /** What it was declined with. */
  reason: string;
  /** Who had it there. */
  helloBy: string | null;
  createdAt: Date;
  endedAt: Date | null;
  messages: readonly PastWords[];
  files: readonly PastFile[];
  /** What it was called there: the system and the number. It is found by it. */
  was: { system: string; number: string };
};

/** Postgres takes so many values in one statement, and each row has its own. */
const chunk = 1000;
const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, at) => rows.slice(at * chunk, (at + 1) * chunk));

/**
 * Writes requests of the past in the name of whoever imports them; the answer is their numbers, in order. Nothing is announced. Those
 * still open wait for a hello from now on, and nobody is told when it does not come.
 */
export async function importRequests(tx: Db, by: string, past: readonly Past[], now: Date): Promise<number[]> {
  if (past.length === 0) return [];
  const last = await tx
    .insertInto('requests_counter')
    .values({ value: past.length })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ value: sql`requests_counter.value + ${past.length}` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  const first = Number(last.value) - past.length + 1;
  const terms = new Map<string, { greetBy: Date; zone: string }>();
  for (const team of new Set(past.map((one) => one.team)))
    terms.set(team, greetingOf(await termsOf(tx, { team, person: null, service: null }), now));

  const rows = past.map((one, index) => {
    const said = one.messages.filter((message) => !message.private).map(({ at }) => at.getTime());
    const helloAt =
      one.messages.find(({ author, private: hidden }) => author !== one.requester && !hidden)?.at ?? one.createdAt;
    return {
      id: one.id,
      number: first + index,
      title: one.title,
      details: one.details,
      state: one.state,
      requester_id: one.requester,
      team_id: one.team,
      service_id: one.service ?? null,
      greeted_by_id: one.helloBy,
      greeted_at: one.helloBy ? helloAt : null,
      greet_by: terms.get(one.team)?.greetBy ?? now,
      zone: terms.get(one.team)?.zone ?? 'UTC',
      ungreeted_at: now,
      decline_reason: one.state === 'declined' ? one.reason || '—' : null,
      created_at: one.createdAt,
      updated_at: new Date(Math.max(one.createdAt.getTime(), one.endedAt?.getTime() ?? 0, ...said)),
      ended_at: one.endedAt,
      imported: true,
    };
  });
  for (const some of chunks(rows)) await tx.insertInto('requests_request').values(some).execute();
  await hangFiles(tx, past, now);
  await writeWords(tx, past);
  const events = past.flatMap((one) => [
    eventRow({ request: one.id, by: one.requester, what: 'asked', at: one.createdAt }),
    eventRow({
      request: one.id,
      by,
      what: 'imported',
      facts: { words: `${one.was.system} ${one.was.number}` },
      at: now,
    }),
  ]);
  for (const some of chunks(events)) await tx.insertInto('requests_event').values(some).execute();
  return rows.map(({ number }) => number);
}

async function writeWords(tx: Db, past: readonly Past[]): Promise<void> {
  const holders = past.flatMap((one) => [
    ...(one.files.length > 0 ? [one.id] : []),
    ...one.messages.filter(({ files }) => files.length > 0).map(({ id }) => id),
  ]);
  const files = await attachmentsHeldBy(tx, holders);
  const named = (holder: string) => namesIn(files.get(holder) ?? []);
  const vector = (title: string, body: string) => sql<string>`goodturn.search_vector(${title}::text, ${body}::text)`;
  const words = past.map((one) => ({
    request_id: one.id,
    search: vector(one.title, `${one.details}\n${one.was.number}\n${named(one.id)}`),
  }));
  for (const some of chunks(words)) await tx.insertInto('requests_words').values(some).execute();
  const messages = past.flatMap((one) =>
    one.messages.map((message) => ({
      id: message.id,
      request_id: one.id,
      author_id: message.author,
      note_team_id: message.private ? one.team : null,
      body: message.body,
      created_at: message.at,
      search: vector('', `${message.body}\n${named(message.id)}`),
    })),
  );
  for (const some of chunks(messages)) await tx.insertInto('requests_message').values(some).execute();
}

async function hangFiles(tx: Db, past: readonly Past[], now: Date): Promise<void> {
  for (const one of past) {
    const subject = { kind: 'request', id: one.id };
    await hang(tx, one.files, { subject, holder: { kind: 'ask', id: one.id } }, now);
    for (const message of one.messages)
      await hang(tx, message.files, { subject, holder: { kind: 'message', id: message.id } }, now);
  }
}

type On = Record<'subject' | 'holder', { kind: string; id: string }>;
async function hang(tx: Db, files: readonly PastFile[], on: On, now: Date): Promise<void> {
  for (const by of new Set(files.map((file) => file.by))) {
    const who: Who = { id: by, session: '', administrator: false, language: 'en', zone: 'UTC', teams: [] };
    const own = files.filter((file) => file.by === by).map(({ id }) => id);
    const held = await attach(tx, { who, ids: own, ...on, now });
    if (isRefused(held)) throw new Error(`Files of an import are gone before they were attached: ${own.join(', ')}`);
  }
}
