// Every column that can hold somebody's words is either told of to privacy, or written down here as one that holds none.
// Whoever adds a column decides, before a person who was erased is found in it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../platform/test.ts';
import { everything } from '../privacy/privacy.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Goes with the person, by `forget` of its home. */
const goes = /^(auth_(user|session|account|passkey|link|token)|directory_(photo|skill|dotted)|notices_\w+)\./;
/** Codes, addresses of the company, secrets, hashes: nothing that a person writes to others. */
const noWords = [
  /^(platform_migration|platform_change|platform_audit|auth_secret|auth_verification|auth_rate_limit|privacy_retention|sample_run)\./,
  /^directory_company\.|^directory_role\.|^catalog_(form|usual|approver|also|asker)\./,
  /\.(state|kind|what|zone|country|region|language|sight|store|subject|outcome|miss_reason|media_type|sniffed|week|hours|folded|folded_name|approval_mode|reading|subject_kind|holder_kind)$/,
];
const onItsOwn = new Set<string>(['PLACEHOLDER']);

it('a column that can hold words is known to privacy', async () => {
  const { rows } = await sql<{ said: string }>`
    select c.table_name || '.' || c.column_name as said from information_schema.columns c
    join pg_class t on t.oid = ('goodturn.' || quote_ident(c.table_name))::regclass and t.relkind = 'r'
    where c.table_schema = 'goodturn' and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'bytea')
    order by 1`.execute(database.db);
  const told = new Set(
    everything.flatMap(({ kept }) => kept.flatMap(({ table, words }) => Object.keys(words).map((name) => `${table}.${name}`))),
  );
  const unknown = rows
    .map(({ said }) => said)
    .filter((column) => !told.has(column) && !goes.test(column) && !onItsOwn.has(column))
    .filter((column) => !noWords.some((pattern) => pattern.test(column)));
  expect(unknown).toEqual([]);
});
