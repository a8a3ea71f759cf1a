// What people are told while the database is away: to ask again; and then it is done once.
import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openHotel, type Hotel } from '../requests/for-tests.ts';

let hotel: Hotel;
let outside: pg.Client;
beforeAll(async () => {
  hotel = await openHotel();
  const { host, port, user } = inject('postgres');
  outside = new pg.Client({ host, port, user, database: 'postgres' });
  await outside.connect();
});
afterAll(async () => {
  await outside.end();
  await hotel.close();
});

it('a write is answered with "not ready", a read, too; and the repeat with its key does it once', async () => {
  const [{ name } = { name: '' }] = (await sql<{ name: string }>`select current_database() as name`.execute(hotel.db))
    .rows;
  const ask = () =>
    hotel.aino.post('/api/requests', { title: 'A lamp', team: hotel.it }, { 'idempotency-key': 'while away' });
  await outside.query(`alter database ${name} connection limit 0`);
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  for (const answer of [await ask(), await hotel.aino.get('/api/requests'), await hotel.aino.get('/readyz')])
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([503, 'unavailable']);

  await outside.query(`alter database ${name} connection limit -1`);
  expect([(await ask()).status, (await ask()).status]).toEqual([201, 201]);
  const { items }: { items: unknown[] } = (await hotel.aino.get('/api/requests')).body;
  expect(items).toHaveLength(1);
});
