// What else is needed, through HTTP: learned of real rows, offered to whoever asks and whoever serves, included, and answered.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Anticipation, RequestAnticipations } from '../../contract/anticipation.ts';
import { createService } from '../catalog/catalog.ts';
import { transact } from '../platform/db.ts';
import { at, must, openHotel, refuses, seen, type Hotel, type Person } from '../requests/for-tests.ts';
import { learnAnew } from './learning.ts';

let hotel: Hotel;
let ids: Record<'laptop' | 'dock' | 'soup' | 'pay' | 'badge', string>;
beforeEach(async () => {
  hotel = await openHotel();
  ids = await transact(hotel.db, async (tx) => {
    const offer = async (name: string, more: object = {}) =>
      must(await createService(tx, { team: hotel.it, name, ...more }, hotel.time())).id;
    const badge = await offer('A badge');
    return {
      badge,
      laptop: await offer('A laptop', { alsoNeeded: [badge] }),
      dock: await offer('A docking station'),
      soup: await offer('Soup', { team: hotel.kitchen, askers: [hotel.kitchen] }),
      pay: await offer('A word about pay', { sight: 'private' }),
    };
  });
});
afterEach(() => hotel.close());

/** So many people who asked for a laptop, and for `needed` three days later; for a badge at another time. */
async function history(people: number, needed: string): Promise<void> {
  await sql`insert into directory_person (id, name, email, language, zone, folded, created_at)
    select uuidv7(), 'Past ' || n, 'past' || n || '@example.com', 'en', 'UTC', 'past', now() from generate_series(1, ${people}::int) n`.execute(
    hotel.db,
  );
  await sql`insert into requests_request (id, number, title, details, state, requester_id, team_id, greet_by, zone, created_at, updated_at, ended_at,
      service_id, sight, imported)
    select uuidv7(), 10000 + row_number() over (), 'Past', '', 'closed', p.id, ${hotel.it}, a.at, 'UTC', a.at, a.at, a.at, a.service, s.sight, true
    from (select id, ${hotel.time()}::timestamptz - make_interval(days => 200 - row_number() over ()::int) as since
      from directory_person where email like 'past%') p
    cross join lateral (values (${ids.badge}::uuid, p.since - interval '20 days'), (${ids.laptop}, p.since), (${needed}, p.since + interval '3 days')) a (service, at)
    join catalog_service s on s.id = a.service`.execute(hotel.db);
  await learnAnew(hotel.db, hotel.time());
}
const offersFor = async (who: Person, service: string): Promise<Anticipation[]> => {
  const said = await who.get(`/api/services/${service}/anticipations`);
  expect(said.status, said.text).toBe(200);
  return (said.body as { items: Anticipation[] }).items;
};
const answer = (who: Person, wanted: boolean | null) =>
  who.call('PUT', `/api/services/${ids.laptop}/anticipations/${ids.dock}`, { wanted });
const named = (items: readonly Pick<Anticipation, 'service' | 'by'>[]) =>
  items.map(({ service, by }) => `${service.name}, ${by}`);

describe('whoever asks', () => {
  test('is offered first what the team says, then what history shows with its counts', async () => {
    await history(30, ids.dock);
    const items = await offersFor(hotel.aino, ids.laptop);
    expect(named(items)).toEqual(['A badge, team', 'A docking station, history']);
    expect(items[0]?.evidence).toBeNull();
    expect(items[1]).toMatchObject({
      evidence: { asked: 30, needed: 25, atLeast: true, days: 14 },
      mine: null,
      wanted: null,
    });
    expect(items[1]?.can).toEqual(['ask', 'answer']);
  });
  test('is told nothing that fewer than twenty people show', async () => {
    await history(19, ids.dock);
    expect(named(await offersFor(hotel.aino, ids.laptop))).toEqual(['A badge, team']);
  });
  test('is told nothing that is learned of what is private, nor of services that they may not see', async () => {
    await history(30, ids.pay);
    expect(named(await offersFor(hotel.aino, ids.laptop))).toEqual(['A badge, team']);
    await sql`update requests_request set service_id = ${ids.soup}, sight = 'usual' where service_id = ${ids.pay}`.execute(
      hotel.db,
    );
    await learnAnew(hotel.db, hotel.time());
    expect(named(await offersFor(hotel.aino, ids.laptop))).toEqual(['A badge, team']);
    expect(named(await offersFor(hotel.oleg, ids.laptop))).toEqual(['A badge, team', 'Soup, history']);
  });
  test('is told at once no more of a service that becomes private', async () => {
    await history(30, ids.dock);
    await sql`update catalog_service set sight = 'private' where id = ${ids.dock}`.execute(hotel.db);
    expect(named(await offersFor(hotel.aino, ids.laptop))).toEqual(['A badge, team']);
  });
  test('says whether they want it, and may say otherwise or nothing', async () => {
    await history(30, ids.dock);
    const mine = async () => (await offersFor(hotel.aino, ids.laptop)).map((item) => item.mine);
    for (const wanted of [false, true, null]) {
      expect((await answer(hotel.aino, wanted)).status).toBe(204);
      expect(await mine()).toEqual([null, wanted]);
    }
    expect((await offersFor(hotel.eeva, ids.laptop))[1]?.mine).toBeNull();
  });
  test('cannot answer what is not offered', async () => {
    await refuses(hotel, () => answer(hotel.aino, true), 404, 'notFound');
  });
  test('is no longer offered what hardly anybody wanted; those who edit the service see why', async () => {
    await history(30, ids.dock);
    await sql`insert into anticipation_answer (service_id, needed_id, person_id, wanted, at)
      select ${ids.laptop}, ${ids.dock}, id, false, now() from directory_person where email like 'past%'`.execute(
      hotel.db,
    );
    expect(named(await offersFor(hotel.aino, ids.laptop))).toEqual(['A badge, team']);
    expect((await offersFor(hotel.liisa, ids.laptop))[1]).toMatchObject({
      silent: true,
      wanted: { yes: 0, of: 30 },
      can: ['answer'],
    });
  });
});

