// The first run, the company and the sample company, through HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { hasCredential } from '../auth/auth.ts';
import { newId, transact } from '../platform/db.ts';
import { offerAs } from './directory.ts';
import { call, hotel, join, now, settle, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
const onItsOwn = () => {
  beforeAll(async () => {
    here = await surround();
  });
  afterAll(() => here.close());
};

const password = 'a good long password';
const input = { ...hotel, administrator: { ...hotel.administrator, password } };
const create = (body: object = input) => call(here, 'POST /api/company', { body });
const cookieOf = (answer: { headers: Record<string, unknown> }) => ({
  cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
});

describe('before the first run', () => {
  onItsOwn();
  test('there is nobody and nothing, and it says so', async () => {
    const answer = await call(here, 'GET /api/session');
    expect(answer).toMatchObject({
      status: 200,
      body: { person: null, company: null, demo: false, setup: true, can: [] },
    });
  });
  test.each([
    ['country', { country: 'XX' }, 'unknownCountry'],
    ['country', { country: 'fi' }, 'unknownCountry'],
    ['zone', { zone: 'Nowhere' }, 'unknownZone'],
    ['name', { name: '' }, 'required'],
    ['language', { language: 'sv' }, 'notAChoice'],
    ['administrator', { administrator: undefined }, 'required'],
    ['administrator.password', { administrator: { ...input.administrator, password: 'short' } }, 'tooShort'],
    ['administrator.email', { administrator: { ...input.administrator, email: 'x' } }, 'notAnEmail'],
  ])('what cannot be is refused by name and makes nothing: %s %j', async (path, part, code) => {
    const answer = await create({ ...input, ...part });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ fields: [{ path, code }] });
    expect((await call(here, 'GET /api/session')).body).toMatchObject({ setup: true });
  });
  test('happens once, even for two at the same moment', async () => {
    const answers = await Promise.all([
      create(),
      create({ ...input, administrator: { ...input.administrator, email: 'b@example.com' } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await create()).body).toMatchObject({ code: 'companyExists' });
  });
});

describe('the first run', () => {
  onItsOwn();
  test('creates the company, signs its administrator in, with the password that was chosen', async () => {
    const made = await create();
    expect(made).toMatchObject({
      status: 201,
      body: { setup: false, company: { name: 'Aurinko', country: 'FI' }, person: { name: 'Jussi Boss' } },
    });
    expect(made.body.can).toEqual(['update', 'addPerson', 'addTeam']);
    expect(made.text).not.toContain(password);
    const mine = await call(here, 'GET /api/session', { as: cookieOf(made) });
    expect(mine.text).toBe(made.text);
    const { id } = (await call(here, 'GET /api/people', { as: cookieOf(made) })).body.items[0]!;
    expect(await hasCredential(here.db, id)).toBe(true);
  });
});

describe('the company', () => {
  onItsOwn();
  let boss: { id: string; cookie: string };
  beforeAll(async () => {
    boss = await settle(here);
  });
  test('is seen by colleagues and changed by administrators who know its version', async () => {
    const aino = await join(here, 'Aino');
    expect(await call(here, 'GET /api/company')).toMatchObject({ status: 401 });
    const seen = await call(here, 'GET /api/company', { as: aino });
    expect(seen).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { name: 'Aurinko', can: [] } });
    const line = 'PATCH /api/company';
    expect(await call(here, line, { as: aino, version: 1, body: { name: 'X' } })).toMatchObject({ status: 403 });
    expect(await call(here, line, { as: boss, body: { name: 'X' } })).toMatchObject({ status: 428 });
    expect(await call(here, line, { as: boss, version: 1, body: { name: 'Meri' } })).toMatchObject({
      status: 200,
      body: { name: 'Meri', version: 2 },
    });
    expect(await call(here, line, { as: boss, version: 1, body: { name: 'Y' } })).toMatchObject({ status: 412 });
    expect(await call(here, line, { as: boss, version: 2, body: { country: 'ZZ' } })).toMatchObject({ status: 422 });
    expect((await call(here, 'GET /api/company', { as: aino })).body).toMatchObject({
      name: 'Meri',
      country: 'FI',
      version: 2,
    });
  });
  test('has a region, usual hours for new teams and a switch for rates; another country forgets the region', async () => {
    const line = 'PATCH /api/company';
    const version = async () => Number((await call(here, 'GET /api/company', { as: boss })).body.version);
    const week = { ...usualWeek, 6: [['10:00', '14:00']] };
    const spain = { country: 'ES', region: 'MD', week, rates: false };
    const changed = await call(here, line, { as: boss, version: await version(), body: spain });
    expect(changed).toMatchObject({ status: 200, body: spain });
    const made = await call(here, 'POST /api/teams', { as: boss, body: { name: 'Weekend' } });
    expect(made.body).toMatchObject({ country: 'ES', region: 'MD', week });
    const home = await call(here, line, { as: boss, version: await version(), body: { country: 'FI' } });
    expect(home.body).toMatchObject({ country: 'FI', region: null, week, rates: false });
    const never = { ...week, 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] };
    for (const [field, body] of Object.entries({ region: { region: 'ZZ' }, week: { week: never } }))
      expect(await call(here, line, { as: boss, version: await version(), body })).toMatchObject({
        status: 422,
        body: { fields: [{ path: field }] },
      });
  });
  test('tells every colleague, live, that it changed', async () => {
    const found = await here.db
      .selectFrom('platform_change')
      .select(['kind', 'recipient'])
      .where('subject', '=', 'company')
      .execute();
    expect(found).toContainEqual({ kind: 'changed', recipient: null });
  });
  test('a stranger to it learns its name and nothing of its people', async () => {
    const { body, text } = await call(here, 'GET /api/session');
    expect(body).toMatchObject({ person: null, setup: false, company: { country: 'FI' }, can: [] });
    expect(text).not.toContain('Jussi');
  });
  test('countries come with their regions, in the language of the reader', async () => {
    const { body, status } = await call(here, 'GET /api/countries', { headers: { 'accept-language': 'fi' } });
    expect(status).toBe(200);
    expect(body.items).toContainEqual({ code: 'FI', name: 'Suomi', regions: expect.any(Array) });
    const spain = (await call(here, 'GET /api/countries?language=es')).body.items.find(({ name }) => name === 'España');
    expect(spain).toMatchObject({ regions: expect.arrayContaining([{ code: 'MD', name: 'Comunidad de Madrid' }]) });
  });
  test('a forged, an unknown and no cookie are all nobody', async () => {
    const forged = boss.cookie.slice(0, -4);
    for (const cookie of [forged, `goodturn.session_token=${newId()}.x`, 'goodturn.session_token=%00', ''])
      expect(await call(here, 'GET /api/people', { as: { cookie } })).toMatchObject({ status: 401 });
  });
  test('a session that is used lives on', async () => {
    const early = await call(here, 'GET /api/session', { as: boss });
    expect(early.headers['set-cookie']).toBeUndefined();
    here.clock.now = new Date(now.getTime() + 2 * 86_400_000);
    const later = await call(here, 'GET /api/session', { as: boss });
    expect(String(later.headers['set-cookie'])).toMatch(/Max-Age=2592000/);
    here.clock.now = new Date(now.getTime() + 31 * 86_400_000);
    expect((await call(here, 'GET /api/session', { as: boss })).body).toMatchObject({ person: { name: 'Jussi Boss' } });
  });
});

