// Moving in, through HTTP and its job: looked at first, written once, killed in the middle and taken up again, twice is as good as once.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportProblem, ImportSource, RequestImport } from '../../contract/connect-imports.ts';
import { openStores } from '../attachments/attachments.ts';
import type { Db } from '../platform/db.ts';
import { contents, openHotel, storyOf, type Hotel, type Person } from '../requests/for-tests.ts';
import { moveIn } from './connect.ts';
import { glpi, rt, table, upload, zammad } from './readers/fixtures-for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

const work = (db: Db = hotel.db) => moveIn({ db, stores: openStores(db, undefined), clock: () => hotel.time() });
const read = async ({ id }: { id: string }): Promise<RequestImport> =>
  (await hotel.jussi.get(`/api/imports/${id}`)).body;
async function looked(source: ImportSource, files: readonly { name: string; bytes: Buffer }[], label = '') {
  const made = await hotel.jussi.post('/api/imports', { source, label });
  const { id }: RequestImport = made.body;
  for (const { name, bytes } of files) {
    const sent = await hotel.jussi.call('POST', `/api/imports/${id}/files?name=${encodeURIComponent(name)}`, bytes, {
      'content-type': 'application/json',
    });
    expect(sent.status).toBe(201);
  }
  expect((await hotel.jussi.post(`/api/imports/${id}/preview`)).status).toBe(202);
  await work();
  return read({ id });
}
const start = (one: { id: string }, more: object = {}) =>
  hotel.jussi.post(`/api/imports/${one.id}/run`, { skipRefused: true, ...more });
async function moved(
  source: ImportSource,
  files: readonly { name: string; bytes: Buffer }[],
  more: object = {},
  label = '',
) {
  const one = await looked(source, files, label);
  const said = await start(one, more);
  if (said.status !== 202) throw new Error(said.text);
  await work();
  return read(one);
}
const problemsOf = async ({ id }: { id: string }): Promise<ImportProblem[]> =>
  (await hotel.jussi.get(`/api/imports/${id}/problems`)).body['items'];
/** A request by its title, as the database has it. */
const titled = async (title: string) => {
  const found = await sql<{
    id: string;
    state: string;
    number: number;
    requester: string;
    team: string;
    active: boolean;
  }>`
    select r.id, r.state, r.number, p.name as requester, p.active, t.name as team from requests_request r
    join directory_person p on p.id = r.requester_id join directory_team t on t.id = r.team_id where r.title = ${title}`.execute(
    hotel.db,
  );
  return found.rows;
};
const events = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from platform_change where subject <> 'import'`.execute(hotel.db))
    .rows[0]?.n;
const notices = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from notices_notice`.execute(hotel.db)).rows[0]?.n;
const words = async (person: Person, id: string) => {
  const said = await person.get(`/api/requests/${id}/messages`);
  return said.status === 200
    ? (said.body as { items: { kind: string; body?: string; by: { name: string } | null; at: string }[] }).items
    : said.status;
};

