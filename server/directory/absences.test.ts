// Being away, through HTTP: who says so, who sees it, who stands in, and what it does to working time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { transact } from '../platform/db.ts';
import { hoursOn } from '../platform/working-time.ts';
import { addTeam, calendarOf, enlist, standInOf } from './directory.ts';
import { call, join, must, now, settle, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
let boss: { id: string; cookie: string };
let aino: Awaited<ReturnType<typeof join>>;
let mika: typeof aino;
let oleg: typeof aino;
beforeAll(async () => {
  here = await surround();
  boss = await settle(here);
  aino = await join(here, 'Aino', { manager: boss.id });
  mika = await join(here, 'Mika');
  oleg = await join(here, 'Oleg', { manager: mika.id });
});
afterAll(() => here.close());

type Who = { id: string; cookie: string };
const set = (as: Who, of: Who, body: object) => call(here, `POST /api/people/${of.id}/absences`, { as, body });
const awayOf = async (of: Who) =>
  ((await call(here, `GET /api/people/${of.id}`, { as: boss })).body as unknown as { away: object | null }).away;
const end = (as: Who, id: string) => call(here, `DELETE /api/absences/${id}`, { as });

describe('being away', () => {
  test('is said by oneself and seen by everybody, with who stands in', async () => {
    const made = await set(aino, aino, { from: '2026-11-23', until: '2026-11-26', words: 'Skiing', standIn: mika.id });
    expect(made).toMatchObject({ status: 201, body: { now: true, can: ['end'], standIn: { name: 'Mika' } } });
    expect(await awayOf(aino)).toMatchObject({
      until: '2026-11-26',
      words: 'Skiing',
      standIn: { id: mika.id },
      nobody: null,
    });
    const listed = await call(here, 'GET /api/people?q=aino', { as: oleg });
    expect(listed.body.items[0]).toMatchObject({ away: { standIn: { id: mika.id } } });
    const seen = await call(here, `GET /api/people/${aino.id}/absences`, { as: oleg });
    expect(seen.body.items).toMatchObject([{ words: 'Skiing', can: [] }]);
  });
  test('the stand-in of a stand-in stands in; in a circle nobody does', async () => {
    const second = await set(mika, mika, { from: '2026-11-24', until: '2026-11-24', standIn: oleg.id });
    expect(await awayOf(aino)).toMatchObject({ standIn: { id: oleg.id } });
    expect(await standInOf(here.db, aino.id, now)).toBe(oleg.id);
    expect(await standInOf(here.db, aino.id, new Date('2026-11-25T08:00:00Z'))).toBe(mika.id);
    expect(await standInOf(here.db, aino.id, new Date('2026-11-27T08:00:00Z'))).toBeNull();
    const third = await set(oleg, oleg, { from: '2026-11-24', until: '2026-12-24', standIn: aino.id });
    expect(await awayOf(aino)).toMatchObject({ standIn: null, nobody: 'circle' });
    for (const [as, made] of [
      [mika, second],
      [oleg, third],
    ] as const)
      expect((await end(as, String((made.body as unknown as { id: string }).id))).status).toBe(204);
    expect(await awayOf(aino)).toMatchObject({ standIn: { id: mika.id } });
  });
  test('is refused over days that are taken', async () => {
    const again = await set(aino, aino, { from: '2026-11-26', until: '2026-11-27' });
    expect(again.body).toMatchObject({ fields: [{ path: 'from', code: 'absencesOverlap' }] });
  });
  test('a colleague who left or never was stands in for nobody', async () => {
    const made = await set(oleg, oleg, {
      from: '2027-01-01',
      until: '2027-01-02',
      standIn: '0198a1d2-0000-7000-8000-000000000000',
    });
    expect(made.body).toMatchObject({ fields: [{ path: 'standIn', code: 'unknownPerson' }] });
  });
  test('is said by the manager, by a lead of one’s team, by an administrator, and by nobody else', async () => {
    const days = { from: '2027-02-01', until: '2027-02-02' };
    expect((await set(oleg, aino, days)).status).toBe(403);
    expect((await set(mika, oleg, days)).status).toBe(201);
    await transact(here.db, async (tx) => {
      const { id } = must(await addTeam(tx, { name: 'Lights' }, now));
      must(await enlist(tx, id, oleg.id, true));
      must(await enlist(tx, id, aino.id, false));
    });
    const fresh = { ...oleg };
    expect((await set(fresh, aino, days)).status).toBe(201);
    expect((await set(boss, aino, { from: '2027-03-01', until: '2027-03-01' })).status).toBe(201);
  });
});

describe('working time', () => {
  test('a person works in their own hours, keeps their team’s holidays, and is closed on days away', async () => {
    const own = { ...usualWeek, 1: [['10:00', '14:00']] };
    const version = (await call(here, `GET /api/people/${aino.id}`, { as: aino })).body.version;
    const saved = await call(here, `PATCH /api/people/${aino.id}`, { as: aino, body: { week: own }, version });
    expect(saved.status).toBe(200);
    const calendar = await calendarOf(here.db, { person: aino.id });
    expect(hoursOn(calendar, '2026-11-30')).toEqual([['10:00', '14:00']]);
    expect(hoursOn(calendar, '2026-11-26')).toEqual([]);
    expect(hoursOn(calendar, '2026-11-27')).toEqual([['08:00', '16:00']]);
    expect(hoursOn(calendar, '2026-12-25')).toEqual([]);
  });
  test('a week without an hour is refused', async () => {
    const nothing = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const version = (await call(here, `GET /api/people/${aino.id}`, { as: aino })).body.version;
    const said = await call(here, `PATCH /api/people/${aino.id}`, { as: aino, body: { week: nothing }, version });
    expect(said.body).toMatchObject({ fields: [{ path: 'week', code: 'noWorkingTime' }] });
  });
});