describe('a company that is no sample', () => {
  onItsOwn();
  let boss: { id: string; cookie: string };
  beforeAll(async () => {
    boss = await settle(here);
  });
  const doors = ['GET /api/demo-people', 'POST /api/demo-session'];
  const unknown = (line: string) => line.replace('demo', 'no-such');
  test.each(doors)('%s does not exist there, byte for byte', async (line) => {
    for (const as of [null, boss]) {
      const bodies: Array<object | string | undefined> = [{ as: 'administrator' }, { as: 5 }, [], '{"as":', undefined];
      for (const body of bodies) {
        const headers: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
        const more = { as, headers, ...(line.startsWith('GET') || body === undefined ? {} : { body }) };
        const answer = await call(here, line, more);
        const nowhere = await call(here, unknown(line), more);
        expect({ ...answer, headers: { ...answer.headers, date: '' } }).toEqual({
          ...nowhere,
          headers: { ...nowhere.headers, date: '' },
        });
      }
    }
  });
  test('a role opens nothing there', async () => {
    await transact(here.db, (tx) => offerAs(tx, 'administrator', boss.id));
    expect(await call(here, 'POST /api/demo-session', { body: { as: 'administrator' } })).toMatchObject({
      status: 404,
    });
  });
});

describe('the sample company', () => {
  onItsOwn();
  let aino: Awaited<ReturnType<typeof join>>;
  beforeAll(async () => {
    await settle(here, { demo: true });
    aino = await join(here, 'Aino Virtanen', { does: 'Front desk' });
    await transact(here.db, (tx) => offerAs(tx, 'employee', aino.id));
  });
  test('offers its people and lets a visitor be one of them', async () => {
    const offered = await call(here, 'GET /api/demo-people');
    expect(offered.body.items).toEqual([
      { as: 'employee', id: aino.id, name: 'Aino Virtanen', does: 'Front desk', photo: null, teams: [] },
    ]);
    const signed = await call(here, 'POST /api/demo-session', { body: { as: 'employee' } });
    expect(signed).toMatchObject({ status: 200, body: { demo: true, person: { id: aino.id } } });
    expect((await call(here, 'GET /api/session', { as: cookieOf(signed) })).text).toBe(signed.text);
  });
  test('says whom one may be, when asked for somebody else', async () => {
    for (const as of ['steward', 'x', undefined]) {
      const answer = await call(here, 'POST /api/demo-session', { body: { as } });
      expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'as', code: 'notAChoice' }] } });
    }
  });
});
