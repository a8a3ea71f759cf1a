// Forgetting, through HTTP on a real database: after it, no column of any table holds what was to go, and what happened is still there.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCompany, type RetentionRule } from '../../contract/privacy.ts';
import { newId } from '../platform/db.ts';
import { former, removed } from '../platform/placeholders.ts';
import { isQuiet, holdBack } from '../platform/quiet.ts';
import { at, openHotel, seen, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import { everything, retain } from './privacy.ts';
import { monthsBefore } from './retention.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
const opened = () => {
  beforeAll(async () => {
    hotel = await openHotel();
    tell = stories(hotel);
  });
  afterAll(() => hotel.close());
};

/** Every place in the database where one of these texts stands, as table.column; bytes and search vectors included. */
async function placesOf(texts: readonly string[]): Promise<string[]> {
  const columns = await sql<{ table: string; column: string; type: string }>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns c
    where table_schema = 'goodturn' and (select relkind from pg_class where oid = ('goodturn.' || quote_ident(table_name))::regclass) = 'r'`.execute(
    hotel.db,
  );
  const found: string[] = [];
  for (const { table, column, type } of columns.rows) {
    const text = type === 'bytea' ? sql`encode(${sql.ref(column)}, 'escape')` : sql`${sql.ref(column)}::text`;
    const hits = await sql`select from ${sql.table(table)}
      where ${sql.join(
        texts.map((one) => sql`position(lower(${one}) in lower(${text})) > 0`),
        sql` or `,
      )} limit 1`.execute(hotel.db);
    if (hits.rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const version = async (by: Person, id: string) => {
  const { body }: { body: { version: number } } = await by.get(`/api/people/${id}`);
  return { 'if-match': `"${body.version}"` };
};
const leave = async (id: string) =>
  hotel.jussi.post(`/api/people/${id}/deactivation`, {}, await version(hotel.jussi, id));
const erase = async (id: string, body: object, by = hotel.jussi) =>
  by.post(`/api/people/${id}/erasure`, body, await version(hotel.jussi, id));
const codeOf = ({ status, body }: { status: number; body: { code?: string } | null }) => ({ status, code: body?.code });

/** Mika with canaries in whatever a person can write, and Aino who wrote of him. */
async function written(): Promise<{ closed: string; declined: string }> {
  const { mika, aino } = hotel;
  await mika.call(
    'PATCH',
    `/api/people/${mika.id}`,
    {
      said: 'MEE-ka KOR-canary',
      place: 'canaryville',
      does: 'canaries',
      pronouns: 'canar',
      skills: ['canary keeping'],
    },
    await version(mika, mika.id),
  );
  await mika.post(`/api/people/${mika.id}/absences`, { from: '2026-12-01', until: '2026-12-02', words: 'canary away' });
  const request = await tell.promised({ deliverable: 'A canary promise' });
  await mika.post(at(request, 'messages'), { body: 'A canary message', kind: 'message' });
  await mika.post(at(request, 'messages'), { body: 'A canary note', kind: 'note' });
  await aino.post(at(request, 'messages'), { body: 'Thank you @Mika Korhonen, or mika@example.com?', kind: 'message' });
  await mika.post(at(request, 'renegotiation'), { due: '2026-11-25T10:00:00Z', reason: 'A canary reason' });
  await mika.post(at(request, 'delivery'), { done: 'A canary was delivered', missReason: 'forgot' });
  await aino.post(at(request, 'acceptance'), { thanks: 'Thanks, Mika Korhonen' });
  await mika.call('PUT', at(request, 'ask-rating'), {
    clear: true,
    complete: true,
    inTime: true,
    thanked: true,
    words: 'canary rated',
  });
  const declined = await tell.ask({ title: 'For Mika Korhonen', details: 'Mika Korhonen knows' });
  await mika.post(at(declined, 'refusal'), { reason: 'A canary decline', instead: 'canary instead' });
  await mika.post(
    '/api/requests',
    { title: 'A canary ask', details: 'canary details', team: hotel.kitchen },
    { 'idempotency-key': 'c' },
  );
  const row = { line: 2, cells: ['Mika Korhonen', 'mika@example.com', 'IT'], given: { email: 'mika@example.com' } };
  await sql`with file as (insert into directory_import (id, kind, by_id, create_teams, head, created_at)
      values (${newId()}, 'people', ${hotel.jussi.id}, false, '{name,email,team}', now()) returning id)
    insert into directory_import_row (import_id, no, line, cells, fate, given)
    select id, 1, ${row.line}, ${row.cells}, 'added', ${JSON.stringify(row.given)} from file`.execute(hotel.db);
  return { closed: request.id, declined: declined.id };
}

describe('a person who is erased', () => {
  opened();
  let past: { closed: string; declined: string };
  beforeAll(async () => {
    past = await written();
  });

  it('was everywhere before', async () => {
    expect((await placesOf(['canary'])).length).toBeGreaterThan(12);
    expect((await placesOf(['Korhonen', 'mika@example.com'])).length).toBeGreaterThan(6);
  });
  it('must have left, and their name be typed, by an administrator who knows their version', async () => {
    const body = { name: 'Mika Korhonen', words: 'remove' };
    const { mika, liisa } = hotel;
    expect(codeOf(await erase(mika.id, body))).toEqual({ status: 409, code: 'stillActive' });
    expect((await erase(mika.id, body, liisa)).status).toBe(403);
    expect((await leave(mika.id)).status).toBe(200);
    expect(codeOf(await erase(mika.id, { ...body, name: 'Mika' }))).toEqual({ status: 422, code: 'notTheName' });
    expect((await hotel.jussi.post(`/api/people/${mika.id}/erasure`, body)).status).toBe(428);
    const stale = await hotel.jussi.post(`/api/people/${mika.id}/erasure`, body, { 'if-match': '"1"' });
    expect(codeOf(stale)).toEqual({ status: 412, code: 'changedMeanwhile' });
    expect((await placesOf(['canary'])).length).toBeGreaterThan(12);
  });
  it('is then in no column of any table: not their name, not their address, not one word', async () => {
    expect((await erase(hotel.mika.id, { name: 'Mika Korhonen', words: 'remove' })).status).toBe(204);
    expect(await placesOf(['canar', 'Korhonen', 'mika@example.com', 'KOR-'])).toEqual([]);
  });
  it('leaves what happened in its shape, by a former colleague, in the language of whoever reads', async () => {
    const read = (language: string) =>
      hotel.aino.get(at({ id: past.closed }), { 'accept-language': language }).then(({ text }) => text);
    const request = seen(await hotel.aino.get(at({ id: past.closed })));
    expect(request).toMatchObject({ state: 'closed', provider: { id: hotel.mika.id, active: false, photo: null } });
    expect(JSON.stringify(request)).toContain('Former colleague');
    expect(await read('fi')).not.toMatch(/[\u{E0F0}\u{E0F1}]/u);
    const events = await hotel.aino.get(at({ id: past.closed }, 'messages'));
    const { items }: { items: { what?: string }[] } = events.body;
    expect(items.map(({ what }) => what).filter(Boolean)).toEqual(
      expect.arrayContaining(['asked', 'promised', 'proposed', 'delivered', 'accepted']),
    );
    expect(events.text).toContain('Thank you @Former colleague');
    expect(seen(await hotel.aino.get(at({ id: past.declined })))).toMatchObject({ state: 'declined' });
  });
  it('stays erased: nobody brings them back, changes them or erases them twice, and the log knows an id alone', async () => {
    const { mika, jussi } = hotel;
    const back = await jussi.call(
      'DELETE',
      `/api/people/${mika.id}/deactivation`,
      undefined,
      await version(jussi, mika.id),
    );
    expect(codeOf(back)).toEqual({ status: 409, code: 'erasedPerson' });
    const changed = await jussi.call('PATCH', `/api/people/${mika.id}`, { name: 'X' }, await version(jussi, mika.id));
    expect(changed.status).toBe(403);
    expect(codeOf(await erase(mika.id, { name: former, words: 'keep' }))).toEqual({
      status: 409,
      code: 'erasedPerson',
    });
    const shown: { can: string[]; email: string | null } = (await jussi.get(`/api/people/${mika.id}`)).body;
    expect(shown).toMatchObject({ can: [], email: null });
    expect((await mika.get('/api/requests')).status).toBe(401);
    const log: { items: { act: string; subject: { id: string } }[] } = (await jussi.get('/api/audit')).body;
    expect(log.items[0]).toMatchObject({ act: 'person.erase', subject: { id: mika.id } });
  });
  it('is cut out of what was kept of a file, and the rest of its row stays', async () => {
    const kept = await sql<{ cells: string[] }>`select cells from directory_import_row`.execute(hotel.db);
    expect(kept.rows).toEqual([{ cells: [former, former, 'IT'] }]);
  });
  it('leaves history as closed as it was', async () => {
    const may = await sql<{ may: boolean }>`select bool_or(has_table_privilege(oid, 'update')) as may from pg_class
      where relname in ('requests_event', 'requests_message', 'promises_revision', 'knowledge_version')`.execute(
      hotel.db,
    );
    expect(may.rows).toEqual([{ may: false }]);
  });
});

describe('a person who is erased, but not what they wrote', () => {
  opened();
  it('is gone by name; their words stay, findable as before', async () => {
    await written();
    await leave(hotel.mika.id);
    expect((await erase(hotel.mika.id, { name: 'Mika Korhonen', words: 'keep' })).status).toBe(204);
    expect(await placesOf(['Korhonen', 'mika@example.com', 'canaryville', 'canary keeping', 'KOR-'])).toEqual([]);
    expect(await placesOf(['A canary message'])).toContain('requests_message.body');
    const found: { requests: { items: unknown[] } } = (await hotel.aino.get('/api/search?q=canary')).body;
    expect(JSON.stringify(found)).toContain('canary');
    expect(JSON.stringify((await hotel.aino.get('/api/search?q=korhonen')).body)).not.toContain('projector');
  });
});

describe('one’s own data', () => {
  opened();
  it('is everything one wrote, was told and is known by, as one file, for oneself alone', async () => {
    const { closed } = await written();
    const said = await hotel.mika.get('/api/me/data');
    expect(said.headers['content-disposition']).toMatch(/^attachment; filename="goodturn-2026-11-24.json"$/);
    const data: { of: string; words: { in: string }[] } = said.body;
    expect(data).toMatchObject({
      of: hotel.mika.id,
      profile: { said: 'MEE-ka KOR-canary' },
      notices: expect.any(Array),
    });
    expect(new Set(data.words.map((one) => one.in))).toEqual(
      new Set([
        'requests_request',
        'requests_message',
        'requests_event',
        'requests_ask_rating',
        'promises_promise',
        'promises_revision',
      ]),
    );
    for (const words of [
      'A canary message',
      'A canary note',
      'A canary reason',
      'canary rated',
      'A canary decline',
      closed,
    ])
      expect(said.text).toContain(words);
    expect(said.text).not.toContain('Thank you @Mika');
    expect(said.text).not.toMatch(/password|token_hash|public_key/);
    expect((await hotel.oleg.get('/api/me/data')).text).not.toContain('canary');
  });
  it('is nobody’s without signing in', async () => {
    expect((await hotel.browser().get('/api/me/data')).status).toBe(401);
  });
});

describe('the words of ended requests', () => {
  opened();
  const set = (kind: string, id: string, months: number | null, by = hotel.jussi) =>
    by.call('PUT', `/api/retention/${kind}/${id}`, { months });
  it('are kept for ever until an administrator says otherwise', async () => {
    const rules: { items: RetentionRule[] } = (await hotel.jussi.get('/api/retention')).body;
    expect(rules.items[0]).toMatchObject({ kind: 'company', id: wholeCompany });
    expect(rules.items.map(({ name, months }) => [name, months])).toEqual([
      [expect.any(String), null],
      ['IT', null],
      ['Kitchen', null],
    ]);
    expect((await hotel.liisa.get('/api/retention')).status).toBe(403);
    expect((await set('team', hotel.it, 6, hotel.liisa)).status).toBe(403);
    expect((await set('service', hotel.it, 6)).status).toBe(404);
    expect((await set('company', hotel.it, 6)).status).toBe(404);
    expect((await set('team', hotel.it, 0)).status).toBe(422);
  });
  it('go after their months, with every message; state, times, ratings and the rest of the ledger stay', async () => {
    const { closed } = await written();
    const running = await tell.promised({ deliverable: 'Still running' });
    expect((await set('team', hotel.it, 6)).status).toBe(204);
    const soon = new Date('2027-05-20T10:00:00Z');
    expect(await retain(hotel.db, everything, soon)).toBe(0);
    const before = seen(await hotel.aino.get(at({ id: closed })));
    const figures = () =>
      sql`select state, outcome, due_at, delivered_at, ended_at, miss_reason from promises_promise where subject_id = ${closed}`
        .execute(hotel.db)
        .then(({ rows }) => rows);
    const sums = await figures();
    expect(await retain(hotel.db, everything, new Date('2027-05-24T10:00:00Z'))).toBe(2);
    const { state, number, createdAt } = before;
    expect(seen(await hotel.aino.get(at({ id: closed })))).toMatchObject({
      state,
      number,
      createdAt,
      title: '(words removed)',
    });
    expect(await figures()).toEqual(sums);
    const left = await placesOf(['canary message', 'canary note', 'canary reason', 'canary decline', 'canary promise']);
    expect(left).toEqual([]);
    expect(seen(await hotel.aino.get(at(running))).title).toBe('The projector shows only green');
    expect(await retain(hotel.db, everything, new Date('2027-05-24T10:00:00Z'))).toBe(0);
    expect((await hotel.aino.get('/api/search?q=canary')).text).not.toContain(removed);
  });
  it.each([
    ['2027-05-31T10:00:00Z', 3, '2027-02-28T10:00:00.000Z'],
    ['2028-02-29T10:00:00Z', 12, '2027-02-28T10:00:00.000Z'],
    ['2027-01-15T23:30:00Z', 1, '2026-12-15T23:30:00.000Z'],
  ])('%s, %d months earlier, is %s', (now, months, before) => {
    expect(monthsBefore(new Date(now), months).toISOString()).toBe(before);
  });
});

describe('a restored copy', () => {
  opened();
  it('is silent until an administrator lets it send, which the log keeps', async () => {
    const silence = async (by: Person) => (await by.get('/api/company/silence')).body as { since: string | null };
    expect(await silence(hotel.jussi)).toEqual({ since: null });
    await holdBack(hotel.db, hotel.time());
    expect(await silence(hotel.jussi)).toEqual({ since: hotel.time().toISOString() });
    expect((await hotel.liisa.call('DELETE', '/api/company/silence')).status).toBe(403);
    expect(await isQuiet(hotel.db)).toBe(true);
    expect((await hotel.jussi.call('DELETE', '/api/company/silence')).status).toBe(204);
    expect(await isQuiet(hotel.db)).toBe(false);
    const log: { items: { act: string }[] } = (await hotel.jussi.get('/api/audit')).body;
    expect(log.items[0]?.act).toBe('backup.release');
  });
});
