// A statement that is written once says the same as one that is written anew each time.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { statement } from './statement.ts';
import { createTestDatabase } from './test.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Given = { who: { id: string; teams: { id: string }[] }; count: number };

it('gives each call its own values, fields and lists of fields', async () => {
  let written = 0;
  const said = statement((db, { who, count }: Given) => {
    written += 1;
    return db.selectNoFrom([
      sql<string>`${who.id}::text`.as('id'),
      sql<string[]>`${who.teams.map((team) => team.id)}::text[]`.as('teams'),
      sql<number>`${count}::int + 1`.as('next'),
      sql<string>`${'constant'}::text`.as('constant'),
    ]);
  });
  const given = (id: string, ...teams: string[]): Given => ({
    who: { id, teams: teams.map((one) => ({ id: one })) },
    count: teams.length,
  });
  expect(await said(database.db, given('Aino', 'IT', 'HR'))).toEqual([
    { id: 'Aino', teams: ['IT', 'HR'], next: 3, constant: 'constant' },
  ]);
  expect(await said(database.db, given("O'Neil"))).toEqual([
    { id: "O'Neil", teams: [], next: 1, constant: 'constant' },
  ]);
  expect(written).toBe(1);
});
