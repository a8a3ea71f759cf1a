// Requests put together and asked together, through HTTP: who then sees what, who hears of it, and what stays where it was.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../contract/requests.ts';
import { at, openHotel, refuses, seen, stories, storyOf, toldOf, type Hotel, type Person } from './for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const merge = (by: Person, one: Request, into: { id: string }) =>
  by.post(at(one, 'merging'), { into: into.id, reason: 'The same lamp' });
const byEeva = (more: object = {}) => tell.ask({ title: 'It is dark in the hall', ...more }, hotel.eeva);
const ids = async (by: Person, url: string) =>
  ((await by.get(url)).body as { items: { id: string }[] }).items.map(({ id }) => id);

describe('putting two together', () => {
  it('ends the one, and whoever needs it asks along in the other', async () => {
    const [one, into] = [await byEeva({ participants: [hotel.oleg.id] }), await tell.promised()];
    const merged = seen(await merge(hotel.mika, one, into));
    expect(merged).toMatchObject({ state: 'withdrawn', merged: { into: { id: into.id, title: into.title } } });
    const there = seen(await hotel.eeva.get(at(into)));
    expect(there.coRequesters).toMatchObject([{ id: hotel.eeva.id }]);
    expect(there.can).toEqual(expect.arrayContaining(['message', 'release']));
    expect(there.can).not.toEqual(expect.arrayContaining(['edit', 'withdraw']));
    expect((await hotel.oleg.get(at(into))).status).toBe(404);
    expect(seen(await hotel.oleg.get(at(one))).merged).toEqual({ into: null });
  });

  it('moves no note and no word, and the one who asked the other finds neither', async () => {
    const [one, into] = [await byEeva(), await tell.ask()];
    for (const request of [one, into])
      await hotel.mika.post(at(request, 'messages'), { kind: 'note', body: `wombat of ${request.number}` });
    await hotel.eeva.post(at(one, 'messages'), { body: 'My lamp is quokka' });
    seen(await merge(hotel.mika, one, into));
    for (const person of [hotel.aino, hotel.eeva])
      for (const request of [one, into]) {
        const said = await person.get(at(request, 'messages'));
        expect(said.text).not.toContain('wombat');
        if (request === into || person === hotel.aino) expect(said.text).not.toContain('quokka');
      }
    expect((await hotel.aino.get(at(one))).status).toBe(404);
    expect((await hotel.aino.get(at(into, 'messages'))).text).not.toContain(one.id);
    expect(await storyOf(hotel.aino, into)).toEqual(['asked', 'askerAdded']);
    expect(await storyOf(hotel.liisa, into)).toEqual(['asked', 'note', 'tookIn', 'askerAdded']);
    expect(await storyOf(hotel.eeva, one)).toEqual(['asked', 'message', 'merged']);
  });

  it('tells everybody concerned once, and the actor nothing', async () => {
    const [one, into] = [await byEeva({ participants: [hotel.oleg.id] }), await tell.promised()];
    seen(await merge(hotel.liisa, one, into));
    expect([await toldOf(hotel.eeva, one), await toldOf(hotel.eeva, into)]).toEqual([['merged'], []]);
    expect((await toldOf(hotel.oleg, one))[0]).toBe('merged');
    expect((await toldOf(hotel.aino, into))[0]).toBe('askerJoined');
    expect([await toldOf(hotel.liisa, one), await toldOf(hotel.liisa, into)]).toEqual([[], []]);
    await hotel.mika.post(at(into, 'delivery'), { done: 'A new lamp' });
    expect((await toldOf(hotel.eeva, into))[0]).toBe('delivered');
  });

  it('releases a promise that was made, with the reason', async () => {
    const one = await byEeva();
    const due = '2026-11-24T14:00:00Z';
    seen(await hotel.mika.post(at(one, 'promise'), { deliverable: 'A lamp', due }));
    seen(await merge(hotel.mika, one, await tell.ask()));
    const { rows } = await hotel.database.pool.query<{ reason: string }>(
      `select v.reason from promises_revision v join promises_promise p on p.id = v.promise_id where p.subject_id = $1 and v.kind = 'ended'`,
      [one.id],
    );
    expect(rows).toEqual([{ reason: 'The same lamp' }]);
  });

  it('is for the serving team, and for whoever asked both', async () => {
    const [one, into] = [await tell.ask(), await tell.ask()];
    expect(seen(await merge(hotel.aino, one, into)).merged?.into?.id).toBe(into.id);
    const [other, own] = [await tell.ask({ participants: [hotel.eeva.id] }), await byEeva()];
    await refuses(hotel, () => merge(hotel.eeva, own, other), 403, 'notYours');
  });

  it('leaves apart what is not of the same team and sight, or has ended', async () => {
    const into = await tell.ask();
    const elsewhere = await tell.ask({ team: hotel.kitchen });
    await refuses(hotel, () => merge(hotel.aino, elsewhere, into), 422, 'otherTeam', 'into');
    await refuses(hotel, () => merge(hotel.mika, into, into), 422, 'mergeIntoItself', 'into');
    await refuses(hotel, () => merge(hotel.mika, into, elsewhere), 422, 'unknownRequest', 'into');
    const over = await tell.closed();
    const said = await merge(hotel.mika, into, over);
    expect([said.status, said.body]).toMatchObject([409, { code: 'notFromHere' }]);
  });

  it('never lets anybody who asks something private learn that somebody else did', async () => {
    const [one, into, open] = [await byEeva(), await tell.ask(), await tell.ask()];
    await sql`update requests_request set sight = 'private' where id in (${one.id}, ${into.id})`.execute(hotel.db);
    await refuses(hotel, () => merge(hotel.mika, one, into), 422, 'privateApart', 'into');
    await refuses(hotel, () => merge(hotel.mika, one, open), 422, 'otherSight', 'into');
  });

  it('is undone by opening it again: then it goes on by itself', async () => {
    const [one, into] = [await byEeva(), await tell.ask()];
    seen(await merge(hotel.mika, one, into));
    const again = seen(await hotel.eeva.post(at(one, 'reopening'), { reason: 'That is another lamp' }));
    expect(again).toMatchObject({ state: 'asked', merged: null });
  });
});

