// Appointments in lists, by the clock and in the database: reminded once, page by page, and refused when they cannot be.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentRow } from '../../contract/appointments.ts';
import { transact } from '../platform/db.ts';
import { openHotel, type Hotel } from '../requests/for-tests.ts';
import { arrange, at, noticesOf, thursday } from './for-tests.ts';
import { remind } from './jobs.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());
beforeEach(async () => {
  hotel.time('2026-11-24T08:00:00Z');
  await sql`update appointments_appointment set state = 'cancelled', ended_at = now() where state = 'arranged'`.execute(
    hotel.db,
  );
});

describe('time', () => {
  it('reminds both once of each time that was set, however often it looks', async () => {
    const one = await arrange(hotel, hotel.mika, { at: '2026-11-27T08:00:00Z' });
    const look = async (when: string) => {
      hotel.time(when);
      await Promise.all([remind(hotel.db, hotel.time()), remind(hotel.db, hotel.time())]);
      await remind(hotel.db, hotel.time());
      return noticesOf(hotel.aino, one);
    };
    expect(await look('2026-11-26T07:59:00Z')).toEqual(['appointmentMade']);
    expect(await look('2026-11-26T08:01:00Z')).toEqual(['appointmentSoon', 'appointmentMade']);
    await hotel.aino.post(at(one, '/time'), { at: '2026-11-30T08:00:00Z', words: 'So' });
    expect(await look('2026-11-29T08:01:00Z')).toEqual(['appointmentSoon', 'appointmentSoon', 'appointmentMade']);
    expect((await look('2026-11-30T08:01:00Z'))[0]).toBe('appointmentOver');
    expect(await noticesOf(hotel.mika, one)).toEqual([
      'appointmentOver',
      'appointmentSoon',
      'appointmentMoved',
      'appointmentSoon',
    ]);
  });
});

describe('the list', () => {
  it('has what is to come, the next one first, then what is over, page by page and in as many statements', async () => {
    for (const day of ['28', '27', '30', '29'])
      await arrange(hotel, hotel.mika, { at: `2026-11-${day}T08:00:00Z`, title: day });
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const said = await hotel.aino.get(`/api/appointments?limit=3${cursor && `&cursor=${cursor}`}`);
      const { items, next } = said.body as { items: AppointmentRow[]; next: string | null };
      pages.push(...items.map(({ title }) => title));
      cursor = next;
    }
    expect(pages).toEqual(['27', '28', '29', '30']);
    hotel.statements();
    await hotel.aino.get('/api/appointments?limit=1');
    const few = hotel.statements();
    await hotel.aino.get('/api/appointments?limit=4');
    expect(hotel.statements()).toBe(few);
    const over = (await hotel.aino.get('/api/appointments?when=over&limit=100')).body as { items: AppointmentRow[] };
    expect(over.items.map(({ state }) => state)).not.toContain('arranged');
    const times = over.items.map((item) => item.at);
    expect(times).toEqual(times.toSorted().toReversed());
  });
  it.each([
    ['with myself', { with: 'self' }, 'with', 'appointYourself'],
    ['with nobody', { with: '0199a7a0-0000-7000-8000-000000000000' }, 'with', 'unknownPerson'],
    ['asked by a third', { asks: 'third' }, 'asks', 'oneOfTheTwo'],
    ['in the past', { at: '2026-11-24T07:00:00Z' }, 'at', 'dueInPast'],
    ['without anything to deliver', { deliverables: [] }, 'deliverables', 'required'],
    ['with more than anybody delivers', { deliverables: Array(21).fill('y') }, 'deliverables', 'tooManyGiven'],
    ['whose time was left empty', { at: '' }, 'at', 'required'],
    ['in a year half typed', { at: '0026-11-24T07:00:00Z' }, 'at', 'unlikelyYear'],
    ['of half a minute', { minutes: 30.5 }, 'minutes', 'notWhole'],
  ])('an appointment %s is refused', async (_, more, path, code) => {
    const ids: Record<string, string> = { self: hotel.mika.id, third: hotel.liisa.id };
    const said = Object.fromEntries(Object.entries(more).map(([key, value]) => [key, ids[String(value)] ?? value]));
    const body = { with: hotel.aino.id, asks: hotel.aino.id, at: thursday, title: 'x', deliverables: ['y'], ...said };
    expect(await hotel.mika.post('/api/appointments', body)).toMatchObject({
      status: 422,
      body: { fields: [{ path, code }] },
    });
  });
});

it('the database refuses an appointment of one person, and a held one that has not ended', async () => {
  const one = await arrange(hotel, hotel.mika);
  const tried = (change: string) =>
    transact(hotel.db, (tx) =>
      sql`update appointments_appointment set ${sql.raw(change)} where id = ${one.id}`.execute(tx),
    );
  await expect(tried('with_id = by_id')).rejects.toMatchObject({ constraint: 'appointments_two' });
  await expect(tried(`state = 'held'`)).rejects.toMatchObject({ constraint: 'appointments_ended' });
  await expect(sql`delete from appointments_step`.execute(hotel.db)).rejects.toMatchObject({ code: '42501' });
});