describe('what an earlier system knows', () => {
  it('is looked at before anything is written', async () => {
    const before = (await sql`select count(*) as n from requests_request`.execute(hotel.db)).rows[0];
    const one = await looked('zammad', zammad);
    expect(one).toMatchObject({
      state: 'ready',
      requests: { added: 2, known: 0, refused: 0 },
      people: { added: 2, known: 1, refused: 0 },
      troubles: 1,
      teams: [
        { name: 'IT', count: 1, team: { name: 'IT' } },
        { name: 'Front desk keys', count: 1, team: null },
      ],
      can: ['addFile', 'preview', 'start'],
    });
    expect(await problemsOf(one)).toMatchObject([
      {
        kind: 'request',
        left: 'part',
        file: 'tickets.json',
        place: 1,
        number: '67021',
        reasons: [{ code: 'contentMissing', field: 'gone.png' }],
      },
    ]);
    expect((await sql`select count(*) as n from requests_request`.execute(hotel.db)).rows[0]).toEqual(before);
    expect((await start(one, { skipRefused: false })).body).toMatchObject({ code: 'rowsRefused' });
  });

  it('comes with its people, teams, words and files, and nobody is told', async () => {
    const told = { events: await events(), notices: await notices() };
    const one = await moved('zammad', zammad);
    expect(one).toMatchObject({ state: 'done', done: 2, total: 2, files: [], can: [] });
    expect({ events: await events(), notices: await notices() }).toEqual(told);
    const [request] = await titled('The projector of Sali 3');
    expect(request).toMatchObject({ state: 'closed', requester: 'Nicole Braun', team: 'IT', active: false });
    const id = request?.id ?? '';
    expect(await words(hotel.mika, id)).toMatchObject([
      { kind: 'event', what: 'asked', at: '2024-03-05T09:12:00.000Z', by: { name: 'Nicole Braun' } },
      { kind: 'note', body: 'CANARY the lamp is cheap', by: { name: 'Mika Korhonen' } },
      { kind: 'message', body: 'Changed the cable.', at: '2024-03-06T14:59:00.000Z' },
      { kind: 'event', what: 'imported', by: { name: 'Jussi Boss' }, facts: { words: 'Zammad 67021' } },
    ]);
    const whole = (await hotel.mika.get(`/api/requests/${id}`)).body as unknown as {
      attachments: { id: string }[];
      imported: boolean;
      ratings: null;
      promise: null;
    };
    expect(whole).toMatchObject({
      imported: true,
      closedBySilence: false,
      promise: null,
      ratings: null,
      attachments: [{ name: 'green.txt' }],
    });
    expect((await hotel.mika.get(`/api/attachments/${whole.attachments[0]?.id}`)).text).toBe('green');
    expect((await hotel.oleg.get(`/api/attachments/${whole.attachments[0]?.id}`)).status).toBe(404);
    expect(await titled('A second key, please')).toMatchObject([
      { state: 'asked', requester: '\u{E0F0}', team: 'Front desk keys', active: false },
    ]);
  });

  it('is read by whom a request is for, its internal notes by the team alone', async () => {
    const [request] = await titled('The projector of Sali 3');
    const id = request?.id ?? '';
    for (const stranger of [hotel.oleg, hotel.jussi, hotel.eeva])
      expect((await stranger.get(`/api/requests/${id}`)).status).toBe(404);
    await sql`insert into requests_participant (request_id, person_id, added_by_id, added_at) values (${id}, ${hotel.aino.id}, ${hotel.mika.id}, now())`.execute(
      hotel.db,
    );
    expect((await storyOf(hotel.aino, { id })).includes('note')).toBe(false);
    expect(JSON.stringify(await words(hotel.aino, id))).not.toContain('CANARY');
    expect((await hotel.aino.get('/api/search?q=CANARY')).text).not.toContain(id);
    expect((await hotel.mika.get('/api/search?q=CANARY')).text).toContain(id);
    expect((await hotel.mika.get('/api/search?q=67021')).text).toContain(id);
  });

  it('changes nothing the second time', async () => {
    const before = await counted();
    const one = await looked('zammad', zammad);
    expect(one).toMatchObject({ requests: { added: 0, known: 2 }, people: { added: 0 }, can: ['addFile', 'preview'] });
    expect((await start(one)).body).toMatchObject({ code: 'importNotReady' });
    expect(await counted()).toEqual(before);
  });

  it('of another system of the same kind is something else', async () => {
    expect(await looked('zammad', zammad, 'Warehouse')).toMatchObject({
      requests: { added: 2 },
      people: { added: 1, known: 2 },
    });
  });

  it('counts neither way in any report', async () => {
    const report = await hotel.liisa.get(`/api/teams/${hotel.it}/report?from=2024-03-01&to=2024-03-31&every=month`);
    if (report.status === 200)
      expect((report.body as { whole: object }).whole).toMatchObject({ asked: 0, closed: 0, silent: 0 });
    else expect(report.status).toBe(404);
    const row =
      await sql`select promise_id, provider_id, closed_by_silence, timing, thanks from requests_request where title = 'The projector of Sali 3'`.execute(
        hotel.db,
      );
    expect(row.rows).toEqual([
      { promise_id: null, provider_id: null, closed_by_silence: false, timing: null, thanks: null },
    ]);
  });
});

const counted = async () =>
  (
    await sql`select (select count(*) from requests_request) as requests, (select count(*) from requests_message) as messages,
      (select count(*) from directory_person) as people, (select count(*) from directory_team) as teams,
      (select count(*) from attachments_file) as files, (select count(*) from requests_event) as events`.execute(
      hotel.db,
    )
  ).rows[0];

