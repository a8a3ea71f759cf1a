// Importing people and teams, through HTTP and the job: looked at first, written then, and nothing the second time.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, join, now, settle, surround, type Surroundings } from './for-tests.ts';
import { runImports } from './directory.ts';

let here: Surroundings;
let boss: { id: string; cookie: string };
let aino: Awaited<ReturnType<typeof join>>;
beforeAll(async () => {
  here = await surround();
  boss = await settle(here);
  aino = await join(here, 'Aino', { skills: ['Lamps'] });
});
afterAll(() => here.close());

type Import = {
  id: string;
  state: string;
  counts: Record<string, number>;
  newTeams: string[];
  done: number;
  total: number;
};
const look = async (text: string | Buffer, query = 'createTeams=true') => {
  const headers = { 'content-type': 'text/csv' };
  const said = await call(here, `POST /api/people-imports?${query}`, {
    as: boss,
    body: Buffer.from(text as string),
    headers,
  });
  return { ...said, body: said.body as unknown as Import };
};
const rowsOf = async ({ id }: Import, query = '') =>
  (await call(here, `GET /api/people-imports/${id}/rows?${query}`, { as: boss })).body.items as unknown as Array<{
    fate: string;
    line: number;
    changes: string[];
    reasons: Array<{ field: string; code: string }>;
  }>;
const run = async ({ id }: Import, skipRefused = false) => {
  const started = await call(here, `POST /api/people-imports/${id}/run`, { as: boss, body: { skipRefused } });
  if (started.status !== 202) return started;
  await runImports(here.db, () => now);
  return call(here, `GET /api/people-imports/${id}`, { as: boss });
};
const everything = async () => {
  const found = await sql`select (select json_agg(p order by p.id) from directory_person p)::text
    || (select json_agg(m order by m) from directory_membership m)::text
    || coalesce((select json_agg(k order by k) from directory_skill k)::text, '')
    || coalesce((select json_agg(d order by d) from directory_dotted d)::text, '')
    || (select json_agg(t order by t.id) from directory_team t)::text as said`.execute(here.db);
  return found.rows[0];
};

const file = () => `Nimi;Sähköposti;Kielet;Esihenkilö;Tiimit;Osaaminen;Aikavyöhyke
Marja Lehtonen;marja@example.com;suomi, inglés;${boss ? 'jussi@example.com' : ''};Huoneet (vetäjä);Budgets
Oleg Sokolov;oleg@example.com;русский;marja@example.com;Huoneet;LAMPS, Linen;Europe/Madrid
"Pirjo
Väisänen";pirjo@example.com;;;;
Päivi;paivi@example.com;;;Huoneet*;
Aino;${aino.email.toUpperCase()};;marja@example.com;;
`;

