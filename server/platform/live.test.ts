// The stream of changes over real HTTP: in commit order, only for those who may see it at that moment, and through trouble.
import { connect, type AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, openHotel, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import { announce, changesAfter, latest } from './changes.ts';
import { newId, transact } from './db.ts';
import { isAfter } from './place.ts';
import { about, follow, kindsOf, type Stream } from './stream-for-tests.ts';

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
/** Opens a stream that has heard nothing yet; `place` is where it stands. */
async function hear(person: Person): Promise<Stream & { place: string }> {
  const stream = await follow(port, person.cookie);
  streams.push(stream);
  const { id: place } = await marker(stream, person);
  stream.heard.length = 0;
  return { ...stream, place };
}
const say = (person: Person, request: { id: string }, body = 'Hello') => person.post(at(request, 'messages'), { body });

describe('whoever follows', () => {
  it('hears of what happens, as it happens, and of nothing that is not theirs', async () => {
    const [aino, mika, oleg] = [await hear(hotel.aino), await hear(hotel.mika), await hear(hotel.oleg)];
    const request = await tell.promised();
    await Promise.all([marker(aino, hotel.aino), marker(mika, hotel.mika), marker(oleg, hotel.oleg)]);
    expect(kindsOf(aino, request)).toEqual(['asked', 'promised']);
    expect(kindsOf(mika, request)).toEqual(['asked', 'promised']);
    const told = (stream: Stream) =>
      stream.heard.filter(({ data }) => data.kind !== 'marker').map(({ data }) => data.subject);
    expect(told(aino).toSorted()).toEqual(['notice', 'request', 'request']);
    expect(told(mika)).toEqual(['request', 'request']);
    expect(told(oleg)).toEqual([]);
  });
  it('hears of a note only in the team', async () => {
    const request = await tell.promised();
    const [aino, mika] = [await hear(hotel.aino), await hear(hotel.mika)];
    await hotel.liisa.post(at(request, 'messages'), { body: 'Between us', kind: 'note' });
    await mika.until(about(request, 'note'));
    await marker(aino, hotel.aino);
    expect(kindsOf(aino, request)).toEqual([]);
  });
  it('must be signed in', async () => {
    expect((await hotel.browser().get('/api/events')).status).toBe(401);
  });
});

describe('the order', () => {
  it('is that of commits: a transaction that commits late is neither skipped nor overtaken', async () => {
    const [early, request] = [await tell.ask(), await tell.ask()];
    const stream = await hear(hotel.aino);
    const before = await latest(hotel.db);
    let begin = () => {};
    let release = () => {};
    const begun = new Promise<void>((done) => (begin = done));
    const held = new Promise<void>((done) => (release = done));
    const long = transact(hotel.db, async (tx) => {
      await announce(tx, { subject: 'request', id: early.id, kind: 'late' });
      begin();
      await held;
    });
    await begun;
    for (let n = 0; n < 5; n += 1) await say(hotel.mika, request, `Word ${n}`);
    expect(await changesAfter(hotel.db, before, 100)).toEqual({ changes: [], waiting: true });
    expect(stream.heard).toEqual([]);
    release();
    await long;
    await marker(stream, hotel.aino);
    const order = stream.heard.filter(({ data }) => data.subject === 'request').map(({ data }) => data.kind);
    expect(order).toEqual(['late', 'message', 'message', 'message', 'message', 'message']);
  });
  it('holds among many writers, each heard once', async () => {
    const request = await tell.ask();
    const stream = await hear(hotel.aino);
    const people = [hotel.mika, hotel.liisa];
    await Promise.all(Array.from({ length: 24 }, (_, n) => say(people[n % 2]!, request, `Word ${n}`)));
    await marker(stream, hotel.aino);
    expect(kindsOf(stream, request)).toHaveLength(24);
    const ids = stream.heard.map(({ id }) => id);
    expect(ids.every((id, n) => n === 0 || isAfter(id, ids[n - 1]!))).toBe(true);
  });
});

describe('the right to see', () => {
  it('is asked at the moment of sending: whoever left the team meanwhile hears nothing', async () => {
    const request = await tell.ask();
    const stream = await hear(hotel.mika);
    await transact(hotel.db, async (tx) => {
      await announce(tx, { subject: 'request', id: request.id, kind: 'secret' });
      await announce(tx, { subject: 'request', id: request.id, kind: 'secret', to: hotel.mika.id });
      await tx.deleteFrom('directory_membership').where('person_id', '=', hotel.mika.id).execute();
    });
    await marker(stream, hotel.mika);
    const back = await follow(port, hotel.mika.cookie, stream.place);
    streams.push(back);
    await marker(back, hotel.mika);
    expect([...kindsOf(stream, request), ...kindsOf(back, request)]).toEqual([]);
    await hotel.db.insertInto('directory_membership').values({ team_id: hotel.it, person_id: hotel.mika.id }).execute();
  });
  it('ends with the session, at once, and leaves other people’s streams open', async () => {
    const [eeva, aino] = [await hear(hotel.eeva), await hear(hotel.aino)];
    await hotel.eeva.call('DELETE', '/api/session');
    await eeva.until(({ event }) => event === 'ended');
    await eeva.ended;
    await marker(aino, hotel.aino);
    expect(aino.heard.map(({ event }) => event)).toEqual(['change']);
  });
  it('ends when somebody is let go', async () => {
    const oleg = await hear(hotel.oleg);
    const person = await hotel.jussi.get(`/api/people/${hotel.oleg.id}`);
    const version = { 'if-match': String(person.headers['etag']) };
    expect((await hotel.jussi.post(`/api/people/${hotel.oleg.id}/deactivation`, {}, version)).status).toBeLessThan(300);
    await oleg.until(({ event }) => event === 'ended');
    await oleg.ended;
    expect(oleg.heard.at(-1)?.event).toBe('ended');
  });
});

describe('trouble', () => {
  const patience = { timeout: 15_000 };
  it('a reader that does not read is dropped, and costs no memory', async () => {
    const socket = connect(port, '127.0.0.1');
    const before = hotel.live.count();
    socket.write(`GET /api/events HTTP/1.1\r\nhost: localhost\r\ncookie: ${hotel.liisa.cookie}\r\n\r\n`);
    await vi.waitUntil(() => hotel.live.count() === before + 1, patience);
    socket.pause();
    await sql`
      insert into platform_change (subject, id, kind, recipient)
      select 'notice', ${newId()}::uuid, repeat('x', 4000), ${hotel.liisa.id}::uuid from generate_series(1, 6000)`.execute(
      hotel.db,
    );
    await vi.waitUntil(() => hotel.live.count() === before, patience);
    expect(socket.isPaused()).toBe(true);
    socket.destroy();
  });
  it('a broken LISTEN is mended by itself, and polling carries on meanwhile', async () => {
    const listening = async () => {
      const found = await sql<{ pid: number }>`
        select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'`.execute(
        hotel.db,
      );
      return found.rows.map(({ pid }) => pid);
    };
    const request = await tell.ask();
    const stream = await hear(hotel.aino);
    const [broken, ...others] = await listening();
    expect([broken, others]).toEqual([expect.any(Number), []]);
    await sql`select pg_terminate_backend(${broken})`.execute(hotel.db);
    await say(hotel.mika, request);
    const first = await stream.until(about(request));
    await vi.waitUntil(async () => (await listening()).some((pid) => pid !== broken), patience);
    await say(hotel.mika, request);
    const second = await stream.until((heard) => about(request)(heard) && heard.id !== first.id);
    expect(isAfter(second.id, first.id)).toBe(true);
  });
  it('a server that stops ends every stream', async () => {
    const stream = await hear(hotel.aino);
    await hotel.live.stop();
    await stream.ended;
    expect(hotel.live.count()).toBe(0);
  });
});