describe('other systems', () => {
  it('RT and GLPI come with what was said and what was for the team alone', async () => {
    expect(await moved('rt', rt)).toMatchObject({ state: 'done', done: 1, requests: { added: 1, refused: 1 } });
    const [towels] = await titled('Towels');
    expect(towels).toMatchObject({ state: 'declined', requester: 'Carl Berg', team: 'Housekeeping' });
    expect(await moved('glpi', glpi, { colleagues: true })).toMatchObject({ state: 'done', done: 1 });
    expect(await titled('Heating')).toMatchObject([
      { state: 'closed', requester: 'Eeva Salo', team: 'Maintenance', active: false },
    ]);
    const teo = await sql<{
      active: boolean;
    }>`select active from directory_person where email = 'teo@old.example'`.execute(hotel.db);
    expect(teo.rows).toEqual([{ active: true }]);
    const invited =
      await sql`select 1 from auth_link l join directory_person p on p.id::text = l.account_id where p.email like '%old.example'`.execute(
        hotel.db,
      );
    expect(invited.rows).toEqual([]);
  });

  it('a table goes to the teams that one chooses, bad rows are told by line, and the report tells the new numbers', async () => {
    const one = await looked('table', table);
    expect(one).toMatchObject({ requests: { added: 2, refused: 3 }, troubles: 3, people: { known: 2, added: 1 } });
    const teams = [{ name: 'Keittiö', team: hotel.kitchen }];
    expect((await start(one, { teams: [{ name: 'Keittiö', team: hotel.aino.id }] })).body).toMatchObject({
      code: 'unknownTeam',
    });
    expect((await start(one, { teams })).status).toBe(202);
    await work();
    expect(await titled('Lamppu')).toMatchObject([{ team: 'Kitchen', state: 'asked', requester: 'Pentti Entinen' }]);
    const report = (await hotel.jussi.get(`/api/imports/${one.id}/report`)).text;
    const [avain] = await titled('Avain');
    expect(report).toContain(`vanhat.csv,2,A-1,Avain,brought here,${avain?.number}`);
    expect(report).toMatch(/vanhat\.csv,5,A-3,Ovi,left out,,/);
    const log = (await hotel.jussi.get('/api/audit?act=request.import')).body as unknown as {
      items: { facts: object }[];
    };
    expect(log.items[0]).toMatchObject({ facts: { count: 2 } });
  });

  it('requests of no team wait until one is chosen for them', async () => {
    const one = await looked('table', [
      upload('loose.csv', 'id,title,created,requester\nL-1,=cmd(),2025-01-01,x@loose.example\n'),
    ]);
    expect(one.teams).toEqual([{ name: '', count: 1, team: null }]);
    expect((await start(one)).body).toMatchObject({ code: 'unknownTeam' });
    expect((await start(one, { teams: [{ name: '', team: hotel.it }] })).status).toBe(202);
    await work();
    expect((await hotel.jussi.get(`/api/imports/${one.id}/report`)).text).toContain(`'=cmd()`);
  });
});

describe('an import', () => {
  it('that is cut short anywhere goes on where it stopped, and nothing comes twice', async () => {
    const rows = Array.from(
      { length: 450 },
      (_, n) => `K-${n},Kill ${n},2025-01-01,k${n % 60}@kill.example,IT,answer ${n}`,
    );
    const one = await looked('table', [
      upload('kill.csv', `id,title,created,requester,team,answer\n${rows.join('\n')}`),
    ]);
    expect((await start(one)).status).toBe(202);
    let left = 0;
    // Each run dies after so many statements, wherever that is; the connection's transaction dies with it.
    for (let most = 30; (await read(one)).state !== 'done'; most = Math.round(most * 1.4)) {
      let statements = 0;
      const dying = hotel.db.withPlugin({
        transformQuery: ({ node }) => {
          if ((statements += 1) > most) throw new Error('killed');
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      });
      await work(dying as Db).catch((error: Error) => {
        expect(error.message).toBe('killed');
        left += 1;
      });
    }
    expect(left).toBeGreaterThan(5);
    const found =
      await sql`select count(*)::int as n, count(distinct title)::int as titles, count(distinct number)::int as numbers
      from requests_request where title like 'Kill %'`.execute(hotel.db);
    expect(found.rows).toEqual([{ n: 450, titles: 450, numbers: 450 }]);
    const people = await sql`select count(*)::int as n from directory_person where email like '%@kill.example'`.execute(
      hotel.db,
    );
    expect(people.rows).toEqual([{ n: 60 }]);
    expect(await read(one)).toMatchObject({ done: 450, total: 450 });
  });

  it('takes no files while it runs, none that is empty, and nobody but an administrator', async () => {
    const { id } = await looked('table', table, 'again');
    const send = (who: Person, body: Buffer) =>
      who.call('POST', `/api/imports/${id}/files?name=a.csv`, body, { 'content-type': 'text/csv' });
    expect((await send(hotel.jussi, Buffer.alloc(0))).body).toMatchObject({ code: 'emptyFile' });
    expect((await send(hotel.mika, Buffer.from('id'))).status).toBe(403);
    expect((await hotel.mika.get(`/api/imports/${id}`)).status).toBe(403);
    await start({ id }, { teams: [] });
    const before = await contents(hotel.db);
    expect((await send(hotel.jussi, Buffer.from('id'))).body).toMatchObject({ code: 'importRunning' });
    expect((await start({ id })).body).toMatchObject({ code: 'importRunning' });
    expect(await contents(hotel.db)).toBe(before);
  });
});
