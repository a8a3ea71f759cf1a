// A team's report through HTTP: what it counts, what it leaves out, and who may read it.
import { sql } from 'kysely';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TeamReport } from '../../contract/overview.ts';
import { addPerson, enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { at, must, openHotel, seen, stories, type Hotel, type Person } from '../requests/for-tests.ts';

let hotel: Hotel;
let story: ReturnType<typeof stories>;
const reportOf = async (who: Person, team: string, query = ''): Promise<TeamReport> => {
  const said = await who.get(`/api/teams/${team}/report${query}`);
  expect(said.status).toBe(200);
  return said.body;
};
const due = '2026-11-24T14:00:00Z';
const serve = async (by: Person, rating: number) => {
  const request = await story.ask();
  const due = new Date(hotel.time().getTime() + 6 * 3_600_000).toISOString();
  seen(await by.post(at(request, 'promise'), { deliverable: 'A working projector', due }));
  seen(await by.post(at(request, 'delivery'), { done: 'Changed the cable' }));
  seen(await hotel.aino.post(at(request, 'acceptance'), { thanks: 'Thank you!', ratings: { quality: rating } }));
};

beforeAll(async () => {
  hotel = await openHotel();
  story = stories(hotel);
  // IT has Mika and Liisa; with these it has five.
  await transact(hotel.db, async (tx) => {
    must(await enlist(tx, hotel.it, hotel.eeva.id, false));
    for (const name of ['Fourth', 'Fifth']) {
      const { id } = must(await addPerson(tx, { name, email: `${name}@example.com` }, hotel.time()));
      must(await enlist(tx, hotel.it, id, false));
    }
  });
  for (const by of [hotel.mika, hotel.mika, hotel.liisa, hotel.liisa, hotel.eeva, hotel.eeva]) await serve(by, 4);
  seen(
    await hotel.oleg.post(at(await story.ask({ team: hotel.kitchen }, hotel.aino), 'promise'), {
      deliverable: 'Soup',
      due,
    }),
  );
});
afterAll(() => hotel.close());

describe('the report of a team of five', () => {
  test('counts what was asked, delivered, kept and rated', async () => {
    const { whole, hides, over } = await reportOf(hotel.liisa, hotel.it);
    expect(hides).toBeNull();
    expect(whole).toMatchObject({ asked: 6, delivered: 6, closed: 6, silent: 0, returned: 0, reopened: 0 });
    // The month still runs.
    expect([whole.kept, whole.rated]).toEqual([null, null]);
    expect(whole.greeting).toMatchObject({ count: 6, inTime: 6, median: 0 });
    expect(whole.delivering).toMatchObject({ count: 6, median: 0, offered: 360 });
    expect(over).toHaveLength(13);
    expect(over.at(-1)?.figures).toMatchObject({ asked: 6, rated: null });
  });

  test('says nothing of a service or a week that few are behind', async () => {
    const { services } = await reportOf(hotel.liisa, hotel.it);
    expect(services).toHaveLength(1);
    expect(services[0]).toMatchObject({ service: null, figures: { asked: 6 } });
  });

  test('shows no rates when the company has turned them off', async () => {
    const company = (await hotel.jussi.get('/api/company')).body as { version: number };
    const change = (rates: boolean, version: number) =>
      hotel.jussi.call('PATCH', '/api/company', { rates }, { 'if-match': `"${version}"` });
    expect((await change(false, company.version)).status).toBe(200);
    const { whole, hides, over } = await reportOf(hotel.liisa, hotel.it);
    expect(hides).toBe('ratesOff');
    expect([
      whole.kept,
      whole.rated,
      ...over.flatMap(({ figures }) => [figures.kept, figures.rated]),
    ]).not.toContainEqual(expect.anything());
    expect(whole.greeting?.count).toBe(6);
    expect((await change(true, company.version + 1)).status).toBe(200);
  });

  test('reads the same twice, and anew after something has happened', async () => {
    const first = await reportOf(hotel.mika, hotel.it);
    expect(await reportOf(hotel.mika, hotel.it)).toEqual(first);
    await story.ask();
    expect((await reportOf(hotel.mika, hotel.it)).whole.asked).toBe(first.whole.asked + 1);
  });

  test('names nobody', async () => {
    const text = JSON.stringify(await reportOf(hotel.liisa, hotel.it));
    for (const person of [hotel.mika, hotel.liisa, hotel.eeva, hotel.aino]) expect(text).not.toContain(person.id);
  });

  test('refuses a period that ends before it begins', async () => {
    const said = await hotel.liisa.get(`/api/teams/${hotel.it}/report?from=2026-11-24&to=2026-11-01`);
    expect(said).toMatchObject({ status: 422, body: { code: 'wrongPeriod' } });
  });
});

describe('ratings', () => {
  const ratedIn = async (query: string, who = hotel.liisa) => (await reportOf(who, hotel.it, query)).whole.rated;
  test('do not tell what one colleague said, when what was read a day before is taken from what is read today', async () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
    const before = await Promise.all(days.map((day) => ratedIn(`?from=2026-10-01&to=${day}`)));
    hotel.time('2026-11-25T08:00:00Z');
    await serve(hotel.mika, 1);
    const after = await Promise.all(days.map((day) => ratedIn(`?from=2026-10-01&to=${day}`)));
    expect([...before, ...after]).toEqual([null, null, null, null, null, null]);
  });
  test('are told of a month that has ended, over any days in the same way, as it was then', async () => {
    hotel.time('2026-12-03T08:00:00Z');
    const month = { count: 7, timing: null, quality: 25 / 7, accuracy: null };
    expect(await ratedIn('?from=2026-11-01')).toEqual(month);
    // One more, and one that is opened again and rated anew: what was told of the month stays.
    await serve(hotel.eeva, 1);
    await sql`update requests_request set quality = 1, ended_at = '2026-12-03' where id = (select id from requests_request
      where quality = 4 order by id limit 1)`.execute(hotel.db);
    for (const from of ['2026-09-14', '2026-10-31', '2026-11-01'])
      expect(await ratedIn(`?from=${from}`)).toEqual(month);
    for (const from of ['2026-11-02', '2026-11-30', '2026-12-01']) expect(await ratedIn(`?from=${from}`)).toBeNull();
    const { over, services } = await reportOf(hotel.jussi, hotel.it, '?from=2026-03-01');
    expect(over.flatMap(({ from, figures }) => (figures.rated ? [[from, figures.rated]] : []))).toEqual([
      ['2026-11-01', month],
    ]);
    expect(services.flatMap(({ figures }) => figures.rated ?? [])).toEqual([]);
    hotel.time('2026-11-24T08:00:00Z');
  });
});

