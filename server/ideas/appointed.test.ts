// The last rung through HTTP: an idea with an appointment, one whose appointment is called off, and what the ladder counts.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Idea, Ladder } from '../../contract/ideas.ts';
import { openHotel, refuses, toldOf, type Hotel } from '../requests/for-tests.ts';
import { ideasOf, on, promise, seen } from './for-tests.ts';

let hotel: Hotel;
let { propose, committed, read, story } = {} as ReturnType<typeof ideasOf>;
beforeAll(async () => {
  hotel = await openHotel();
  ({ propose, committed, read, story } = ideasOf(hotel));
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

describe('an appointment', () => {
  const ask = { at: '2026-11-30T09:00:00Z', deliverables: ['The box, on the wall'] };
  it('is arranged by either side of the promise, and puts the idea on the highest rung', async () => {
    for (const who of [hotel.mika, hotel.liisa]) {
      const idea = seen(await who.post(on(await committed(), 'appointment'), ask));
      expect(idea).toMatchObject({ state: 'appointed', reached: 'appointed', can: ['support', 'discuss'] });
      expect(idea.appointment).toMatch(/-/);
      expect(await read(idea)).toMatchObject({ appointment: null });
      expect(await toldOf(hotel.aino, idea)).toContain('ideaAppointed');
      expect((await story(idea)).at(-1)).toBe('appointed');
    }
  });
  const appointed = async (who = hotel.mika): Promise<Idea> =>
    seen(await who.post(on(await committed(), 'appointment'), ask));
  const callOff = async (id: string | null, by = hotel.liisa) =>
    expect((await by.post(`/api/appointments/${id}/cancellation`, { reason: 'The wall is wet' })).status).toBe(200);

  it('and its idea lead to each other, for the two who see it', async () => {
    const idea = await appointed();
    for (const who of [hotel.mika, hotel.liisa]) {
      const { appointment } = await read(idea, who);
      expect((await who.get(`/api/appointments/${appointment}`)).body).toMatchObject({
        origin: { title: idea.title, path: `/ideas/${idea.id}` },
      });
    }
    expect([(await read(idea)).appointment, (await read(idea, hotel.oleg)).appointment]).toEqual([null, null]);
  });
  it('that is called off leaves its idea on its promise, tells its people without why, and the next one is one act', async () => {
    const idea = await appointed();
    await callOff(idea.appointment);
    const back = await read(idea, hotel.mika);
    expect(back).toMatchObject({
      state: 'committed',
      reached: 'appointed',
      appointment: null,
      promise: { outcome: null },
    });
    expect(back.can).toContain('appoint');
    expect((await story(idea)).at(-1)).toBe('calledOff');
    expect((await hotel.aino.get(on(idea, 'messages'))).text).not.toContain('The wall is wet');
    expect(await toldOf(hotel.aino, idea)).toContain('ideaCalledOff');
    expect(await toldOf(hotel.mika, idea)).not.toContain('ideaCalledOff');
    expect(await toldOf(hotel.mika, { id: idea.appointment ?? '' })).toEqual(['appointmentCancelled']);
    const next = seen(await hotel.mika.post(on(idea, 'appointment'), ask));
    expect(next).toMatchObject({ state: 'appointed' });
    expect(next.appointment).not.toBe(idea.appointment);
  });
  it('of an idea that has moved on since takes nothing from it when it is called off', async () => {
    const idea = await appointed();
    await hotel.liisa.post(`/api/promises/${idea.promise?.id}/release`, {});
    await hotel.mika.post(on(idea, 'commitment'), { to: hotel.liisa.id, ...promise });
    const next = seen(await hotel.mika.post(on(idea, 'appointment'), ask));
    await callOff(idea.appointment);
    expect(await read(idea, hotel.mika)).toMatchObject({ state: 'appointed', appointment: next.appointment });
  });
  it('is refused to anybody else, and in the past', async () => {
    const idea = await committed();
    await refuses(hotel, () => hotel.aino.post(on(idea, 'appointment'), ask), 403, 'notYours');
    const past = { ...ask, at: '2026-11-20T09:00:00Z' };
    await refuses(hotel, () => hotel.mika.post(on(idea, 'appointment'), past), 422, 'dueInPast', 'at');
  });
});

describe('the ladder', () => {
  it('counts an idea where it stands now, also when it once stood higher', async () => {
    const standing = async () =>
      ((await hotel.oleg.get('/api/idea-ladder')).body as Ladder).rungs.map((rung) => rung.standing);
    const before = await standing();
    const idea = await committed();
    await hotel.liisa.post(`/api/promises/${idea.promise?.id}/release`, {});
    expect((await standing()).map((count, rung) => count - (before[rung] ?? 0))).toEqual([0, 1, 0, 0]);
  });
  it('counts by the highest rung, with intervals, and shows no rates where the company shows none', async () => {
    await sql`update directory_company set rates = true`.execute(hotel.db);
    const before: Ladder = (await hotel.oleg.get('/api/idea-ladder')).body;
    const idea = await propose();
    await hotel.liisa.post(on(idea, 'refusal'), { answer: 'no', reason: 'Too dear' });
    await hotel.liisa.post(on(await propose(), 'completion'), { words: 'We have one since May' });
    const after: Ladder = (await hotel.oleg.get('/api/idea-ladder')).body;
    const gained = (['total', 'completed'] as const).map(
      (key) => (after.rungs[0]?.here?.[key] ?? 0) - (before.rungs[0]?.here?.[key] ?? 0),
    );
    expect(gained).toEqual([2, 1]);
    await sql`update directory_company set rates = false`.execute(hotel.db);
    const off: Ladder = (await hotel.oleg.get('/api/idea-ladder')).body;
    expect(off).toMatchObject({ rates: false });
    expect(off.rungs.every(({ here }) => here === null)).toBe(true);
    await sql`update directory_company set rates = true`.execute(hotel.db);
  });
});
