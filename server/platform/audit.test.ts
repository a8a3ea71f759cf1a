// The log of administration: what is written by which act, who reads it, and what never stands in it.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../contract/audit.ts';
import { openHotel, type Hotel } from '../requests/for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

const log = async (query = ''): Promise<AuditEntry[]> => {
  const answer = await hotel.jussi.get(`/api/audit?${query}`);
  return (answer.body as { items: AuditEntry[] }).items;
};
/** What the newest entries say, in the order in which they were written. */
const newest = async (count: number) =>
  (await log(`limit=${count}`))
    .toReversed()
    .map(({ by, act, subject, person, facts }) => [by?.name, act, subject.name, person?.name ?? null, facts]);
const version = async (path: string) => ({ 'if-match': String((await hotel.jussi.get(path)).headers['etag']) });

describe('an act of administration is logged with who, what and whom', () => {
  test('a person who is added, changed, made administrator, let go and welcomed back', async () => {
    const { jussi } = hotel;
    const made = (await jussi.post('/api/people', { name: 'Sanna Salo', email: 'sanna@example.com' })).body;
    const path = `/api/people/${made['id']}`;
    await jussi.call('PATCH', path, { place: 'Turku', name: 'Sanna Salo' }, await version(path));
    await jussi.call('PATCH', path, { administrator: true }, await version(path));
    await jussi.call('PATCH', path, { administrator: false }, await version(path));
    await jussi.post(`${path}/invitation`);
    await jussi.post(`${path}/reset-link`);
    await jussi.post(`${path}/deactivation`);
    await jussi.post(`${path}/deactivation`);
    await jussi.call('DELETE', `${path}/deactivation`);
    expect(await newest(8)).toEqual(
      [
        ['person.add', {}],
        ['person.update', { fields: ['place'] }],
        ['administrator.grant', {}],
        ['administrator.withdraw', {}],
        ['person.invite', {}],
        ['person.reset', {}],
        ['person.deactivate', {}],
        ['person.reactivate', {}],
      ].map(([act, facts]) => ['Jussi Boss', act, 'Sanna Salo', null, facts]),
    );
  });
  test('a team, its people and its leads, by a lead as by an administrator', async () => {
    const { jussi, liisa, aino } = hotel;
    const path = `/api/teams/${hotel.it}`;
    await jussi.call('PATCH', path, { does: 'Machines', exceptions: [] }, await version(path));
    await liisa.call('PUT', `${path}/members/${aino.id}`, { lead: false });
    await liisa.call('PUT', `${path}/members/${aino.id}`, { lead: false });
    await liisa.call('PUT', `${path}/members/${aino.id}`, { lead: true });
    await liisa.call('DELETE', `${path}/members/${aino.id}`);
    const { name } = (await jussi.get(path)).body as { name: string };
    expect(await newest(4)).toEqual([
      ['Jussi Boss', 'team.update', name, null, { fields: ['does'] }],
      ['Liisa Laine', 'member.add', name, 'Aino Virtanen', { lead: false }],
      ['Liisa Laine', 'member.lead', name, 'Aino Virtanen', {}],
      ['Liisa Laine', 'member.remove', name, 'Aino Virtanen', {}],
    ]);
  });
  test('the company, by the names of what changed and not by the words', async () => {
    await hotel.jussi.call('PATCH', '/api/company', { name: 'Hotelli Kanariini' }, await version('/api/company'));
    expect((await newest(1))[0]?.slice(1)).toEqual(['company.update', 'Hotelli Kanariini', null, { fields: ['name'] }]);
  });
});

test('what people change of themselves is their own affair', async () => {
  const before = await log();
  const path = `/api/people/${hotel.aino.id}`;
  const changed = await hotel.aino.call('PATCH', path, { place: 'Oulu' }, await version(path));
  expect(changed.status).toBe(200);
  expect(await log()).toEqual(before);
});

test('an act that is refused is not logged', async () => {
  const before = await log();
  expect((await hotel.aino.post('/api/people', { name: 'No', email: 'no@example.com' })).status).toBe(403);
  expect((await hotel.jussi.post('/api/people', { name: 'No', email: 'sanna@example.com' })).status).toBe(422);
  expect(await log()).toEqual(before);
});

test('links and addresses are kept nowhere in it', async () => {
  const link = (await hotel.jussi.post(`/api/people/${hotel.eeva.id}/reset-link`)).body as { url: string };
  const rows = JSON.stringify((await sql`select * from platform_audit`.execute(hotel.db)).rows);
  expect(rows).not.toContain(link.url.split('/').at(-1));
  expect(rows).not.toContain('@');
});

describe('reading it', () => {
  test('is narrowed by act, by kind, by person and by day', async () => {
    const all = await log();
    const { jussi, aino } = hotel;
    expect(await log('act=member.add')).toEqual(all.filter(({ act }) => act === 'member.add'));
    expect(await log('about=team')).toEqual(all.filter(({ subject }) => subject.kind === 'team'));
    expect((await log(`person=${aino.id}`)).map(({ act }) => act)).toEqual([
      'member.remove',
      'member.lead',
      'member.add',
    ]);
    expect(await log(`person=${jussi.id}&from=2026-11-24&to=2026-11-24`)).toEqual(await log(`person=${jussi.id}`));
    expect(await log('from=2026-11-25')).toEqual([]);
    expect(await log('to=2026-11-23')).toEqual([]);
  });
  test('goes page by page without gap or double, in a fixed number of statements', async () => {
    const all = await log();
    const seen: AuditEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      hotel.statements();
      const answer = await hotel.jussi.get(`/api/audit?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      expect(hotel.statements()).toBeLessThanOrEqual(3);
      const page = answer.body as { items: AuditEntry[]; next: string | null };
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(seen).toEqual(all);
  });
  test('is for administrators', async () => {
    expect((await hotel.liisa.get('/api/audit')).status).toBe(403);
  });
});
