// Somebody leaves: what they promised outside of requests and what was promised to them is counted, let go with a kind word, and told to
// nobody but the other side.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Held, Left } from '../../contract/farewell.ts';
import { openHotel, refuses, toldOf, type Hotel, type Person } from '../requests/for-tests.ts';
import { due, later, makeAt, move, readPromise, start } from './for-tests.ts';

const promiseWords = 'Mika has left and can no longer keep this. Thank you for your patience.';

describe('whoever leaves', () => {
  let hotel: Hotel;
  beforeAll(async () => {
    hotel = await openHotel();
  });
  afterAll(() => hotel.close());
  const held = async (person: Person): Promise<Held> => (await hotel.jussi.get(`/api/people/${person.id}/held`)).body;
  const farewell = (person: Person, body: object) => hotel.jussi.post(`/api/people/${person.id}/farewell`, body);

  it('lets go of what they promised and of what was promised to them; the other side hears why, and whom to ask', async () => {
    const made = await makeAt(hotel, {}, hotel.mika);
    const toLiisa = await makeAt(hotel, { to: hotel.liisa.id }, hotel.mika);
    const given = await makeAt(hotel, { to: hotel.mika.id }, hotel.oleg);
    const waits = await makeAt(hotel, { dependsOn: given.id, due: later }, hotel.oleg);
    const done = await makeAt(hotel, { deliverable: 'The soup' }, hotel.mika);
    await move(hotel.mika, done, 'delivery', { done: 'It is hot' });
    await move(hotel.aino, made, 'counter-offer', { due: later, reason: 'No hurry' });
    const meeting = { with: hotel.liisa.id, asks: hotel.liisa.id, title: 'The stores', deliverables: ['A list'] };
    const arranged = await hotel.mika.post('/api/appointments', { ...meeting, at: later, minutes: 30 });
    expect(arranged.status, arranged.text).toBe(201);

    hotel.time('2026-11-24T15:00:00Z');
    const before = await held(hotel.mika);
    expect(before).toMatchObject({ promises: { made: 3, overdue: 2, given: 1 }, appointments: 1 });
    expect(JSON.stringify(before)).not.toMatch(/figures|list|soup/i);
    await refuses(hotel, () => farewell(hotel.mika, {}), 422, 'required', 'promiseWords');
    const oneself = { promiseWords, askInstead: hotel.mika.id };
    await refuses(hotel, () => farewell(hotel.mika, oneself), 422, 'unknownPerson', 'askInstead');
    const said = await farewell(hotel.mika, { promiseWords, askInstead: hotel.liisa.id });
    expect(said.body satisfies Left).toMatchObject({ letGo: 4, calledOff: 1, person: { active: false } });
    expect(said.text).not.toMatch(/figures|soup/i);

    const ended = await readPromise(hotel.aino, made);
    expect(ended).toMatchObject({ outcome: 'released', proposal: null, askInstead: { id: hotel.liisa.id }, can: [] });
    expect(ended.history.at(-1)).toMatchObject({ kind: 'ended', words: promiseWords, by: { id: hotel.jussi.id } });
    expect((await toldOf(hotel.aino, made))[0]).toBe('promiseLeft');
    // Nobody is sent to ask themselves.
    expect(await readPromise(hotel.liisa, toLiisa)).toMatchObject({ outcome: 'released', askInstead: null });
    const freed = await readPromise(hotel.oleg, given);
    expect(freed).toMatchObject({ outcome: 'released', askInstead: null });
    expect(freed.history.at(-1)?.words).toBeNull();
    expect((await toldOf(hotel.oleg, given))[0]).toBe('promiseLeft');
    expect(await toldOf(hotel.oleg, waits)).toEqual(['chainReleased']);
    // What was done waits for the other side, as before.
    expect((await readPromise(hotel.aino, done)).can).toContain('conclude');
    const meetings: { items: { state: string }[] } = (await hotel.liisa.get('/api/appointments?when=over')).body;
    expect(meetings.items.map(({ state }) => state)).toEqual(['cancelled']);
    expect(await held(hotel.mika)).toMatchObject({ promises: { made: 0, given: 0 }, appointments: 0 });
  });

  it('needs no words where they promised nothing, and names nobody who has left', async () => {
    const given = await makeAt(hotel, { to: hotel.liisa.id }, hotel.aino);
    const gone = { promiseWords, askInstead: hotel.mika.id };
    await refuses(hotel, () => farewell(hotel.liisa, gone), 422, 'unknownPerson', 'askInstead');
    hotel.time(start);
    expect((await farewell(hotel.liisa, {})).body).toMatchObject({ letGo: 1, calledOff: 0 });
    expect(await readPromise(hotel.aino, given)).toMatchObject({
      outcome: 'released',
      due: new Date(due).toISOString(),
    });
  });
});