test('how promises were kept is told over whole months that have ended, by nobody’s own days', async () => {
  hotel.time('2026-12-10T08:00:00Z');
  const [asked, whole, short] = [
    await reportOf(hotel.liisa, hotel.it, '?from=2026-05-02'),
    await reportOf(hotel.jussi, hotel.it, '?from=2026-11-01'),
    await reportOf(hotel.liisa, hotel.it, '?from=2026-11-02'),
  ];
  expect(asked.whole.kept).toMatchObject({ kept: 7, total: 7 });
  expect(asked.every).toBe('month');
  expect(asked.over.flatMap(({ from, figures }) => (figures.kept ? [from] : []))).toEqual(['2026-11-01']);
  expect(whole.whole.kept).toMatchObject({ kept: 7, total: 7 });
  expect(short.whole.kept).toBeNull();
  hotel.time('2026-11-24T08:00:00Z');
});

test('a team of fewer than five shows counts only', async () => {
  const { whole, hides, reasons } = await reportOf(hotel.oleg, hotel.kitchen);
  expect(hides).toBe('smallTeam');
  expect(whole).toMatchObject({ asked: 1, greeting: null, delivering: null, kept: null, rated: null });
  expect(reasons).toEqual([]);
});

test('whoever is not in the team finds no report, unless they administer the company', async () => {
  const known = await hotel.oleg.get(`/api/teams/${hotel.it}/report`);
  const unknown = await hotel.oleg.get('/api/teams/0199a7a0-0000-7000-8000-000000000000/report');
  expect(known.status).toBe(404);
  expect(known.text).toBe(unknown.text);
  expect((await hotel.jussi.get(`/api/teams/${hotel.it}/report`)).status).toBe(200);
});

describe('tables', () => {
  const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });
  test('of the requests hold what the reader may see, and nowhere who served', async () => {
    await story.ask({ title: '=HYPERLINK("http://example.com")' });
    const said = await hotel.liisa.get(`/api/teams/${hotel.it}/requests/sheet`);
    const rows = read(said.text);
    expect(said.headers['content-disposition']).toBe('attachment; filename="requests.csv"');
    expect(rows.length).toBeGreaterThanOrEqual(7);
    expect(rows.at(-1)?.['What']).toBe(`'=HYPERLINK("http://example.com")`);
    expect(said.text).not.toContain('Mika');
    expect(said.text).toContain('Aino');
  });
  test('of the requests are empty for an administrator who has nothing to do with them', async () => {
    const said = await hotel.jussi.get(`/api/teams/${hotel.it}/requests/sheet`);
    expect(read(said.text)).toEqual([]);
  });
  test('of the figures have a row for the whole, one a week and one a service', async () => {
    const said = await hotel.liisa.get(`/api/teams/${hotel.it}/report/sheet`);
    expect(read(said.text)).toHaveLength(1 + 13 + 1);
  });
  test('come as XLSX as well', async () => {
    const said = await hotel.liisa.get(`/api/teams/${hotel.it}/report/sheet?format=xlsx`);
    expect(said.headers['content-type']).toContain('spreadsheetml');
  });
});
