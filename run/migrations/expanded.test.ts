// A process goes on working while a later release widens the schema under it in every way that a migration may.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../server/platform/test.ts';
import { found, tell, type House } from './story.ts';

let app: TestApp;
let house: House;
beforeAll(async () => {
  app = await createTestApp();
  house = await found(() => {
    const browser = app.browser();
    return (method, path, body) => browser.call(method as 'GET', path, body);
  });
});
afterAll(() => app.close());

it('a running process asks, promises, delivers and thanks as before when every table has more columns and indexes', async () => {
  // Statements are prepared, as they are in a process that has worked for days.
  const calls = await tell(house, app.time());
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'goodturn' order by 1`.execute(app.db);
  expect(tables.rows.length).toBeGreaterThan(40);
  for (const { name } of tables.rows) {
    await sql`alter table ${sql.table(name)} add column later text, add column counted integer not null default 0`.execute(
      app.db,
    );
    await sql`create index on ${sql.table(name)} (counted)`.execute(app.db);
  }
  for (let round = 0; round < 2; round += 1) expect(await tell(house, app.time())).toBe(calls);
});
