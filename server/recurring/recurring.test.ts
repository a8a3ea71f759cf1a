// Asks that come round, through HTTP and by the job: each day's once, in the owner's name, seen by the owner alone.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Recurring } from '../../contract/recurring.ts';
import type { Said } from '../platform/test.ts';
import { openHotel, refuses, type Hotel, type Person } from '../requests/for-tests.ts';
import { askDue } from './recurring.ts';

let hotel: Hotel;
beforeEach(async () => {
  hotel = await openHotel();
});
afterEach(() => hotel.close());

const monthly = () => ({
  title: 'Check the fire doors',
  details: 'All three floors',
  team: hotel.it,
  participants: [hotel.eeva.id],
  recurrence: { every: 'months', count: 1, on: { nth: 1, weekday: 1 } },
  from: '2026-11-24',
  time: '08:30',
});
const create = async (more: object = {}): Promise<Recurring> =>
  made(await hotel.aino.post('/api/recurring', { ...monthly(), ...more }));
const made = (said: Said): Recurring => {
  if (said.status >= 300) throw new Error(said.text);
  return said.body;
};
const asked = async (by: Person = hotel.aino): Promise<{ title: string; createdAt: string }[]> => {
  const said = await by.get('/api/requests?role=asked');
  const { items }: { items: { title: string; createdAt: string }[] } = said.body;
  return items;
};
const leaves = async (person: Person) =>
  expect((await hotel.jussi.post(`/api/people/${person.id}/deactivation`)).status).toBe(200);
const on = async (at: string) => {
  hotel.time(at);
  await askDue(hotel.db, hotel.time());
};

test('says when it is asked next, in the zone of the one who asks', async () => {
  const { next, zone, last, trouble, can } = await create();
  expect({ next, zone, last, trouble, can }).toEqual({
    next: '2026-12-07T06:30:00.000Z',
    zone: 'Europe/Helsinki',
    last: null,
    trouble: null,
    can: ['update', 'remove'],
  });
});

describe('the job', () => {
  test('asks on the day and not before, and never twice', async () => {
    await create();
    await on('2026-12-07T06:29:00Z');
    expect(await asked()).toEqual([]);
    await on('2026-12-07T06:30:00Z');
    await on('2026-12-07T06:31:00Z');
    expect(await asked()).toMatchObject([{ title: 'Check the fire doors', createdAt: '2026-12-07T06:30:00.000Z' }]);
    const [one] = (await hotel.aino.get('/api/recurring').then((said) => said.body as { items: Recurring[] })).items;
    expect(one).toMatchObject({ next: '2027-01-04T06:30:00.000Z', last: { at: '2026-12-07T06:30:00.000Z' } });
  });
  test('asks once though two of them run at the same moment', async () => {
    await create();
    hotel.time('2026-12-07T07:00:00Z');
    await Promise.all([askDue(hotel.db, hotel.time()), askDue(hotel.db, hotel.time()), askDue(hotel.db, hotel.time())]);
    expect(await asked()).toHaveLength(1);
  });
  test('asks once after weeks in which nobody looked', async () => {
    await create({ recurrence: { every: 'days', count: 1 } });
    await on('2026-12-20T12:00:00Z');
    expect(await asked()).toHaveLength(1);
  });
  test('leaves out what is paused or over', async () => {
    const paused = await create();
    await create({ title: 'Only once', until: '2026-12-07' });
    made(
      await hotel.aino.call(
        'PATCH',
        `/api/recurring/${paused.id}`,
        { paused: true },
        { 'if-match': `"${paused.version}"` },
      ),
    );
    await on('2026-12-07T07:00:00Z');
    await on('2027-01-04T07:00:00Z');
    expect((await asked()).map(({ title }) => title)).toEqual(['Only once']);
  });
  test('keeps the reason when those asked are there no more, and goes on trying', async () => {
    const { id } = await create({ team: undefined, person: hotel.mika.id });
    await leaves(hotel.mika);
    await on('2026-12-07T07:00:00Z');
    expect(await asked()).toEqual([]);
    const now = made(await hotel.aino.get(`/api/recurring/${id}`));
    expect(now.trouble).toMatch(/\S \S/);
    expect(now.next).toBe('2027-01-04T06:30:00.000Z');
  });
  test('asks nothing in the name of somebody who has left', async () => {
    await create();
    await leaves(hotel.aino);
    await on('2026-12-07T07:00:00Z');
    expect(await asked(hotel.liisa)).toEqual([]);
    const queue = await hotel.liisa.get(`/api/teams/${hotel.it}/queue`);
    expect((queue.body as { items: unknown[] }).items).toEqual([]);
  });
});

test('is its owner’s alone: to others it does not exist', async () => {
  const { id } = await create();
  const unknown = await hotel.liisa.get('/api/recurring/0199a7a0-0000-7000-8000-000000000000');
  for (const who of [hotel.liisa, hotel.eeva, hotel.jussi]) {
    expect((await who.get(`/api/recurring/${id}`)).text).toBe(unknown.text);
    await refuses(hotel, () => who.call('DELETE', `/api/recurring/${id}`), 404, 'notFound');
    expect((await who.get('/api/recurring')).body).toEqual({ items: [], next: null });
  }
});

test('removed, it comes no more; what was asked stays', async () => {
  const { id } = await create();
  await on('2026-12-07T07:00:00Z');
  expect((await hotel.aino.call('DELETE', `/api/recurring/${id}`)).status).toBe(204);
  await on('2027-01-04T07:00:00Z');
  expect(await asked()).toHaveLength(1);
});

describe('is refused', () => {
  test('with an end before its beginning, with two whom to ask, or of oneself', async () => {
    const post = (more: object) => () => hotel.aino.post('/api/recurring', { ...monthly(), ...more });
    await refuses(hotel, post({ until: '2026-11-01' }), 422, 'wrongPeriod', 'until');
    await refuses(hotel, post({ until: '2026-11-30' }), 422, 'neverComes', 'until');
    await refuses(hotel, post({ person: hotel.mika.id }), 422, 'oneRecipient', 'team');
    await refuses(hotel, post({ team: undefined, person: hotel.aino.id }), 422, 'askYourself', 'person');
    await refuses(hotel, post({ participants: [hotel.it] }), 422, 'unknownPerson', 'participants');
  });
  test('when somebody has changed it meanwhile', async () => {
    const { id } = await create();
    const change = (version: number) =>
      hotel.aino.call('PATCH', `/api/recurring/${id}`, { title: 'Other' }, { 'if-match': `"${version}"` });
    expect((await change(1)).status).toBe(200);
    await refuses(hotel, () => change(1), 412, 'changedMeanwhile');
  });
});
