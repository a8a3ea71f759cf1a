// Many who listen at once: what they cost together, and what does not come between them and the news.
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { announce, announceAll } from './changes.ts';
import { newId } from './db.ts';
import { createLive, type Live } from './live.ts';
import { mostStreams } from './readers.ts';
import { createTestDatabase } from './test.ts';
import { follow, type Stream } from './stream-for-tests.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let live: Live;
let server: Server;
let port: number;
let asked = 0;
let mayEnter = async (passes: readonly string[]) => new Set(passes);
const streams: Stream[] = [];
const readers = Array.from({ length: 40 }, () => newId());
/** Half of the things are for the first reader alone, half for nobody. */
const theirs = newId();
const nobodys = newId();

beforeAll(async () => {
  database = await createTestDatabase();
  live = createLive(database, {
    audiences: {
      thing: async (_db, changes) => {
        asked += 1;
        return changes.map(({ id }) => new Set(id === theirs ? readers : []));
      },
    },
    stillIn: (_db, passes) => mayEnter(passes),
    checkMs: 1000,
    replayed: 6000,
  });
  server = createServer((request, answer) => {
    const last = request.headers['last-event-id'];
    const id = String(request.headers.cookie);
    void live.listen(answer, { id, session: id }, last === undefined ? undefined : String(last));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  await live.start();
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(async () => {
  await live.stop();
  server.close();
  await database.drop();
});

const listen = async (person: string, after?: string) => {
  const stream = await follow(port, person, after);
  streams.push(stream);
  return stream;
};
const thing = (id: string) => announce(database.db, { subject: 'thing', id, kind: 'changed' });
const changes = ({ heard }: Stream) => heard.filter(({ event }) => event === 'change');
const reader = readers[0] ?? '';
const patience = { timeout: 10_000 };
const connections = () => new Promise<number>((done) => server.getConnections((_error, count) => done(count)));
/** Waits until nobody listens any more. */
const alone = () => vi.waitUntil(async () => live.count() + (await connections()) === 0, patience);

it('forty who come back at the same time are told together: the log is read and its hearers are asked a few times, not forty', async () => {
  const first = await listen(reader);
  await thing(theirs);
  const { id } = await first.until(({ event }) => event === 'change');
  await announceAll(
    database.db,
    Array.from({ length: 60 }, (_, n) => ({ subject: 'thing', id: n % 2 ? theirs : nobodys, kind: `${n}` })),
  );
  await first.until(({ data }) => data.kind === '59');
  asked = 0;
  const back = await Promise.all(readers.map((person) => listen(person, id)));
  await Promise.all(back.map((stream) => stream.until(({ data }) => data.kind === '59')));
  for (const stream of back) expect(stream.heard).toEqual(changes(first).slice(1));
  expect(asked).toBeLessThan(20);
});

it('who was away while much happened that is not theirs is told their own, and need not read everything anew', async () => {
  const first = await listen(reader);
  await thing(theirs);
  const { id } = await first.until(({ event }) => event === 'change');
  await sql`insert into platform_change (subject, id, kind) select 'thing', ${nobodys}::uuid, 'other' from generate_series(1, 5000)`.execute(
    database.db,
  );
  await thing(theirs);
  const back = await listen(reader, id);
  await back.until(({ event }) => event === 'change');
  expect(back.heard.map(({ event }) => event)).toEqual(['change']);
});

it('who missed more than is read for one person, or more than is told one by one, is told to read everything anew', async () => {
  const first = await listen(reader);
  const much = async (id: string, count: number) => {
    await announce(database.db, { subject: 'thing', id: theirs, kind: `before ${count}` });
    const before = await first.until(({ data }) => data.kind === `before ${count}`);
    await sql`insert into platform_change (subject, id, kind) select 'thing', ${id}::uuid, 'much' from generate_series(1, ${count}::int)`.execute(
      database.db,
    );
    await announce(database.db, { subject: 'thing', id: theirs, kind: `after ${count}` });
    await first.until(({ data }) => data.kind === `after ${count}`);
    return listen(reader, before.id);
  };
  for (const back of [await much(nobodys, 6001), await much(theirs, 1001)]) {
    expect((await back.until(() => true)).event).toBe('resync');
    await thing(theirs);
    await back.until(({ data }) => data.kind === 'changed');
  }
});

it('one person who opens streams without end keeps a few, each new one for the oldest, and others hear as before', async () => {
  const [flooder = '', other = ''] = readers;
  await alone();
  const quiet = await listen(other);
  const flood: Stream[] = [];
  for (let n = 0; n < 6; n += 1)
    flood.push(...(await Promise.all(Array.from({ length: mostStreams }, () => listen(flooder)))));
  expect(live.count()).toBe(1 + mostStreams);
  const [ended, kept] = [flood.slice(0, -mostStreams), flood.slice(-mostStreams)];
  await Promise.all(ended.map((stream) => stream.ended));
  expect(new Set(ended.map(({ heard }) => heard.at(-1)?.event))).toEqual(new Set(['crowded']));
  await vi.waitUntil(async () => (await connections()) === 1 + mostStreams, patience);
  await thing(theirs);
  await Promise.all([quiet, ...kept].map((stream) => stream.until(({ event }) => event === 'change')));
});

it('nor does it help not to read: what is ended is gone, and nothing of it is kept', async () => {
  const [flooder = ''] = readers;
  await alone();
  let taken = 0;
  const count = () => (taken += 1);
  server.on('request', count);
  const sockets = Array.from({ length: mostStreams * 2 }, () => {
    const socket = connect(port, '127.0.0.1').pause();
    socket.on('error', () => undefined);
    socket.write(`GET / HTTP/1.1\r\nhost: localhost\r\ncookie: ${flooder}\r\n\r\n`);
    return socket;
  });
  await vi.waitUntil(async () => taken === sockets.length && (await connections()) === mostStreams, patience);
  expect(live.count()).toBe(mostStreams);
  server.off('request', count);
  for (const socket of sockets) socket.destroy();
});

it('news does not wait behind those who write', async () => {
  const stream = await listen(reader);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  const busy = Array.from({ length: 6 }, () => database.db.connection().execute(() => held));
  const outside = database.aside(1);
  await announce(outside.db, { subject: 'thing', id: theirs, kind: 'while all are busy' });
  const heard = await stream.until(({ data }) => data.kind === 'while all are busy');
  expect(heard.data.id).toBe(theirs);
  release();
  await Promise.all(busy);
  await outside.close();
});

it('when the database cannot say who is still signed in, nobody is sent away; when it can, who is not', async () => {
  const [stays, goes] = [await listen(readers[0] ?? ''), await listen(readers[1] ?? '')];
  let failed = 0;
  mayEnter = async () => {
    failed += 1;
    throw new Error('away');
  };
  await vi.waitUntil(() => failed >= 2, { timeout: 10_000 });
  expect([...stays.heard, ...goes.heard].map(({ event }) => event)).not.toContain('ended');
  mayEnter = async (passes) => new Set(passes.filter((pass) => pass !== readers[1]));
  await goes.ended;
  expect(goes.heard.at(-1)?.event).toBe('ended');
  await thing(theirs);
  await stays.until(({ event }) => event === 'change');
});