describe('people', () => {
  test('are looked at row by row before anything is written', async () => {
    const before = await everything();
    const looked = await look(file());
    expect(looked).toMatchObject({
      status: 201,
      body: {
        state: 'ready',
        counts: { added: 3, changed: 1, unchanged: 0, refused: 1 },
        newTeams: ['Huoneet'],
        can: ['run'],
      },
    });
    expect(await rowsOf(looked.body)).toMatchObject([
      { fate: 'added', line: 2 },
      { fate: 'added', line: 3 },
      { fate: 'refused', line: 4, reasons: [{ field: 'name', code: 'oneLine' }] },
      { fate: 'added', line: 6 },
      { fate: 'changed', line: 7, changes: ['manager'] },
    ]);
    expect(await everything()).toEqual(before);
  });
  test('are written when told so, those that are refused only passed over with consent', async () => {
    const { body } = await look(file());
    expect((await run(body)).body).toMatchObject({ code: 'rowsRefused' });
    expect((await run(body, true)).body).toMatchObject({ state: 'done', done: 4, total: 4, uninvited: 3 });
    expect((await run(body, true)).body).toMatchObject({ code: 'importRunning' });
    const oleg = (await call(here, 'GET /api/people?q=oleg', { as: boss })).body.items[0];
    expect(oleg).toMatchObject({
      name: 'Oleg Sokolov',
      languages: ['ru'],
      zone: 'Europe/Madrid',
      language: 'en',
      manager: { name: 'Marja Lehtonen' },
      teams: [{ name: 'Huoneet', lead: false }],
      skills: ['Lamps', 'Linen'],
    });
    const marja = (await call(here, 'GET /api/people?q=marja', { as: boss })).body.items[0];
    expect(marja).toMatchObject({ languages: ['fi', 'en'], teams: [{ lead: true }] });
  });
  test('the same file twice changes nothing', async () => {
    const before = await everything();
    const again = await look(file());
    expect(again.body).toMatchObject({
      counts: { added: 0, changed: 0, unchanged: 4, refused: 1 },
      newTeams: [],
      can: [],
    });
    expect((await run(again.body, true)).body).toMatchObject({ state: 'done', done: 0 });
    expect(await everything()).toEqual(before);
  });
  test('have an account without a way in, and links for many at once', async () => {
    const { body } = await look('name,email\nNew,fresh@example.com');
    await run(body);
    const made = await call(here, `POST /api/people-imports/${body.id}/invitations`, { as: boss });
    expect(made).toMatchObject({ status: 201, body: { items: [{ email: 'fresh@example.com' }] } });
    const [item] = made.body.items as unknown as { url: string }[];
    const stored = await sql<{
      count: number;
    }>`select count(*) from auth_link l join directory_person p on p.id::text = l.account_id
      where p.email = 'fresh@example.com'`.execute(here.db);
    expect([item?.url.startsWith('http://localhost:4600/welcome/'), stored.rows[0]?.count]).toEqual([true, 1]);
    const again = await call(here, `POST /api/people-imports/${body.id}/invitations`, { as: boss });
    expect(again.body.items).toEqual([]);
  });

  test.each([
    ['managerNotFound', 'name,email,manager\nA,a1@x.fi,nobody@x.fi', [['refused']]],
    [
      'managerNotFound',
      'name,email,manager\n,b1@x.fi,\nB,b2@x.fi,b1@x.fi\nC,b3@x.fi,b2@x.fi',
      [['refused'], ['refused'], ['refused']],
    ],
    [
      'managerCycle',
      'name,email,manager\nA,c1@x.fi,c2@x.fi\nB,c2@x.fi,c1@x.fi\nC,c3@x.fi,',
      [['refused'], ['refused'], ['added']],
    ],
    ['managerCycle', 'name,email,manager\nA,d1@x.fi,d1@x.fi', [['refused']]],
    ['twiceInFile', 'name,email\nA,e1@x.fi\nB,E1@x.fi', [['added'], ['refused']]],
    ['unknownZone', 'name,email,time zone\nA,f1@x.fi,Atlantis/Here', [['refused']]],
    ['notAnEmail', 'name,email\nA,not an address', [['refused']]],
    ['tooManyCells', 'name,email\nA,g1@x.fi,more', [['refused']]],
    ['unknownLanguage', 'name,email,languages\nA,h1@x.fi,Klingonish', [['refused']]],
  ])('a bad row is told with its line and reason: %s', async (code, text, fates) => {
    const { body } = await look(text);
    const rows = await rowsOf(body);
    expect(rows.map(({ fate }) => [fate])).toEqual(fates);
    expect(rows.flatMap(({ reasons }) => reasons.map((reason) => reason.code))).toContain(code);
  });
  test('a team that nobody has made is refused unless it may be made', async () => {
    const { body } = await look('name,email,teams\nA,i1@x.fi,Ghosts', 'createTeams=false');
    expect(await rowsOf(body)).toMatchObject([
      { fate: 'refused', reasons: [{ field: 'teams', code: 'teamNotFound' }] },
    ]);
  });
  test('a whole line of managers turned round is written without a circle', async () => {
    const chain = (up: boolean) =>
      `name,email,manager\n${['k1', 'k2', 'k3'].map((one, at, all) => `${one},${one}@x.fi,${all[at + (up ? 1 : -1)] ? `${all[at + (up ? 1 : -1)]}@x.fi` : 'jussi@example.com'}`).join('\n')}`;
    for (const up of [true, false]) {
      const { body } = await look(chain(up));
      expect((await run(body)).body).toMatchObject({ state: 'done', done: 3 });
    }
  });
  test('who has left is not brought back by a file', async () => {
    const gone = await join(here, 'Gone');
    await call(here, `POST /api/people/${gone.id}/deactivation`, { as: boss });
    const { body } = await look(`name,email\nGone,${gone.email}`);
    expect(await rowsOf(body)).toMatchObject([{ fate: 'refused', reasons: [{ code: 'hasLeft' }] }]);
  });
});

describe('a file', () => {
  test.each([
    ['notUtf8', Buffer.from('name,email\nP\xe4ivi,p@x.fi', 'latin1')],
    ['noSuchColumn', 'colour,size\nred,5'],
    ['emptyTable', 'name,email\n'],
    ['required', ''],
  ])('is refused as %s', async (code, text) => {
    expect(await look(text)).toMatchObject({ status: 422, body: { fields: [{ path: 'file', code }] } });
  });
  test('comes back with the reasons beside the rows, and no cell of it is a formula', async () => {
    const { body } = await look('name,email,colour\n"=HYPERLINK(""x"")",bad,@red');
    const back = await call(here, `GET /api/people-imports/${body.id}/file?fate=refused`, { as: boss });
    expect(back.headers['content-disposition']).toContain('attachment');
    expect(back.text).toContain(`"'=HYPERLINK(""x"")",bad,'@red,`);
    expect(back.text.split('\r\n')[1]).toMatch(/address/i);
  });
  test('is for administrators', async () => {
    const headers = { 'content-type': 'text/csv' };
    const said = await call(here, 'POST /api/people-imports', { as: aino, body: Buffer.from('a,b\n1,2'), headers });
    expect(said.status).toBe(403);
  });
});

describe('teams', () => {
  const text =
    'name,does,country,greeting time,closing time\nKitchen,Cooks,Suomi,1:30,3 d\nRooms,,,90 min,\n,,,,5\nBad,,,soon,';
  test('are imported by name, and nothing changes the second time', async () => {
    const { body } = await look(text, 'kind=teams');
    expect(body.counts).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 2 });
    expect((await run(body, true)).body).toMatchObject({ state: 'done', done: 2 });
    const kitchen = (await call(here, 'GET /api/teams?q=kitchen', { as: boss })).body.items[0];
    const team = await call(here, `GET /api/teams/${kitchen?.id}`, { as: boss });
    expect(team.body).toMatchObject({ does: 'Cooks', country: 'FI', greetingMinutes: 90, closingMinutes: 1440 });
    const before = await everything();
    const again = await look(text, 'kind=teams');
    expect(again.body.counts).toEqual({ added: 0, changed: 0, unchanged: 2, refused: 2 });
    await run(again.body, true);
    expect(await everything()).toEqual(before);
  });
});
