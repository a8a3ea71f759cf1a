// What a held appointment makes of its idea, through HTTP: done, let go, or promised anew; what the others see of that, and the ladder.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Appointment, Said } from '../../contract/appointments.ts';
import type { Idea, Ladder } from '../../contract/ideas.ts';
import { openHotel, toldOf, type Hotel, type Person } from '../requests/for-tests.ts';
import { ideasOf, on, promise, seen } from './for-tests.ts';

let hotel: Hotel;
let { committed, read, story } = {} as ReturnType<typeof ideasOf>;
beforeAll(async () => {
  hotel = await openHotel();
  await sql`update directory_company set rates = true`.execute(hotel.db);
  ({ committed, read, story } = ideasOf(hotel));
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const at = '2026-11-30T09:00:00Z';
/** Mika shows what he promised, Liisa asks. */
const appointed = async (deliverables = [promise.deliverable]): Promise<Idea> => {
  const idea = seen(await hotel.mika.post(on(await committed(), 'appointment'), { at, deliverables }));
  hotel.time('2026-11-30T09:20:00Z');
  return idea;
};
const say = async (who: Person, { appointment }: Idea, words: (Omit<Said, 'id' | 'words'> & { words?: string })[]) => {
  const { deliverables }: Appointment = (await who.get(`/api/appointments/${appointment}`)).body;
  const body = { deliverables: words.map((said, index) => ({ id: deliverables[index]?.id, ...said })) };
  const answer = await who.post(`/api/appointments/${appointment}/conclusion`, body);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Appointment;
};
const again = {
  word: 'again',
  due: '2026-12-04T10:00:00Z',
  words: 'With the bolts from Turku',
  missReason: 'supply',
} as const;
const appointedRung = async () => ((await hotel.oleg.get('/api/idea-ladder')).body as Ladder).rungs[3];
/** How the highest rung changes by what is done in between. */
const counted = async (between: () => Promise<unknown>) => {
  const before = await appointedRung();
  await between();
  const after = await appointedRung();
  return (['completed', 'total'] as const).map((key) => (after?.here?.[key] ?? 0) - (before?.here?.[key] ?? 0));
};

describe('an appointment at which all of it was there', () => {
  it('ends the promise and the idea, as kept', async () => {
    const idea = await appointed();
    const gained = await counted(() => say(hotel.liisa, idea, [{ word: 'delivered' }]));
    expect(await read(idea)).toMatchObject({ state: 'done', kept: true, promise: { outcome: 'kept' } });
    expect((await story(idea)).slice(-2)).toEqual(['appointed', 'done']);
    expect(await toldOf(hotel.aino, idea)).toContain('ideaDone');
    expect(gained).toEqual([1, 1]);
  });
  it('does so too when the last word is said on the promise’s own page', async () => {
    const idea = await appointed();
    const { deliverables } = await say(hotel.mika, idea, [{ word: 'delivered' }]);
    const accepted = await hotel.liisa.post(`/api/promises/${deliverables[0]?.promise?.id}/acceptance`, {});
    expect(accepted.status, accepted.text).toBe(200);
    expect(await read(idea)).toMatchObject({ state: 'done', kept: true });
  });
  it('leaves an idea on its promise when only something on the way to it was shown', async () => {
    const idea = await appointed(['A drawing of the box']);
    await say(hotel.liisa, idea, [{ word: 'delivered' }]);
    const stands = await read(idea, hotel.mika);
    expect(stands).toMatchObject({
      state: 'committed',
      appointment: null,
      promise: { id: idea.promise?.id, outcome: null },
    });
    expect(stands.can).toContain('appoint');
    expect((await story(idea)).at(-1)).toBe('held');
  });
});

describe('an appointment at which it was let go', () => {
  it('gives the idea back to whoever takes it on next', async () => {
    const idea = await appointed();
    await say(hotel.liisa, idea, [{ word: 'released' }]);
    expect(await read(idea)).toMatchObject({ state: 'decided', promise: { outcome: 'released' } });
    expect((await story(idea)).at(-1)).toBe('fellBack');
  });
});

describe('an appointment at which it was promised anew', () => {
  it('leaves the idea on the new promise, whose words are between the two; a new appointment can be made', async () => {
    const idea = await appointed();
    await say(hotel.mika, idea, [again]);
    const mine = await read(idea, hotel.mika);
    expect(mine).toMatchObject({ state: 'committed', reached: 'appointed', due: '2026-12-04T10:00:00.000Z' });
    expect(mine.promise).toMatchObject({ deliverable: again.words, by: { id: hotel.mika.id }, outcome: null });
    expect((await hotel.liisa.get(`/api/promises/${idea.promise?.id}`)).body).toMatchObject({ outcome: 'released' });
    const theirs = await read(idea);
    expect(theirs).toMatchObject({ promise: null, promiser: { id: hotel.mika.id }, promisee: { id: hotel.liisa.id } });
    expect(theirs.due).toBe('2026-12-04T10:00:00.000Z');
    const all = [
      await hotel.aino.get(on(idea)),
      await hotel.aino.get(on(idea, 'messages')),
      await hotel.aino.get('/api/ideas'),
    ];
    for (const { text } of all) expect(text).not.toContain(again.words);
    expect((await story(idea)).at(-1)).toBe('promisedAnew');
    expect(await toldOf(hotel.aino, idea)).toContain('ideaCommitted');
    const next = { at: '2026-12-04T09:30:00Z', deliverables: [again.words] };
    expect(seen(await hotel.liisa.post(on(idea, 'appointment'), next))).toMatchObject({ state: 'appointed' });
    hotel.time('2026-12-04T09:40:00Z');
    await say(hotel.liisa, await read(idea, hotel.liisa), [{ word: 'delivered' }]);
    expect(await read(idea)).toMatchObject({ state: 'done', kept: false });
  });
  it('counts on the ladder once, as not kept, also when it is done in the end', async () => {
    const idea = await appointed();
    expect(await counted(() => say(hotel.mika, idea, [again]))).toEqual([0, 1]);
    const { promise: anew } = await read(idea, hotel.mika);
    const keep = () => hotel.mika.post(`/api/promises/${anew?.id}/delivery`, { done: 'It hangs' });
    const accept = () => hotel.liisa.post(`/api/promises/${anew?.id}/acceptance`, {});
    expect(await counted(async () => [await keep(), await accept()])).toEqual([0, 0]);
    expect(await read(idea)).toMatchObject({ state: 'done', kept: false });
    expect((await story(idea)).slice(-3)).toEqual(['promisedAnew', 'delivered', 'done']);
  });
  it('sent back by the one who asks, it may still be kept, and counts once, when it is', async () => {
    const idea = await appointed();
    await say(hotel.mika, idea, [{ word: 'delivered' }]);
    const back = { word: 'again', due: again.due, words: 'The lock sticks' } as const;
    expect(await counted(() => say(hotel.liisa, idea, [back]))).toEqual([0, 0]);
    const { promise: anew } = await read(idea, hotel.mika);
    await hotel.mika.post(`/api/promises/${anew?.id}/delivery`, { done: 'Oiled' });
    expect(await counted(() => hotel.liisa.post(`/api/promises/${anew?.id}/acceptance`, {}))).toEqual([1, 1]);
    expect(await read(idea)).toMatchObject({ state: 'done', kept: true });
  });
  it('in parts, it stands on the last of them, then on the next, until all is there', async () => {
    const idea = await appointed([promise.deliverable, 'A second key']);
    await say(hotel.mika, idea, [again, { ...again, due: '2026-12-08T10:00:00Z', words: 'The key' }]);
    const done = async () => {
      const { promise: next } = await read(idea, hotel.mika);
      await hotel.mika.post(`/api/promises/${next?.id}/delivery`, { done: 'There' });
      await hotel.liisa.post(`/api/promises/${next?.id}/acceptance`, {});
    };
    expect((await read(idea)).due).toBe('2026-12-08T10:00:00.000Z');
    await done();
    expect(await read(idea)).toMatchObject({ state: 'committed', due: '2026-12-04T10:00:00.000Z' });
    await done();
    expect(await read(idea)).toMatchObject({ state: 'done' });
  });
  it('missed again, it falls back to whoever takes it on', async () => {
    const idea = await appointed();
    await say(hotel.mika, idea, [again]);
    const { promise: anew } = await read(idea, hotel.mika);
    await hotel.mika.post(`/api/promises/${anew?.id}/miss`, { reason: 'No bolts', missReason: 'supply' });
    expect(await read(idea)).toMatchObject({ state: 'decided' });
  });
});
