// Statements on their way to a real PostgreSQL: together and in order, all or nothing, and on a new connection when the old one is gone.
import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { transact } from './db.ts';
import { violated } from './faults.ts';
import { createTestDatabase } from './test.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`create table word (said text primary key)`.execute(database.db);
});
afterAll(() => database.drop());

const say = (db: typeof database.db, said: string) => sql`insert into word values (${said})`.execute(db);
const said = async (db = database.db) =>
  (await sql<{ said: string }>`select said from word order by said`.execute(db)).rows.map((row) => row.said);

it('asked together in a transaction they are done in the order in which they were asked', async () => {
  const seen = await transact(database.db, async (tx) => {
    const [, first, , second] = await Promise.all([say(tx, 'one'), said(tx), say(tx, 'two'), said(tx)]);
    return [first, second];
  });
  expect(seen).toEqual([['one'], ['one', 'two']]);
});

it('one of several that fails undoes them all, and is the one that is told', async () => {
  const failing = transact(database.db, (tx) => Promise.all([say(tx, 'three'), say(tx, 'one'), say(tx, 'four')]));
  expect(violated(await failing.catch((error: unknown) => error))).toBe('word_pkey');
  expect(await said()).toEqual(['one', 'two']);
});

it('the last one, whose answer nobody waits for, undoes the rest when it fails', async () => {
  const failing = transact(database.db, async (tx, last) => {
    await say(tx, 'five');
    last(say(tx, 'one'));
    return 'done';
  });
  expect(violated(await failing.catch((error: unknown) => error))).toBe('word_pkey');
  expect(await said()).toEqual(['one', 'two']);
});

it('a failure that was passed over is not taken for success', async () => {
  const failing = transact(database.db, async (tx) => {
    await say(tx, 'one').catch(() => undefined);
    return 'done';
  });
  await expect(failing).rejects.toThrow('had failed before');
});

it('many at once outside of a transaction each get their own answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const { rows } = await sql<{ n: number }>`select ${n}::int as n, pg_sleep(${n % 50 === 0 ? 0.05 : 0})`.execute(
        database.db,
      );
      return rows[0]?.n;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => n));
});

it('after the connections are gone others are made', async () => {
  await Promise.all([said(), said()]);
  const { host, port, user } = inject('postgres');
  const outside = new pg.Client({ host, port, user, database: 'postgres' });
  await outside.connect();
  const [{ name } = { name: '' }] = (
    await sql<{ name: string }>`select current_database() as name`.execute(database.db)
  ).rows;
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await outside.end();
  const patient = async (): Promise<string[]> => said().catch(() => patient());
  expect(await patient()).toEqual(['one', 'two']);
  await transact(database.db, (tx) => say(tx, 'six'));
  expect(await said()).toEqual(['one', 'six', 'two']);
});
