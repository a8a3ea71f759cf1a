// Follows the log of changes and streams it (SSE) to those who may see each one at the moment of sending. State: only open connections.
import type { ServerResponse } from 'node:http';
import type { Change } from './changes.ts';
import { changesAfter, channel, isCursor, latest, reachesBack } from './changes.ts';
import type { Database, Db } from './db.ts';
import type { Who } from './who.ts';

/** Per change, the people who may know of it now. Asked once for a batch. */
export type Audience = (db: Db, changes: readonly Change[]) => Promise<ReadonlyArray<ReadonlySet<string>>>;

type Listener = {
  person: string;
  out: ServerResponse;
  /** The newest change that is behind them: nothing is told twice, though another process was ahead of this one. */
  passed: string;
  /** Set while earlier changes are being replayed; what arrives meanwhile waits here. */
  held: Change[] | null;
  recheck: () => Promise<Who | null>;
};

const batch = 500;
/** A change is some 150 bytes on the wire: so many in one go are no reason to take a reader for a slow one. */
const replayed = 1000;
const slowReader = 256 * 1024;

export type Live = {
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Streams from `after` (a cursor, or undefined for only what is new). */
  listen: (
    out: ServerResponse,
    person: string,
    after: string | undefined,
    recheck: Listener['recheck'],
  ) => Promise<void>;
  count: () => number;
};

/**
 * Per change, who may know of it now, asked of its capability; a change that none answers for is heard by its recipient alone.
 * One meant for one person asks too: by the time it is sent, that person may no longer see the thing.
 */
export async function hearersOf(
  db: Db,
  audiences: Record<string, Audience>,
  changes: readonly Change[],
): Promise<ReadonlyArray<ReadonlySet<string>>> {
  const result: ReadonlySet<string>[] = changes.map((change) => new Set(change.recipient ? [change.recipient] : []));
  for (const [subject, audience] of Object.entries(audiences)) {
    const at = changes.flatMap((change, index) => (change.subject === subject ? [index] : []));
    if (at.length === 0) continue;
    const asked = at.map((index) => changes[index] as Change);
    const sets = await audience(db, asked);
    at.forEach((index, position) => {
      const set = sets[position] ?? new Set<string>();
      const recipient = asked[position]?.recipient;
      result[index] = recipient ? new Set(set.has(recipient) ? [recipient] : []) : set;
    });
  }
  return result;
}

export function createLive(database: Database, audiences: Record<string, Audience>, { pollMs = 2000 } = {}): Live {
  const { db } = database;
  const listeners = new Set<Listener>();
  let cursor = '0-0';
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((done) => (begin = done));
  let timers: NodeJS.Timeout[] = [];
  let client: ReturnType<Database['listen']> | null = null;

  const mayHear = (changes: readonly Change[]) => hearersOf(db, audiences, changes);

  const write = (listener: Listener, change: Change) => {
    const { cursor: id, subject, kind } = change;
    if (!isAfter(id, listener.passed)) return;
    listener.passed = id;
    listener.out.write(`id: ${id}\nevent: change\ndata: ${JSON.stringify({ subject, id: change.id, kind })}\n\n`);
    // A reader that does not read would fill our memory; it comes back with its last id.
    if (listener.out.writableLength > slowReader) listener.out.destroy();
  };

  const deliver = async (changes: readonly Change[], last: Change) => {
    const ended = new Set(changes.flatMap((change) => (change.subject === 'session' ? [change.recipient ?? ''] : [])));
    for (const listener of listeners) if (ended.has(listener.person)) await expel(listener);
    const sets = await mayHear(changes);
    // In one go with the cursor: whoever begins to listen is either told here or finds it in the log.
    for (const listener of listeners) {
      changes.forEach((change, index) => {
        if (change.subject === 'session' || !sets[index]?.has(listener.person)) return;
        if (listener.held) listener.held.push(change);
        else write(listener, change);
      });
    }
    cursor = last.cursor;
  };

  const expel = async (listener: Listener) => {
    if (await listener.recheck().catch(() => null)) return;
    listener.out.end('event: ended\ndata: {}\n\n');
    listeners.delete(listener);
  };

  const drain = async () => {
    do {
      again = false;
      const { changes, waiting } = await changesAfter(db, cursor, batch);
      const last = changes.at(-1);
      if (last && listeners.size > 0) await deliver(changes, last);
      else if (last) cursor = last.cursor;
      again ||= changes.length === batch;
      // Something older still runs: what it holds back is due as soon as it ends.
      if (waiting && !again) setTimeout(wake, 25).unref();
    } while (again && !stopped);
  };

  function wake() {
    if (stopped) return;
    again = true;
    running ??= drain()
      .catch(() => undefined)
      .finally(() => (running = null));
  }

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
      timers.push(setInterval(wake, pollMs).unref());
      timers.push(
        setInterval(() => {
          for (const listener of listeners) listener.out.write(': still here\n\n');
        }, 20_000).unref(),
        setInterval(() => {
          for (const listener of listeners) void expel(listener);
        }, 30_000).unref(),
      );
    },
    stop: async () => {
      stopped = true;
      timers.forEach(clearInterval);
      timers = [];
      for (const listener of listeners) listener.out.end();
      await running;
      await client?.end().catch(() => undefined);
    },
    listen: async (out, person, after, recheck) => {
      out.write(`retry: 2000\n\n`);
      await begun;
      if (out.destroyed) return;
      const until = cursor;
      const listener: Listener = { person, out, passed: until, held: [], recheck };
      listeners.add(listener);
      out.on('close', () => listeners.delete(listener));
      try {
        if (after !== undefined && isCursor(after)) await replay(listener, after, until);
        else out.write(`id: ${until}\nevent: hello\ndata: {}\n\n`);
      } catch {
        // It comes back with its last id, and finds the database again or not.
        out.destroy();
      }
      listener.held?.forEach((change) => write(listener, change));
      listener.held = null;
    },
    count: () => listeners.size,
  };

  async function replay(listener: Listener, after: string, until: string) {
    const { changes } = await changesAfter(db, after, replayed);
    const reaches = (await reachesBack(db, after)) && !isAfter(after, await latest(db));
    // Too much to tell one by one, or not a place in this log any more: the page reads everything anew.
    if (changes.length === replayed || !reaches) {
      listener.out.write(`id: ${until}\nevent: resync\ndata: {}\n\n`);
      return;
    }
    listener.passed = after;
    const missed = changes.filter((change) => !isAfter(change.cursor, until));
    const sets = await mayHear(missed);
    missed.forEach((change, index) => {
      if (change.subject !== 'session' && sets[index]?.has(listener.person)) write(listener, change);
    });
  }
}

/** Order of cursors: by transaction, then by sequence. */
export function isAfter(a: string, b: string): boolean {
  const [ax = 0n, as = 0n] = parts(a);
  const [bx = 0n, bs = 0n] = parts(b);
  return ax > bx || (ax === bx && as > bs);
}
const parts = (cursor: string) => {
  const [, xid = '0', seq = '0'] = /^(\d+)-(-?\d+)$/.exec(cursor) ?? [];
  return [BigInt(xid), BigInt(seq)];
};