describe('asking along', () => {
  const along = (by: Person, request: Request, person: Person) =>
    by.call('PUT', at(request, `co-requesters/${person.id}`));

  it('the next shift sees it, waits for it, and accepts it', async () => {
    const request = await tell.delivered();
    seen(await along(hotel.aino, request, hotel.eeva));
    expect(await toldOf(hotel.eeva, request)).toEqual(['askerAdded']);
    expect(await ids(hotel.eeva, '/api/requests?role=asked')).toContain(request.id);
    const today = (await hotel.eeva.get('/api/today')).body as { awaitingMyWord: { id: string }[] };
    expect(today.awaitingMyWord.map(({ id }) => id)).toContain(request.id);
    const closed = seen(await hotel.eeva.post(at(request, 'acceptance'), { thanks: 'Thank you!' }));
    expect(closed.state).toBe('closed');
  });

  it('the one who asked hears of it when the team adds somebody', async () => {
    const request = await tell.ask();
    seen(await along(hotel.mika, request, hotel.eeva));
    expect(await toldOf(hotel.aino, request)).toEqual(['askerJoined']);
    expect(await toldOf(hotel.mika, request)).toEqual([]);
  });

  it('is not for those who serve it', async () => {
    const request = await tell.ask();
    await refuses(hotel, () => along(hotel.aino, request, hotel.liisa), 422, 'servesIt', 'person');
  });

  it('ends when one says so oneself, and with it the sight of it', async () => {
    const request = await tell.ask();
    seen(await along(hotel.aino, request, hotel.eeva));
    const left = await hotel.eeva.call('DELETE', at(request, `co-requesters/${hotel.eeva.id}`));
    expect(left.status).toBe(204);
    expect((await hotel.eeva.get(at(request))).status).toBe(404);
  });
});
