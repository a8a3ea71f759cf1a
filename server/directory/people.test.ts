// Finding, adding, changing, coming and going of people, through HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/db.ts';
import { call, join, settle, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
let boss: { id: string; cookie: string };
let aino: Awaited<ReturnType<typeof join>>;
beforeAll(async () => {
  here = await surround();
  boss = await settle(here);
  aino = await join(here, 'Aino Virtanen', { said: 'EYE-no', does: 'Front desk' });
});
afterAll(() => here.close());

const ask = (line: string, more: Parameters<typeof call>[2] = {}) => call(here, line, { as: aino, ...more });
const names = async (query: string) => {
  const { body } = await ask(`GET /api/people?${query}`);
  return body.items.map(({ name }) => name);
};
const field = (path: string, code: string) => ({ fields: [expect.objectContaining({ path, code })] });
const versionOf = async (id: string) => (await ask(`GET /api/people/${id}`)).body.version;

describe('finding people', () => {
  beforeAll(async () => {
    for (const name of ['Åsa Öberg', 'Пётр Семёнов', 'Virve Aalto', 'Ana 100%_\\ Pérez']) await join(here, name);
  });

  test('beginnings of words are enough, accents and case do not matter', async () => {
    expect(await names('q=virt')).toEqual(['Aino Virtanen']);
    expect(await names('q=ASA%20ob')).toEqual(['Åsa Öberg']);
    expect(await names('q=%D0%BF%D0%B5%D1%82%D1%80')).toEqual(['Пётр Семёнов']);
  });
  test('the name as it is said counts too', async () => {
    expect(await names('q=eye')).toEqual(['Aino Virtanen']);
  });
  test('typing mistakes are forgiven', async () => {
    expect(await names('q=virtannen')).toEqual(['Aino Virtanen']);
    expect(await names('q=viratnen')).toEqual(['Aino Virtanen']);
    expect(await names('q=Virvve')).toEqual(['Virve Aalto']);
    expect(await names('q=qwertyui')).toEqual([]);
  });
  test('who begins with it stands above who merely has it', async () => {
    expect((await names('q=a'))[0]).toBe('Aino Virtanen');
    expect(await names('q=vir')).toEqual(['Virve Aalto', 'Aino Virtanen']);
  });
  test('signs of patterns are letters like others', async () => {
    expect(await names(`q=${encodeURIComponent('100%_\\')}`)).toEqual(['Ana 100%_\\ Pérez']);
    expect(await names(`q=${encodeURIComponent('_______')}`)).toEqual([]);
  });
  test('pages follow each other without gap or double, with and without words', async () => {
    for (const q of ['', 'q=a&']) {
      const all = await names(`${q}limit=100`);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await ask(`GET /api/people?${q}limit=2${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...page.body.items.map(({ name }) => name));
        cursor = page.body.next;
      }
      expect(seen).toEqual(all);
    }
  });
  test.each(['bm9uc2Vuc2U', Buffer.from('[0,"a\\u0000","x"]').toString('base64url'), '%00', 'x'.repeat(300)])(
    'a cursor that no list gave is refused: %s',
    async (cursor) => {
      const answer = await ask(`GET /api/people?cursor=${cursor}`);
      expect(answer).toMatchObject({ status: 422, body: field('cursor', 'badCursor') });
    },
  );
  test.each(['team=x', 'limit=0', 'limit=101', 'active=maybe', 'manager=1', 'q=%00', `q=${'x'.repeat(101)}`])(
    'a filter that cannot be is refused by name: %s',
    async (query) => {
      const answer = await ask(`GET /api/people?${query}`);
      expect(answer.status).toBe(422);
      expect(answer.body.fields).toMatchObject([{ path: query.split('=')[0] }]);
    },
  );
  test('three people cost no more statements than one', async () => {
    here.statements();
    await ask('GET /api/people?limit=1');
    const one = here.statements();
    await ask('GET /api/people?limit=3');
    expect(here.statements()).toBe(one);
    expect(one).toBe(2);
  });
});

describe('adding people', () => {
  test('an administrator adds, what is not told is the company’s', async () => {
    const added = await call(here, 'POST /api/people', { as: boss, body: { name: 'Oleg', email: 'Oleg@Example.com' } });
    expect(added).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect(added.body).toMatchObject({
      email: 'oleg@example.com',
      language: 'en',
      zone: 'Europe/Helsinki',
      teams: [],
      active: true,
    });
    expect(added.body.can).toContain('invite');
  });
  test('nobody else does', async () => {
    expect(await ask('POST /api/people', { body: { name: 'X', email: 'x@example.com' } })).toMatchObject({
      status: 403,
    });
    expect(await call(here, 'POST /api/people', { body: {} })).toMatchObject({ status: 401 });
  });
  test('one address is one person', async () => {
    const again = await call(here, 'POST /api/people', {
      as: boss,
      body: { name: 'X', email: aino.email.toUpperCase() },
    });
    expect(again.body).toMatchObject(field('email', 'emailTaken'));
  });
  test.each([
    ['name', {}, 'required'],
    ['name', { name: '   ' }, 'required'],
    ['name', { name: 'x'.repeat(100_000) }, 'tooLong'],
    ['name', { name: 'a\nb' }, 'oneLine'],
    ['name', { name: 'a\u0000b' }, 'unreadable'],
    ['name', { name: 5 }, 'wrongKind'],
    ['email', { email: 'aino' }, 'notAnEmail'],
    ['zone', { zone: 'Mars/Base' }, 'unknownZone'],
    ['language', { language: 'xx' }, 'notAChoice'],
    ['manager', { manager: 'boss' }, 'notAnId'],
    ['manager', { manager: '01890000-0000-7000-8000-000000000000' }, 'unknownPerson'],
    ['administrator', { administrator: 'yes' }, 'wrongKind'],
  ])('what cannot be is refused by name: %s %j', async (path, body, code) => {
    const whole = {
      ...('name' in body || path !== 'name' ? { name: 'X' } : {}),
      email: `${newId()}@example.com`,
      ...body,
    };
    const answer = await call(here, 'POST /api/people', { as: boss, body: whole });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject(field(path, code));
  });
  test('names of every script are kept as they are', async () => {
    const name = 'د. نور 👩🏽‍🍳 Zoë ñ';
    const added = await call(here, 'POST /api/people', { as: boss, body: { name, email: 'noor@example.com' } });
    expect(added.body.name).toBe(name);
  });
});

describe('changing people', () => {
  test('people change themselves, and the list knows at once', async () => {
    const version = await versionOf(aino.id);
    const answer = await ask(`PATCH /api/people/${aino.id}`, {
      version,
      body: { does: 'Greets guests', language: 'fi' },
    });
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: `"${version + 1}"` },
      body: { does: 'Greets guests' },
    });
  });
  test('without a version it is 428, with an old one 412, and nothing changes', async () => {
    const before = (await ask(`GET /api/people/${aino.id}`)).text;
    const line = `PATCH /api/people/${aino.id}`;
    expect(await ask(line, { body: { does: 'x' } })).toMatchObject({ status: 428, body: { code: 'versionNeeded' } });
    expect(await ask(line, { body: { does: 'x' }, version: 999 })).toMatchObject({
      status: 412,
      body: { code: 'changedMeanwhile' },
    });
    expect((await ask(`GET /api/people/${aino.id}`)).text).toBe(before);
  });
  test('nobody else may, and not their own rights', async () => {
    const mika = await join(here, 'Mika Lead');
    const line = `PATCH /api/people/${aino.id}`;
    const version = await versionOf(aino.id);
    expect(await call(here, line, { as: mika, version, body: { does: 'x' } })).toMatchObject({ status: 403 });
    for (const change of [{ administrator: true }, { email: 'new@example.com' }, { manager: boss.id }])
      expect(await ask(line, { version, body: change })).toMatchObject({
        status: 403,
        body: field(Object.keys(change)[0] ?? '', 'notAllowed'),
      });
  });
  test('who is not there and an impossible id get the same answer', async () => {
    const unknown = await ask(`GET /api/people/${newId()}`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'notFound' } });
    expect((await ask('GET /api/people/nobody')).text).toBe(unknown.text);
  });
  test('a line of managers never closes into a ring', async () => {
    const change = async (id: string, manager: string | null) =>
      call(here, `PATCH /api/people/${id}`, { as: boss, version: await versionOf(id), body: { manager } });
    const [low, middle] = [await join(here, 'Low'), await join(here, 'Middle')];
    expect(await change(low.id, middle.id)).toMatchObject({ status: 200, body: { manager: { id: middle.id } } });
    expect(await change(middle.id, boss.id)).toMatchObject({ status: 200 });
    expect(await change(boss.id, low.id)).toMatchObject({ status: 422, body: field('manager', 'managerCycle') });
    expect(await change(low.id, low.id)).toMatchObject({ status: 422, body: field('manager', 'managerCycle') });
    expect(await change(low.id, null)).toMatchObject({ status: 200, body: { manager: null } });
  });
  test('the last administrator stays one', async () => {
    const line = `PATCH /api/people/${boss.id}`;
    const step = async () =>
      call(here, line, { as: boss, version: await versionOf(boss.id), body: { administrator: false } });
    expect(await step()).toMatchObject({ status: 409, body: { code: 'lastAdministrator' } });
    expect(await call(here, `POST /api/people/${boss.id}/deactivation`, { as: boss })).toMatchObject({ status: 409 });
  });
  test('two who rename at once: one wins, the other is told', async () => {
    const version = await versionOf(aino.id);
    const rename = (said: string) => ask(`PATCH /api/people/${aino.id}`, { version, body: { said } });
    const answers = await Promise.all([rename('one'), rename('two')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});

describe('coming and going', () => {
  test('an invitation is a link of our own, for 72 hours, only until they are in', async () => {
    const nea = await join(here, 'Nea New');
    const invited = await call(here, `POST /api/people/${nea.id}/invitation`, { as: boss });
    expect(invited).toMatchObject({ status: 201, body: { expires: '2026-11-27T10:00:00.000Z' } });
    expect(invited.body.url).toMatch(/^http:\/\/localhost:4600\/welcome\/[\w-]{43}$/);
    expect(await ask(`POST /api/people/${nea.id}/invitation`)).toMatchObject({ status: 403 });
    expect(await call(here, `POST /api/people/${newId()}/invitation`, { as: boss })).toMatchObject({ status: 404 });
  });
  test('who leaves is nobody from that moment, keeps their name, hides their address, and may come back', async () => {
    const kai = await join(here, 'Kai Gone');
    expect(await call(here, 'GET /api/people', { as: kai })).toMatchObject({ status: 200 });
    const gone = await call(here, `POST /api/people/${kai.id}/deactivation`, { as: boss });
    expect(gone).toMatchObject({ status: 200, body: { active: false, email: kai.email } });
    expect(await call(here, 'GET /api/people', { as: kai })).toMatchObject({ status: 401 });
    expect(await ask(`GET /api/people/${kai.id}`)).toMatchObject({ body: { name: 'Kai Gone', email: null, can: [] } });
    expect(await names('q=kai')).toEqual([]);
    expect(await names('q=kai&active=any')).toEqual(['Kai Gone']);
    expect(await call(here, `POST /api/people/${kai.id}/invitation`, { as: boss })).toMatchObject({
      status: 409,
      body: { code: 'inactivePerson' },
    });
    const again = await call(here, `POST /api/people/${kai.id}/deactivation`, { as: boss });
    expect(again.body.version).toBe(gone.body.version);
    expect(await call(here, `DELETE /api/people/${kai.id}/deactivation`, { as: boss })).toMatchObject({
      body: { active: true },
    });
    expect(await call(here, 'GET /api/people', { as: kai })).toMatchObject({ status: 401 });
  });
});