describe('whoever serves', () => {
  const due = '2026-11-24T14:00:00Z';
  const asked = async () =>
    seen(await hotel.aino.post('/api/requests', { service: ids.laptop, details: '', title: 'A laptop for me' }));
  const promised = async () =>
    seen(await hotel.mika.post(at(await asked(), 'promise'), { deliverable: 'A laptop', due }));
  const seenBy = async (who: Person, request: { id: string }): Promise<RequestAnticipations> => {
    const said = await who.get(at(request, 'anticipations'));
    expect(said.status, said.text).toBe(200);
    return said.body;
  };
  const include = (request: { id: string }, needed = ids.dock, who = hotel.mika) =>
    who.post(at(request, `anticipations/${needed}`));

  test('sees it before promising, and promises it along afterwards: a promise of its own by the same time', async () => {
    await history(30, ids.dock);
    const request = await asked();
    const before = await seenBy(hotel.mika, request);
    expect(named(before.items)).toEqual(['A badge, team', 'A docking station, history']);
    expect(before.items.map(({ can }) => can)).toEqual([[], []]);
    seen(await hotel.mika.post(at(request, 'promise'), { deliverable: 'A laptop', due }));
    const said = await include(request);
    expect(said.status, said.text).toBe(201);
    const after: RequestAnticipations = said.body;
    expect(named(after.items)).toEqual(['A badge, team']);
    expect(after.included).toMatchObject([
      { service: { id: ids.dock }, by: { id: hotel.mika.id }, wanted: null, can: [] },
    ]);
    const { rows } =
      await sql`select subject, promiser_id, promisee_id, due_at, origin_id from promises_promise where id = ${after.included[0]?.promise}`.execute(
        hotel.db,
      );
    expect(rows).toEqual([
      {
        subject: 'promise',
        promiser_id: hotel.mika.id,
        promisee_id: hotel.aino.id,
        due_at: new Date(due),
        origin_id: request.id,
      },
    ]);
  });
  test('includes nothing twice, nothing that was asked for already, and nothing without having promised', async () => {
    await history(30, ids.dock);
    const request = await promised();
    await refuses(hotel, () => include(request, ids.dock, hotel.liisa), 403, 'notYours');
    await refuses(hotel, () => include(request, ids.dock, hotel.oleg), 404, 'notFound');
    await include(request);
    await refuses(hotel, () => include(request), 409, 'notFromHere');
    seen(await hotel.aino.post('/api/requests', { service: ids.badge, details: '', title: 'A badge' }));
    await refuses(hotel, () => include(request, ids.badge), 409, 'notFromHere');
    expect((await seenBy(hotel.mika, request)).items).toEqual([]);
  });
  test('hears what became of it: whoever needs it says yes, or no and lets the promise go', async () => {
    const request = await promised();
    await include(request, ids.badge);
    const say = (wanted: boolean, who = hotel.aino) =>
      who.call('PUT', at(request, `anticipations/${ids.badge}`), { wanted });
    await refuses(hotel, () => say(true, hotel.mika), 404, 'notFound');
    expect((await seenBy(hotel.liisa, request)).included).toEqual([]);
    expect((await seenBy(hotel.aino, request)).included).toMatchObject([{ wanted: null, can: ['answer'] }]);
    expect((await say(true)).status).toBe(200);
    expect((await seenBy(hotel.mika, request)).included).toMatchObject([{ wanted: true }]);
    expect((await say(false)).status).toBe(200);
    const { rows } = await sql<{
      outcome: string;
    }>`select outcome from promises_promise where subject = 'promise'`.execute(hotel.db);
    expect(rows).toEqual([{ outcome: 'released' }]);
    await refuses(hotel, () => say(true), 409, 'notFromHere');
    expect((await offersFor(hotel.aino, ids.laptop))[0]?.mine).toBe(false);
  });
});
