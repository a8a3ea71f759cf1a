// What runs all the time looks at no more than it answers with: the plans that PostgreSQL makes, on tables with many rows, for the statements that the server sends.
// The same for everything else that people do all day, on a whole company: `npm run bench -- --plans`.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { distinct, explain, listen } from '../../bench/plans-capture.ts';
import { judge } from '../../bench/plans-judge.ts';
import { whoStays } from '../directory/directory.ts';
import { lockPushes } from '../notices/delivery.queries.ts';
import { pageNotices, unreadSubjects } from '../notices/queries.ts';
import { claimOf } from '../platform/repeats.ts';
import { earlierAnswer } from '../platform/answers.ts';
import { changesAfter, reachOf } from '../platform/changes.ts';
import { createTestDatabase } from '../platform/test.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let heard: ReturnType<typeof listen>;
const now = new Date('2026-11-24T08:00:00Z');
const person = '00000000-0000-0000-0000-000000000007';
const rows = [
  `insert into directory_person (id, name, email, language, zone, folded, created_at)
   select lpad(n::text, 32, '0')::uuid, 'Person ' || n, 'person' || n || '@example.com', 'en', 'UTC', 'person ' || n, now() from generate_series(1, 3000) n`,
  'insert into auth_user (id, name, email) select id::text, name, email from directory_person',
  `insert into auth_session (id, user_id, token, expires_at) select gen_random_uuid()::text, id, 'token ' || email, '2027-01-01' from auth_user`,
  `insert into platform_change (subject, id, kind) select 'request', lpad(n::text, 32, '0')::uuid, 'message' from generate_series(1, 30000) n`,
  `insert into platform_answer (principal, key, request_hash, status) select 'somebody', n::text, 'hash', 201 from generate_series(1, 30000) n`,
  `insert into notices_notice (id, person_id, kind, subject, subject_id, dedupe, created_at, read_at)
   select lpad(n::text, 32, '0')::uuid, lpad((1 + n % 3000)::text, 32, '0')::uuid, 'message', 'request', lpad(n::text, 32, '0')::uuid, n::text,
     now() - n * interval '1 minute', case when n % 3 > 0 then now() end from generate_series(1, 60000) n`,
  'analyze',
];

beforeAll(async () => {
  database = await createTestDatabase();
  heard = listen();
  for (const statement of rows) await database.pool.query(statement);
});
afterAll(() => {
  heard.stop();
  return database.drop();
});

/** The most rows that one part of any of these statements looks at. */
async function looks(work: () => Promise<unknown>): Promise<number> {
  const statements = distinct(await heard.during(work));
  expect(statements.length).toBeGreaterThan(0);
  const client = await database.pool.connect();
  try {
    return Math.max(...(await explain(client, statements)).map((explained) => judge(explained).read));
  } finally {
    client.release();
  }
}

it.each<[string, (db: typeof database.db) => Promise<unknown>, number]>([
  ['the tail of the log of changes', (db) => changesAfter(db, '9000000000-0', 500), 10],
  ['a page of the log of changes', (db) => changesAfter(db, '0-0', 500), 500],
  ['how far the log of changes reaches', reachOf, 10],
  ['who is still signed in', (db) => whoStays(db, ['00000000-0000-0000-0000-00000000aaaa'], now), 10],
  ['the answer to an earlier write', (db) => earlierAnswer(db, claimOf('somebody', '7', 'POST', '/', '')), 10],
  ['somebody’s notices', (db) => pageNotices(db, person, false, null, 50), 100],
  ['somebody’s unread notices', (db) => pageNotices(db, person, true, null, 50), 100],
  ['what somebody has not read', (db) => unreadSubjects(db, person, 100), 100],
  ['pushes that are due', (db) => lockPushes(db, now), 10],
])('%s', async (_name, work, most) => {
  expect(await looks(() => work(database.db))).toBeLessThanOrEqual(most);
});

it('what reads a whole table is noticed', async () => {
  const read = await looks(() =>
    database.pool.query('select * from platform_change where kind = $1 limit 1', ['nothing']),
  );
  expect(read).toBeGreaterThanOrEqual(30_000);
});
