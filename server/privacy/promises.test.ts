// Promises between two in privacy: in one's own data, without words once their team's months are over, and gone with whoever is erased.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAt, move, readPromise } from '../promises/for-tests.ts';
import { openHotel, type Hotel } from '../requests/for-tests.ts';
import { everything, retain } from './privacy.ts';
import { wholeCompany } from '../../contract/privacy.ts';

let hotel: Hotel;
let ended: { id: string };
let running: { id: string };
beforeAll(async () => {
  hotel = await openHotel();
  ended = await makeAt(hotel, { deliverable: 'The canary figures' }, hotel.mika);
  await move(hotel.mika, ended, 'renegotiation', { due: '2026-11-25T10:00:00Z', reason: 'A canary is missing' });
  await move(hotel.aino, ended, 'renegotiation/answer', { answer: 'accept', words: 'A canary can wait' });
  await move(hotel.mika, ended, 'delivery', { done: 'The canaries are there' });
  await move(hotel.aino, ended, 'acceptance', { thanks: 'Thank you for the canaries' });
  running = await makeAt(hotel, { deliverable: 'More canaries' }, hotel.mika);
});
afterAll(() => hotel.close());

const months = (count: number) => hotel.jussi.call('PUT', `/api/retention/team/${hotel.it}`, { months: count });
const words = (id: string) =>
  sql<{ told: string }>`
    select p::text || coalesce((select string_agg(r::text, ' ') from promises_revision r where r.promise_id = p.id), '') as told
    from promises_promise p where p.id = ${id}`
    .execute(hotel.db)
    .then(({ rows }) => rows[0]?.told ?? '');

it('stand in the own data of whoever said them', async () => {
  const data = (await hotel.mika.get('/api/me/data')).text;
  for (const said of ['The canary figures', 'A canary is missing', 'The canaries are there'])
    expect(data).toContain(said);
  expect(data).not.toContain('Thank you for the canaries');
  const hers = (await hotel.aino.get('/api/me/data')).text;
  for (const said of ['A canary can wait', 'Thank you for the canaries']) expect(hers).toContain(said);
});

it('lose their words when their team’s months are over; how they went, and what still runs, stays', async () => {
  expect((await months(6)).status).toBe(204);
  expect(await retain(hotel.db, everything, new Date('2027-05-20T10:00:00Z'))).toBe(0);
  expect(await words(ended.id)).toContain('canar');
  const after = new Date('2027-05-25T10:00:00Z');
  expect(await retain(hotel.db, everything, after)).toBe(1);
  expect(await words(ended.id)).not.toContain('canar');
  const now = await readPromise(hotel.aino, ended);
  expect(now).toMatchObject({ outcome: 'keptRenegotiated', renegotiations: 1, deliverable: '(words removed)' });
  expect(now.history.map(({ kind }) => kind)).toEqual(['made', 'proposed', 'accepted', 'delivered', 'ended']);
  expect((await readPromise(hotel.mika, running)).deliverable).toBe('More canaries');
  expect(await retain(hotel.db, everything, after)).toBe(0);
  const found: { promises: { id: string }[] } = (await hotel.mika.get('/api/search?q=canaries')).body;
  expect(found.promises.map(({ id }) => id)).toEqual([running.id]);
});

it('by the company’s months, without a team or of a team that has none of its own; a team’s own go before', async () => {
  const { jussi, eeva, aino, oleg, mika } = hotel;
  const whole = (count: number | null) =>
    jussi.call('PUT', `/api/retention/company/${wholeCompany}`, { months: count });
  const kept = async (by: typeof eeva, deliverable: string) => {
    const made = await makeAt(hotel, { deliverable }, by);
    await move(by, made, 'delivery', { done: 'There' });
    await move(aino, made, 'acceptance', {});
    return made;
  };
  const [nobodys, kitchens, its] = [
    await kept(eeva, 'A canary alone'),
    await kept(oleg, 'A canary soup'),
    await kept(mika, 'A canary disk'),
  ];
  const left = async () =>
    Promise.all([nobodys, kitchens, its].map(async ({ id }) => (await words(id)).includes('canary')));
  expect((await whole(3)).status).toBe(204);
  expect(await retain(hotel.db, everything, new Date('2027-02-20T10:00:00Z'))).toBe(0);
  expect(await retain(hotel.db, everything, new Date('2027-02-25T10:00:00Z'))).toBe(2);
  expect(await left()).toEqual([false, false, true]);
  expect((await whole(null)).status).toBe(204);
  expect(await retain(hotel.db, everything, new Date('2027-05-25T10:00:00Z'))).toBe(1);
  expect(await left()).toEqual([false, false, false]);
});

it('are let go with whoever leaves, and lose their words with whoever is erased', async () => {
  const { jussi, mika } = hotel;
  const promiseWords = 'Mika Korhonen has left';
  expect((await jussi.post(`/api/people/${mika.id}/farewell`, { promiseWords })).body).toMatchObject({ letGo: 1 });
  const { body }: { body: { version: number } } = await jussi.get(`/api/people/${mika.id}`);
  const erasure = { name: 'Mika Korhonen', words: 'remove' };
  const said = await jussi.post(`/api/people/${mika.id}/erasure`, erasure, { 'if-match': `"${body.version}"` });
  expect(said.status, said.text).toBe(204);
  expect(await words(running.id)).not.toMatch(/canar|Korhonen/);
  expect(await readPromise(hotel.aino, running)).toMatchObject({ outcome: 'released', by: { active: false } });
});
