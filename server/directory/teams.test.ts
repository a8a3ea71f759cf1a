// Teams, belonging and calendars, through HTTP and the door.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/db.ts';
import { hoursOn } from '../platform/working-time.ts';
import { calendarOf, calendarsOf, leadsOf, membersOf, teamRefs, teamsOf } from './directory.ts';
import { call, join, settle, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
let boss: { id: string; cookie: string };
let mika: Awaited<ReturnType<typeof join>>;
let aino: typeof mika;
beforeAll(async () => {
  here = await surround();
  boss = await settle(here);
  mika = await join(here, 'Mika Lead');
  aino = await join(here, 'Aino Member');
});
afterAll(() => here.close());

const closed = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const week = {
  ...closed,
  1: [['00:00', '24:00']],
  7: [
    ['10:00', '12:00'],
    ['13:00', '15:00'],
  ],
};
const ask = (line: string, more: Parameters<typeof call>[2] = {}) => call(here, line, { as: boss, ...more });
let count = 0;
const create = async (more: object = {}) => {
  count += 1;
  const answer = await ask('POST /api/teams', { body: { name: `Team ${count}`, ...more } });
  expect(answer.status).toBe(201);
  return answer.body as unknown as { id: string; version: number; name: string };
};
const read = async (id: string) =>
  (await ask(`GET /api/teams/${id}`)).body as unknown as {
    version: number;
    members: { person: { id: string }; lead: boolean }[];
  };
const put = (team: string, person: string, lead: boolean, as: { cookie: string } = boss) =>
  call(here, `PUT /api/teams/${team}/members/${person}`, { as, body: { lead } });

describe('a team', () => {
  test('begins with usual hours in the place of the company', async () => {
    const made = await ask('POST /api/teams', { body: { name: 'Front desk', does: 'Meets guests' } });
    expect(made).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect(made.body).toMatchObject({
      zone: 'Europe/Helsinki',
      country: 'FI',
      region: null,
      greetingMinutes: 120,
      closingMinutes: 1440,
      members: [],
      mine: false,
    });
    expect(made.body.can).toEqual(['update', 'archive', 'addMember', 'removeMember']);
  });
  test('is created by administrators alone', async () => {
    expect(await ask('POST /api/teams', { as: aino, body: { name: 'Mine' } })).toMatchObject({ status: 403 });
  });
  test('has a name that no other living team has, however it is written', async () => {
    const kitchen = await create({ name: 'Keittiö' });
    const again = { body: { name: 'KEITTIO' } };
    expect((await ask('POST /api/teams', again)).body).toMatchObject({ fields: [{ path: 'name', code: 'nameTaken' }] });
    await ask(`POST /api/teams/${kitchen.id}/archival`);
    expect(await ask('POST /api/teams', again)).toMatchObject({ status: 201 });
    expect(await ask(`DELETE /api/teams/${kitchen.id}/archival`)).toMatchObject({
      status: 422,
      body: { code: 'nameTaken' },
    });
  });
  test.each([
    ['name', { name: '' }, 'required'],
    ['week', { week: closed }, 'noWorkingTime'],
    ['week.1.0.0', { week: { ...closed, 1: [['25:00', '26:00']] } }, 'notAClockTime'],
    ['week.1.0', { week: { ...closed, 1: [['16:00', '08:00']] } }, 'endsBeforeItStarts'],
    [
      'week.1',
      {
        week: {
          ...closed,
          1: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
      'spansOverlap',
    ],
    ['week.7', { week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] } }, 'required'],
    ['country', { country: 'ZZ' }, 'unknownCountry'],
    ['region', { country: 'ES', region: 'XX' }, 'unknownRegion'],
    ['zone', { zone: 'UTC+25' }, 'unknownZone'],
    ['exceptions.0.date', { exceptions: [{ date: '2026-02-30', hours: [] }] }, 'notADate'],
    [
      'exceptions',
      {
        exceptions: [
          { date: '2026-12-24', hours: [] },
          { date: '2026-12-24', hours: [] },
        ],
      },
      'twiceTheSameDay',
    ],
    ['greetingMinutes', { greetingMinutes: 0 }, 'tooSmall'],
    ['closingMinutes', { closingMinutes: 1.5 }, 'notWhole'],
  ])('what cannot be is refused by name: %s', async (path, part, code) => {
    const answer = await ask('POST /api/teams', { body: { name: `No ${newId()}`, ...part } });
    expect(answer.status).toBe(422);
    const found = (answer.body.fields as { path: string; code: string }[])[0];
    expect(found?.path).toBe(path);
    expect(found?.code).toBe(code);
  });
  test('changes by version: 428 without, 412 with an old one', async () => {
    const { id } = await create();
    const line = `PATCH /api/teams/${id}`;
    expect(await ask(line, { body: { does: 'x' } })).toMatchObject({ status: 428 });
    expect(await ask(line, { version: 1, body: { does: 'Helps', week } })).toMatchObject({
      status: 200,
      body: { version: 2, does: 'Helps', week },
    });
    expect(await ask(line, { version: 1, body: { does: 'y' } })).toMatchObject({ status: 412 });
    expect(await ask(`PATCH /api/teams/${newId()}`, { version: 1, body: {} })).toMatchObject({ status: 404 });
  });
  test('at rest is not changed, and is listed apart', async () => {
    const { id, name } = await create();
    expect(await ask(`POST /api/teams/${id}/archival`)).toMatchObject({
      status: 200,
      body: { archived: true, can: ['restore'] },
    });
    expect(await ask(`PATCH /api/teams/${id}`, { version: 2, body: { does: 'x' } })).toMatchObject({
      status: 409,
      body: { code: 'archivedTeam' },
    });
    expect(await put(id, aino.id, false)).toMatchObject({ status: 409 });
    const names = async (query: string) =>
      (await ask(`GET /api/teams?limit=100${query}`)).body.items.map((item) => item.name);
    expect(await names('')).not.toContain(name);
    expect(await names('&archived=true')).toContain(name);
  });
});

describe('belonging', () => {
  test('a lead changes the team and its members, a member does not', async () => {
    const { id } = await create();
    expect(await put(id, mika.id, true)).toMatchObject({
      status: 200,
      body: { version: 2, members: [{ person: { id: mika.id }, lead: true }] },
    });
    expect(await put(id, aino.id, false, mika)).toMatchObject({ status: 200, body: { mine: true } });
    const { version } = await read(id);
    expect(await ask(`PATCH /api/teams/${id}`, { as: mika, version, body: { does: 'x' } })).toMatchObject({
      status: 200,
    });
    expect(await ask(`PATCH /api/teams/${id}`, { as: aino, version: version + 1, body: { does: 'y' } })).toMatchObject({
      status: 403,
      body: { code: 'leadsOnly' },
    });
    expect(await put(id, aino.id, true, aino)).toMatchObject({ status: 403 });
    expect(await ask(`POST /api/teams/${id}/archival`, { as: mika })).toMatchObject({ status: 403 });
    expect(await ask(`DELETE /api/teams/${id}/members/${aino.id}`, { as: mika })).toMatchObject({ status: 200 });
    expect(await ask(`DELETE /api/teams/${id}/members/${aino.id}`, { as: mika })).toMatchObject({ status: 404 });
    expect((await read(id)).members).toMatchObject([{ person: { id: mika.id } }]);
  });
  test('only active people belong', async () => {
    const { id } = await create();
    const kai = await join(here, 'Kai Gone');
    await put(id, kai.id, true);
    await ask(`POST /api/people/${kai.id}/deactivation`);
    expect((await read(id)).members).toEqual([]);
    expect(await leadsOf(here.db, id)).toEqual([]);
    expect(await put(id, kai.id, false)).toMatchObject({ status: 409, body: { code: 'inactivePerson' } });
    expect(await put(id, newId(), false)).toMatchObject({ status: 404 });
  });
  test('is told from both sides', async () => {
    const { id, name } = await create();
    await put(id, mika.id, true);
    await put(id, aino.id, false);
    expect(await leadsOf(here.db, id)).toEqual([mika.id]);
    expect(await membersOf(here.db, id)).toEqual([mika.id, aino.id]);
    expect(await teamsOf(here.db, aino.id)).toContainEqual({ id, name, lead: false });
    expect([...(await teamRefs(here.db, [id, newId()])).values()]).toEqual([{ id, name }]);
    expect(
      (await call(here, `GET /api/people?team=${id}`, { as: aino })).body.items.map((person) => person.id),
    ).toEqual([aino.id, mika.id]);
    const mine = await ask('GET /api/teams?mine=true', { as: aino });
    expect(mine.body.items.map((item) => item.id)).toContain(id);
    expect(mine.body.items.every((item) => item.can.length === 0)).toBe(true);
  });
  test('three teams cost no more statements than one, however many members', async () => {
    here.statements();
    await ask('GET /api/teams?limit=1');
    const one = here.statements();
    await ask('GET /api/teams?limit=3');
    expect(here.statements()).toBe(one);
    expect(one).toBe(2);
  });
  test('pages of teams follow each other', async () => {
    const all = (await ask('GET /api/teams?limit=100')).body.items.map((item) => item.id);
    const first = await ask('GET /api/teams?limit=2');
    const second = await ask(`GET /api/teams?limit=100&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map((item) => item.id)).toEqual(all);
    expect(await ask('GET /api/teams?cursor=abc')).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'cursor' }] },
    });
  });
});

describe('calendars', () => {
  test('a team works by its week, its holidays and its special days', async () => {
    const special = { date: '2026-12-27', hours: [], note: 'Stocktaking' };
    const { id } = await create({ week, exceptions: [special] });
    const calendar = await calendarOf(here.db, { team: id });
    expect(hoursOn(calendar, '2026-12-20')).toEqual(week[7]);
    expect(hoursOn(calendar, '2026-12-27')).toEqual([]);
    expect((await ask(`GET /api/teams/${id}`)).body).toMatchObject({ exceptions: [special] });
    expect((await calendarsOf(here.db, [id])).get(id)).toBe(calendar);
  });
  test('a person works as the oldest of their teams, or usual hours where they are', async () => {
    const nea = await join(here, 'Nea', { zone: 'Europe/Madrid' });
    expect(await calendarOf(here.db, { person: nea.id })).toMatchObject({ zone: 'Europe/Madrid', country: 'FI' });
    const { id } = await create({ week });
    await put(id, nea.id, false);
    expect(await calendarOf(here.db, { person: nea.id })).toBe(await calendarOf(here.db, { team: id }));
  });
  test('what a change of hours made is seen at once', async () => {
    const { id } = await create({ week });
    const before = await calendarOf(here.db, { team: id });
    await ask(`PATCH /api/teams/${id}`, { version: 1, body: { week: { ...week, 7: [] } } });
    expect(hoursOn(before, '2026-12-20')).toEqual(week[7]);
    expect(hoursOn(await calendarOf(here.db, { team: id }), '2026-12-20')).toEqual([]);
  });
});
