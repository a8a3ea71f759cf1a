// Coming back to the stream of changes with the last id that was heard: nothing missed and nothing twice, whichever process answers.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { at, openHotel, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import { requestAudiences } from '../requests/requests.ts';
import { announce, forgetChanges, isCursor } from './changes.ts';
import { newId } from './db.ts';
import { createLive } from './live.ts';
import { isAfter } from './place.ts';
import { about, follow, kindsOf, type Heard, type Stream } from './stream-for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
let port: number;
const streams: Stream[] = [];
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
  await hotel.http.listen({ host: '127.0.0.1', port: 0 });
  port = (hotel.http.server.address() as AddressInfo).port;
});
beforeEach(() => {
  for (const stream of streams.splice(0)) stream.close();
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

/** Something that only this person hears: whatever was to come before it has come. */
const marker = async (stream: Stream, person: Person) => {
  const id = newId();
  await announce(hotel.db, { subject: 'notice', id, kind: 'marker', to: person.id });
  return stream.until(about({ id }));
};
const open = async (after?: string): Promise<Stream> => {
  const stream = await follow(port, hotel.aino.cookie, after);
  streams.push(stream);
  return stream;
};
/** Somebody says something; where that stands in the log. */
const said = async (stream: Stream, request: { id: string }): Promise<Heard> => {
  const heard = new Set(stream.heard);
  await hotel.mika.post(at(request, 'messages'), { body: 'Hello' });
  return stream.until((one) => about(request, 'message')(one) && !heard.has(one));
};

it('misses nothing and hears nothing twice, wherever the break was', async () => {
  const request = await tell.ask();
  const first = await open();
  const from = await marker(first, hotel.aino);
  first.close();
  const writing = Promise.all(
    Array.from({ length: 12 }, (_, n) => hotel.mika.post(at(request, 'messages'), { body: `Word ${n}` })),
  );
  const collected: Heard[] = [];
  while (collected.length < 12) {
    const next = await open(collected.at(-1)?.id ?? from.id);
    collected.push(await next.until(about(request)));
    next.close();
  }
  await writing;
  expect(new Set(collected.map(({ id }) => id)).size).toBe(12);
  const whole = await open(from.id);
  await marker(whole, hotel.aino);
  expect(whole.heard.filter(about(request))).toEqual(collected);
});

it('from a process that was ahead hears nothing twice of one that is behind', async () => {
  const request = await tell.ask();
  const ahead = await open();
  await marker(ahead, hotel.aino);
  const backends = async () => {
    const found = await sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'`.execute(hotel.db);
    return found.rows.map(({ pid }) => pid);
  };
  const known = await backends();
  const behind = createLive(hotel.database, {
    audiences: requestAudiences,
    stillIn: async (_db, passes) => new Set(passes),
    pollMs: 3_600_000,
  });
  await behind.start();
  const server = createServer((asked, answer) => {
    void behind.listen(answer, { id: hotel.aino.id, session: 'hers' }, String(asked.headers['last-event-id']));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // It hears nothing of what follows until it listens again.
  for (const pid of await backends())
    if (!known.includes(pid)) await sql`select pg_terminate_backend(${pid})`.execute(hotel.db);
  const last = await said(ahead, request);
  const back = await follow((server.address() as AddressInfo).port, '', last.id);
  streams.push(back);
  await said(ahead, request);
  const reached = () => back.heard.some(about(request));
  // Once it listens, the next change wakes it for all that it has slept through.
  while (!reached()) await said(ahead, request);
  await marker(back, hotel.aino);
  const after = ahead.heard.filter((heard) => about(request)(heard) && isAfter(heard.id, last.id));
  expect(back.heard.filter(about(request))).toEqual(after);
  await behind.stop();
  server.close();
});

it('after longer than the log lasts, or from another log, is told to read everything anew, and goes on from there', async () => {
  const request = await tell.ask();
  const stream = await open();
  await said(stream, request);
  const early = await open('1-1');
  expect((await early.until(() => true)).event).toBe('resync');
  await forgetChanges(hotel.db, new Date(Date.now() + 4 * 86_400_000));
  for (const place of [stream.heard.at(-1)!.id, `${10n ** 15n}-1`]) {
    const back = await open(place);
    expect((await back.until(() => true)).event).toBe('resync');
    await said(back, request);
    expect(kindsOf(back, request)).toEqual(['message']);
  }
});

it('from the place that came with the session, tells what happened before the stream began', async () => {
  const request = await tell.ask();
  const { news }: { news: string } = (await hotel.aino.get('/api/session')).body;
  await hotel.mika.post(at(request, 'messages'), { body: 'Said while the page was read' });
  const stream = await open(news);
  await stream.until(about(request, 'message'));
  await marker(stream, hotel.aino);
  expect(stream.heard.filter(about(request, 'message'))).toHaveLength(1);
  expect((await hotel.browser().get('/api/session')).body).toMatchObject({ news: null });
});

it('with an id that is none begins now', async () => {
  expect(['9999999999999999999-1', '1-9223372036854775808', '1', 'x', '1-2-3', ''].filter(isCursor)).toEqual([]);
  const stream = await open('9999999999999999999-9999999999999999999');
  expect((await stream.until(() => true)).event).toBe('hello');
});
