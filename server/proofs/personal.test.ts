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
const goes =
  /^(auth_(user|session|account|passkey|link|token)|directory_(photo|skill|dotted)|notices_\w+|platform_mail)\./;
/** Codes, addresses of the company, secrets, hashes: nothing that a person writes to others. */
const noWords = [
  /^(platform_migration|platform_change|platform_audit|auth_secret|auth_verification|auth_rate_limit|privacy_retention|sample_run|platform_mail_server)\./,
  /^directory_company\.|^directory_role\.|^catalog_(form|usual|approver|also|asker)\./,
  /\.(state|kind|what|zone|country|region|language|sight|store|subject|outcome|miss_reason|media_type|sniffed|week|hours|folded|folded_name|approval_mode|reading|subject_kind|origin_subject|holder_kind)$/,
];
const onItsOwn = new Set([
  // Go with the person, by `forget` of the directory.
  ...['email', 'languages', 'name', 'place', 'pronouns', 'said'].map((name) => `directory_person.${name}`),
  // Forgotten with whom they are about, and after a week in any case.
  ...['body', 'etag', 'key', 'principal', 'request_hash'].map((name) => `platform_answer.${name}`),
  // Hashes and keys; the bytes of a file go when its row has gone.
  ...['hash', 'sent_hash', 'upload_key'].map((name) => `attachments_file.${name}`),
  'attachments_chunk.bytes',
  // Names of fields, codes and times.
  ...['changes', 'fate'].map((name) => `directory_import_row.${name}`),
  ...['at_time', 'participants', 'recurrence', 'trouble'].map((name) => `recurring_ask.${name}`),
  ...['change', 'trouble', 'type'].map((name) => `connect_delivery.${name}`),
  ...['about', 'earlier_secret', 'ended', 'secret', 'url'].map((name) => `connect_webhook.${name}`),
  'connect_cursor.cursor',
  'desk_view.filter',
  // Codes and counts.
  ...['missing', 'question'].map((name) => `courtesy_asking.${name}`),
  'courtesy_serving.question',
  ...[
    'asking_count.missing',
    'asking_count.question',
    'missing_count.missing',
    'missing_count.place',
    'serving_count.question',
  ].map((name) => `courtesy_${name}`),
  // Codes; the address of a private calendar is kept as a hash.
  ...['answer', 'origin_subject'].map((name) => `appointments_appointment.${name}`),
  ...['settled', 'missed_because'].map((name) => `appointments_deliverable.${name}`),
  'appointments_mailed.answer',
  // An address of ours; goes with whom it was made for.
  'appointments_mailed.organizer',
  ...['ending', 'token_hash'].map((name) => `appointments_feed.${name}`),
  // Codes and hashes; the files of an import go when it is done, or after a month.
  ...['fate', 'external_hash', 'file'].map((name) => `connect_import_item.${name}`),
  ...['bytes', 'name'].map((name) => `connect_import_file.${name}`),
  ...['external_hash', 'source'].map((name) => `connect_imported.${name}`),
  'connect_import.source',
  ...['ideas_idea', 'ideas_entry'].map((table) => `${table}.answer_kind`),
  // Codes, counts and times.
  ...['facts', 'reason'].map((name) => `promises_risk.${name}`),
  'promises_mail_answer.answer',
  // Choices of a goal.
  ...['starts', 'ends', 'time', 'unit'].map((name) => `goals_goal.${name}`),
]);

it('a column that can hold words is known to privacy', async () => {
  const { rows } = await sql<{ said: string }>`
    select c.table_name || '.' || c.column_name as said from information_schema.columns c
    join pg_class t on t.oid = ('goodturn.' || quote_ident(c.table_name))::regclass and t.relkind = 'r'
    where c.table_schema = 'goodturn' and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'bytea')
    order by 1`.execute(database.db);
  const told = new Set(
    everything.flatMap(({ kept }) =>
      kept.flatMap(({ table, words }) => Object.keys(words).map((name) => `${table}.${name}`)),
    ),
  );
  const unknown = rows
    .map(({ said }) => said)
    .filter((column) => !told.has(column) && !goes.test(column) && !onItsOwn.has(column))
    .filter((column) => !noWords.some((pattern) => pattern.test(column)));
  expect(unknown).toEqual([]);
});
