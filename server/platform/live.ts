// Follows the log of changes and streams it (SSE) to those who may see each one at the moment of sending.
// One reading for everybody: a batch of changes is read once, its hearers are asked once, each change is encoded once.
import type { ServerResponse } from 'node:http';
import { changesAfter, channel, isCursor, latest, type Change } from './changes.ts';
import type { Database, Db } from './db.ts';
import { hearersOf, type Audience } from './hearers.ts';
import { isBehind, placeAt } from './place.ts';
import { createReaders, type Reader, type Told } from './readers.ts';
import { createReplay } from './replay.ts';
import type { Who } from './who.ts';

const batch = 500;
/**
 * Between two readings of the log, in milliseconds: what comes meanwhile goes along with the next one. The more work a reading makes,
 * the longer the rest, so that under load each reader is written to once for many changes, and the rest of the server has its turn.
 */
const shortestRest = 25;
const longestRest = 250;
const restPerWork = 3;
const beatMs = 20_000;

export type Live = {
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Streams from `after` (a cursor, or undefined for only what is new). */
  listen: (out: ServerResponse, who: Pick<Who, 'id' | 'session' | 'token'>, after: string | undefined) => Promise<void>;
  count: () => number;
  /** The cursor after which it tells what comes. */
  place: () => string;
};

/** Which of these sessions and tokens still let somebody in. */
export type StillIn = (db: Db, passes: readonly string[]) => Promise<ReadonlySet<string>>;

type Settings = {
  audiences: Record<string, Audience>;
  stillIn: StillIn;
  report?: (message: string, cause: unknown) => void;
  pollMs?: number;
  /** How often each reader is looked at: whether they are still signed in. */
  checkMs?: number;
  /** So many changes are read again for somebody who comes back. */
  replayed?: number;
};

export function createLive(database: Database, settings: Settings): Live {
  const { audiences, stillIn, report = () => undefined, pollMs = 2000, checkMs = 30_000, replayed = 20_000 } = settings;
  // One connection for the news, one for what was missed.
  const aside = database.aside(2);
  const { db } = aside;
  const readers = createReaders();
  let cursor = '0-0';
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((done) => (begin = done));
  let timers: NodeJS.Timeout[] = [];
  let client: ReturnType<Database['listen']> | null = null;

  const hearers = (changes: readonly Change[]) => hearersOf(db, audiences, changes);
  const replay = createReplay({
    db,
    readers,
    hearersOf: hearers,
    encode,
    cursor: () => cursor,
    most: replayed,
    report,
  });

  const deliver = async (changes: readonly Change[], last: Change) => {
    const ended = changes.flatMap(({ subject, recipient }) => (subject === 'session' && recipient ? [recipient] : []));
    if (ended.length > 0) await check([...new Set(ended)].flatMap(readers.of));
    const told = changes.filter(({ subject }) => subject !== 'session');
    const people = await hearers(told);
    // In one go with the cursor: whoever begins to listen is either told here or finds it in the log.
    readers.spread(told.map(encode), people);
    cursor = last.cursor;
  };

  /** Ends the streams of those who are not signed in any more. @throws when the database cannot say */
  const check = async (some: readonly Reader[]) => {
    if (some.length === 0) return;
    const now = Date.now();
    const valid = await stillIn(db, [...new Set(some.map(({ pass }) => pass))]);
    for (const reader of some) {
      reader.checked = now;
      if (!valid.has(reader.pass)) readers.end(reader, 'event: ended\ndata: {}\n\n');
    }
  };

  const drain = async () => {
    const { changes, waiting } = await changesAfter(db, cursor, batch);
    const last = changes.at(-1);
    if (last && readers.count() > 0) await deliver(changes, last);
    else if (last) cursor = last.cursor;
    // Something older still runs: what it holds back is due as soon as it ends.
    again ||= waiting || changes.length === batch;
  };

  const run = async () => {
    while (again && !stopped) {
      again = false;
      const began = performance.now();
      try {
        await drain();
      } catch (error) {
        if (!stopped) report('the news could not be told; tried again', error);
      }
      const rest = Math.min(longestRest, Math.max(shortestRest, restPerWork * (performance.now() - began)));
      await new Promise((done) => setTimeout(done, rest));
    }
    // In the same breath as the last look: whoever wakes it next must not take it for running.
    running = null;
  };

  function wake() {
    if (stopped) return;
    again = true;
    running ??= run();
  }

  /** Who hears little comes back with a place of today, and not of the day before yesterday. */
  const whereOf = (reader: Reader) => {
    const here = placeAt(cursor);
    if (!isBehind(reader.passed, here)) return '';
    reader.passed = here;
    return `id: ${cursor}\n`;
  };

  /** When to come back if the line breaks. If it breaks for all, they must not come all at once: each needs to be let in anew. */
  const comeBack = () => `retry: ${Math.round(2000 + Math.random() * (1000 + readers.count() * 2))}\n\n`;

  /** Each second a part of the readers: a sign of life, and whether they are still signed in. */
  const look = () => {
    const now = Date.now();
    const due: Reader[] = [];
    for (const reader of readers.list()) {
      if (now - reader.beat >= beatMs) {
        reader.beat = now;
        readers.write(reader, reader.held ? comeBack() : `${whereOf(reader)}${comeBack()}`);
      }
      if (now - reader.checked >= checkMs) due.push(reader);
    }
    // Who cannot be asked about now is asked about in a second.
    check(due).catch(() => undefined);
  };

  const follow = async () => {
    if (stopped) return;
    client = database.listen();
    client.on('error', () => undefined);
    client.on('notification', wake);
    client.on('end', () => {
      if (!stopped) timers.push(setTimeout(() => void follow(), 1000).unref());
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      // Polling carries on; the 'end' of this client brings the next try.
      await client.end().catch(() => undefined);
    }
  };

  return {
    start: async () => {
      cursor = await latest(db);
      begin();
      await follow();
      timers.push(setInterval(wake, pollMs).unref(), setInterval(look, 1000).unref());
    },
    stop: async () => {
      stopped = true;
      timers.forEach(clearInterval);
      timers = [];
      for (const reader of readers.list()) readers.end(reader);
      await running;
      await replay.idle();
      await client?.end().catch(() => undefined);
      await aside.close();
    },
    listen: async (out, who, after) => {
      out.write(comeBack());
      await begun;
      if (out.destroyed) return;
      const now = Date.now();
      // Not all in the same second, when all have come in the same one.
      const checked = now - Math.random() * (checkMs / 2);
      const until = placeAt(cursor);
      const pass = who.token?.id ?? who.session;
      const reader = { person: who.id, pass, out, passed: until, held: null, lost: false, checked, beat: checked };
      if (after === undefined || !isCursor(after)) {
        readers.add(reader);
        readers.write(reader, `id: ${cursor}\nevent: hello\ndata: {}\n\n`);
        return;
      }
      const from = placeAt(after);
      const returning: Reader = { ...reader, passed: from, held: [] };
      readers.add(returning);
      replay.join({ reader: returning, after: from, until });
    },
    count: readers.count,
    place: () => cursor,
  };
}

function encode({ cursor, subject, id, kind }: Change): Told {
  const line = `id: ${cursor}\nevent: change\ndata: ${JSON.stringify({ subject, id, kind })}\n\n`;
  return { place: placeAt(cursor), cursor, line };
}
