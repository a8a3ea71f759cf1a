// Saved views and replies of a team, through HTTP.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filled, type Template, type View } from '../../contract/desk.ts';
import type { RequestRow } from '../../contract/requests.ts';
import type { Said } from '../platform/test.ts';
import { openHotel, refuses, stories, type Hotel, type Person } from '../requests/for-tests.ts';

let hotel: Hotel;
beforeEach(async () => {
  hotel = await openHotel();
});
afterEach(() => hotel.close());

const made = <T>(said: Said): T => {
  if (said.status >= 300) throw new Error(said.text);
  return said.body;
};
const nowhere = '0199a7a0-0000-7000-8000-000000000000';
const seenBy = async (who: Person, of: 'views' | 'templates'): Promise<string[]> =>
  made<{ items: { name: string }[] }>(await who.get(`/api/${of}`)).items.map(({ name }) => name);

describe('a view', () => {
  const save = async (by: Person, more: object = {}) =>
    made<View>(await by.post('/api/views', { name: 'Late', filter: { role: 'serving', late: true }, ...more }));

  test('of one’s own is seen by nobody else', async () => {
    await save(hotel.mika);
    expect(await seenBy(hotel.mika, 'views')).toEqual(['Late']);
    for (const who of [hotel.liisa, hotel.jussi, hotel.aino]) expect(await seenBy(who, 'views')).toEqual([]);
  });
  test('of a team is shared by its members and by nobody else', async () => {
    await save(hotel.mika, { team: hotel.it });
    expect(await seenBy(hotel.liisa, 'views')).toEqual(['Late']);
    expect(await seenBy(hotel.oleg, 'views')).toEqual([]);
  });
  test('is changed by who made it and by leads, with the version that they saw', async () => {
    const view = await save(hotel.mika, { team: hotel.it });
    const change = (by: Person, version: number) =>
      by.call('PATCH', `/api/views/${view.id}`, { name: 'Overdue' }, { 'if-match': `"${version}"` });
    expect(made<View>(await change(hotel.liisa, 1))).toMatchObject({
      name: 'Overdue',
      version: 2,
      filter: { late: true },
    });
    await refuses(hotel, () => change(hotel.mika, 1), 412, 'changedMeanwhile');
    await refuses(hotel, () => change(hotel.oleg, 2), 404, 'notFound');
  });
  test('for a team that one is not in is refused', async () => {
    await refuses(
      hotel,
      () => hotel.oleg.post('/api/views', { name: 'X', filter: {}, team: hotel.it }),
      422,
      'unknownTeam',
      'team',
    );
  });
  test('to others does not exist, to the last byte', async () => {
    const { id } = await save(hotel.mika);
    const known = await hotel.liisa.call('DELETE', `/api/views/${id}`);
    const unknown = await hotel.liisa.call('DELETE', `/api/views/${nowhere}`);
    expect(known.text).toBe(unknown.text);
    expect((await hotel.mika.call('DELETE', `/api/views/${id}`)).status).toBe(204);
    expect(await seenBy(hotel.mika, 'views')).toEqual([]);
  });
});

test('requests are filtered by who promised, who needs it, and whether they are late', async () => {
  const story = stories(hotel);
  const promised = await story.promised();
  await story.ask({ title: 'Another' });
  const titles = async (query: string) =>
    made<{ items: RequestRow[] }>(await hotel.liisa.get(`/api/requests?role=serving&${query}`)).items.map(
      ({ title }) => title,
    );
  expect(await titles(`provider=${hotel.mika.id}`)).toEqual([promised.title]);
  expect(await titles(`requester=${hotel.eeva.id}`)).toEqual([]);
  expect(await titles('late=true')).toEqual([]);
  expect((await titles('late=false')).toSorted()).toEqual(['Another', promised.title].toSorted());
});

describe('a reply', () => {
  const write = async (by: Person, more: object = {}) =>
    made<Template>(await by.post('/api/templates', { team: hotel.it, name: 'Hello', body: 'Hello {asker}!', ...more }));

  test('is the team’s: every member writes it, nobody else sees it', async () => {
    const { id } = await write(hotel.mika);
    expect(await seenBy(hotel.liisa, 'templates')).toEqual(['Hello']);
    expect(await seenBy(hotel.oleg, 'templates')).toEqual([]);
    const change = { body: 'Good morning {asker}' };
    const changed = await hotel.liisa.call('PATCH', `/api/templates/${id}`, change, { 'if-match': '"1"' });
    expect(made<Template>(changed)).toMatchObject({ ...change, name: 'Hello', version: 2 });
    await refuses(hotel, () => hotel.oleg.call('DELETE', `/api/templates/${id}`), 404, 'notFound');
  });
  test('has a name of its own in its team', async () => {
    await write(hotel.mika);
    await refuses(
      hotel,
      () => hotel.liisa.post('/api/templates', { team: hotel.it, name: 'HELLO', body: 'x' }),
      422,
      'nameTaken',
      'name',
    );
  });
  test('knows only what it can fill in', async () => {
    const body = { team: hotel.it, name: 'Hello', body: 'Hello {salary}' };
    await refuses(hotel, () => hotel.mika.post('/api/templates', body), 422, 'unknownVariable', 'body');
  });
});

test('what is not known stays to be seen', () => {
  expect(filled('Hello {asker}, by {due}.', { asker: 'Aino' })).toBe('Hello Aino, by {due}.');
});
