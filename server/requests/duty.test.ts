// An ask that nobody greets is offered by name to those on duty, one after the other, once each, from however many processes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../contract/requests.ts';
import { usualWeek } from '../../contract/working-time.ts';
import { enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { at, contents, must, openHotel, seen, stories, storyOf, toldOf, type Hotel, type Person } from './for-tests.ts';
import { sweep } from './jobs.ts';

// Whose turn it is depends on all earlier offers: each test has a hotel of its own.
let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeEach(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
afterEach(() => hotel.close());

const sweepAt = (instant: string) => sweep(hotel.db, hotel.time(instant));
const day = (time: string) => `2026-11-24T${time}:01Z`;
/** To whom it was offered, by the history that the requester reads, in order. */
async function offered(request: Pick<Request, 'id'>): Promise<string[]> {
  const { items }: { items: { what?: string; facts?: { person?: { id: string } } }[] } = (
    await hotel.jussi.get(at(request, 'messages'))
  ).body;
  const named = items.filter(({ what }) => what === 'offered').map(({ facts }) => facts?.person?.id);
  const people: Person[] = [hotel.mika, hotel.liisa, hotel.aino, hotel.oleg, hotel.eeva, hotel.jussi];
  return named.map((id) => people.find((person) => person.id === id)?.name ?? 'nobody');
}
const ask = (more: object = {}) => tell.ask({ participants: [hotel.jussi.id], ...more });
const away = async (person: Person) =>
  seen(
    await hotel.jussi.post(`/api/people/${person.id}/absences`, {
      from: '2026-11-24',
      until: '2026-11-24',
      standIn: null,
    }),
  );

describe('an ask to a team that nobody greets', () => {
  it('is offered to one on duty, once, who hears of it', async () => {
    const request = await ask();
    await sweepAt(request.greetBy);
    expect(await offered(request)).toEqual([]);
    await sweepAt(day('10:00'));
    const [first] = await offered(request);
    expect(first).toBe('mika');
    expect(await toldOf(hotel.mika, request)).toEqual(['offered']);
    expect(await toldOf(hotel.liisa, request)).toEqual(['ungreeted']);
    const today: { unanswered: { id: string }[] } = (await hotel.mika.get('/api/today')).body;
    expect(today.unanswered.map(({ id }) => id)).toContain(request.id);
    const before = await contents(hotel.db);
    await sweepAt(day('11:59'));
    expect(await contents(hotel.db)).toBe(before);
  });
  it('moves on after another greeting time, to each once, and then to nobody', async () => {
    const request = await ask();
    for (const time of ['10:00', '12:01', '13:59']) await sweepAt(day(time));
    expect(await offered(request)).toEqual(['mika', 'liisa']);
    for (const date of ['25', '26', '27']) await sweepAt(`2026-11-${date}T10:00:00Z`);
    expect(await offered(request)).toEqual(['mika', 'liisa']);
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'ungreeted', 'offered', 'offered']);
  });
  it('is offered no more once somebody said hello', async () => {
    const request = await ask();
    await sweepAt(day('10:00'));
    seen(await hotel.mika.post(at(request, 'greeting')));
    await sweepAt(day('13:00'));
    expect(await offered(request)).toEqual(['mika']);
  });
  it('waits for working hours: outside of them nobody is on duty', async () => {
    const request = await ask();
    await sweepAt(day('20:00'));
    expect(await offered(request)).toEqual([]);
    await sweepAt('2026-11-25T08:00:00Z');
    expect(await offered(request)).toEqual(['mika']);
  });
  it('goes by each one’s own hours', async () => {
    const week = { ...usualWeek, 2: [] };
    await hotel.db
      .updateTable('directory_person')
      .set({ week: JSON.stringify(week) })
      .where('id', '=', hotel.mika.id)
      .execute();
    const request = await ask();
    await sweepAt(day('10:00'));
    expect(await offered(request)).toEqual(['liisa']);
  });
  it('passes over who is away, and waits when everybody is', async () => {
    const request = await ask();
    await away(hotel.mika);
    await sweepAt(day('10:00'));
    expect(await offered(request)).toEqual(['liisa']);
    await away(hotel.liisa);
    const other = await ask({ title: 'The lamp is out' });
    await sweepAt(day('13:00'));
    expect(await offered(other)).toEqual([]);
    await sweepAt('2026-11-25T08:00:00Z');
    expect(await offered(request)).toEqual(['liisa', 'mika']);
    expect(await offered(other)).toEqual(['liisa']);
  });
  it('is never offered to who asks, nor to who asked for them', async () => {
    await transact(hotel.db, async (tx) => {
      for (const person of [hotel.aino, hotel.eeva]) must(await enlist(tx, hotel.kitchen, person.id, false));
    });
    const request = seen(
      await hotel.aino.post('/api/requests', {
        title: 'Soup for the guests',
        team: hotel.kitchen,
        onBehalfOf: hotel.eeva.id,
        participants: [hotel.jussi.id],
      }),
    );
    for (const time of ['10:00', '12:01', '14:02']) await sweepAt(day(time));
    expect(await offered(request)).toEqual(['oleg']);
  });
  it('goes to who was offered something the longest ago', async () => {
    const [one, two] = [await ask(), await ask({ title: 'The lamp is out' })];
    await sweepAt(day('10:00'));
    expect([...(await offered(one)), ...(await offered(two))].toSorted()).toEqual(['liisa', 'mika']);
  });
  it('is offered at once to those to whom it was handed over', async () => {
    const request = await ask();
    await sweepAt(day('10:00'));
    seen(await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'It is yours' }));
    await sweepAt(day('11:59'));
    expect(await offered(request)).toEqual(['mika']);
    await sweepAt(day('12:01'));
    expect(await offered(request)).toEqual(['mika', 'oleg']);
  });
  it('is offered once by two clocks at once', async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, () => ask()));
    const now = hotel.time(day('10:00'));
    await Promise.all([1, 2, 3].map(() => sweep(hotel.db, now)));
    await sweep(hotel.db, now);
    for (const request of asked) expect(await offered(request)).toHaveLength(1);
  });
});

it('a colleague asked by name is left to that colleague', async () => {
  const request = await ask({ team: undefined, person: hotel.mika.id });
  await sweepAt('2026-11-25T10:00:00Z');
  expect(await offered(request)).toEqual([]);
  expect(await storyOf(hotel.aino, request)).toContain('ungreeted');
});
