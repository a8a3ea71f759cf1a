// What is begun as whom the cookie led to the last time stands only if that still holds: nothing is read, written or refused by an old right.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openHotel, stories, type Hotel } from '../requests/for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
afterAll(() => hotel.close());

const requests = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from requests_request`.execute(hotel.db)).rows[0]?.count;

it('a team left is a queue that is not there, from the next call on', async () => {
  const request = await tell.ask();
  expect((await hotel.liisa.get(at(request))).status).toBe(200);
  await sql`delete from directory_membership where person_id = ${hotel.liisa.id}`.execute(hotel.db);
  expect((await hotel.liisa.get(at(request))).status).toBe(404);
  expect((await hotel.liisa.get(`/api/teams/${hotel.it}/queue`)).status).toBe(404);
  expect((await hotel.liisa.post(at(request, 'messages'), { body: 'Still here?' })).status).toBe(404);
});

it('a team entered is a queue at once', async () => {
  expect((await hotel.oleg.get(`/api/teams/${hotel.it}/queue`)).status).toBe(404);
  await sql`insert into directory_membership (team_id, person_id, lead) values (${hotel.it}, ${hotel.oleg.id}, false)`.execute(
    hotel.db,
  );
  expect((await hotel.oleg.get(`/api/teams/${hotel.it}/queue`)).status).toBe(200);
});

it('a right that was given makes what was refused before', async () => {
  expect((await hotel.mika.get('/api/audit')).status).toBe(403);
  await sql`update directory_person set administrator = true where id = ${hotel.mika.id}`.execute(hotel.db);
  expect((await hotel.mika.get('/api/audit')).status).toBe(200);
  await sql`update directory_person set administrator = false where id = ${hotel.mika.id}`.execute(hotel.db);
  expect((await hotel.mika.get('/api/audit')).status).toBe(403);
});

it('a session that has ended writes nothing, and is told to sign in', async () => {
  expect((await hotel.aino.get('/api/today')).status).toBe(200);
  await sql`delete from auth_session where user_id = ${hotel.aino.id}`.execute(hotel.db);
  const before = await requests();
  const asked = await hotel.aino.post(
    '/api/requests',
    { title: 'A lamp', team: hotel.it },
    { 'idempotency-key': 'late' },
  );
  expect([asked.status, (await hotel.aino.get('/api/today')).status]).toEqual([401, 401]);
  expect(await requests()).toBe(before);
});
