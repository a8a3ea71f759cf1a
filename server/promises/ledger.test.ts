// The ledger in PostgreSQL: rows that no promise can have are refused by the database itself, and what was said stays said.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { addPerson, createCompany } from '../directory/directory.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { createTestDatabase } from '../platform/test.ts';
import * as ledger from './promises.ts';

const now = new Date('2026-11-24T08:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const calendar = { zone: 'Europe/Helsinki', country: null, region: null, week: usualWeek, exceptions: [] };
const got = <T>(outcome: Outcome<T>): T => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
};

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Db;
let people: { promiser: string; promisee: string };
let id: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  people = await transact(db, async (tx) => {
    const administrator = { name: 'Jussi Boss', email: 'jussi@example.com' };
    const company = { name: 'Aurinko', language: 'en', zone: 'Europe/Helsinki', country: 'FI', administrator } as const;
    const promisee = got(await createCompany(tx, company, now)).administrator;
    const promiser = got(await addPerson(tx, { name: 'Mika Korhonen', email: 'mika@example.com' }, now)).id;
    return { promiser, promisee };
  });
});
afterAll(() => database.drop());
beforeEach(async () => {
  id = await make(newId());
});

async function make(subjectId: string, due = later(4)): Promise<string> {
  const given = {
    ...people,
    subject: 'request',
    subjectId,
    team: null,
    deliverable: 'A working projector',
    due,
    calendar,
  };
  return got(await transact(db, (tx) => ledger.makePromise(tx, given, now)));
}
const rowOf = async () => (await ledger.promiseRows(db, [id]))[0]!;
const deliver = (hours: number) =>
  transact(db, (tx) => ledger.deliverPromise(tx, id, { by: people.promiser, missReason: 'supply' }, later(hours)));
const revisions = async () =>
  (
    await sql<{
      kind: string;
      no: number;
    }>`select kind, no from promises_revision where promise_id = ${id} order by no`.execute(db)
  ).rows;

describe('the database refuses a promise', () => {
  it.each([
    ['that is open and delivered', `delivered_at = now()`, 'promises_open'],
    ['that is open and judged', `outcome = 'kept'`, 'promises_open'],
    ['that is open and over', `ended_at = now()`, 'promises_open'],
    ['that is delivered at no time', `state = 'delivered'`, 'promises_delivered'],
    ['that has ended without being judged', `state = 'ended', ended_at = now()`, 'promises_ended'],
    ['that has ended at no time', `state = 'ended', outcome = 'kept'`, 'promises_ended'],
    [
      'that is missed without what got in the way',
      `state = 'ended', ended_at = now(), outcome = 'missed'`,
      'promises_missed_has_reason',
    ],
    [
      'that is revoked without what got in the way',
      `state = 'ended', ended_at = now(), outcome = 'revoked'`,
      'promises_missed_has_reason',
    ],
    ['with a new time that nobody explained', `proposed_at = now(), proposed_due_at = now()`, 'promises_proposal'],
    ['with a new time proposed at no time', `proposed_due_at = now(), proposed_reason = 'So'`, 'promises_proposal'],
    [
      'that is delivered while a new time waits for an answer',
      `state = 'delivered', delivered_at = now(), proposed_at = now(), proposed_due_at = now(), proposed_reason = 'So'`,
      'promises_proposal',
    ],
    ['in a state that there is not', `state = 'forgotten'`, 'promises_promise_state_check'],
    [
      'with an outcome that there is not',
      `state = 'ended', ended_at = now(), outcome = 'fine'`,
      'promises_promise_outcome_check',
    ],
    ['missed for a reason that there is not', `miss_reason = 'lazy'`, 'promises_promise_miss_reason_check'],
    ['of nothing', `deliverable = ''`, 'promises_promise_deliverable_check'],
    ['kept though it never came', `state = 'ended', ended_at = now(), outcome = 'kept'`, 'promises_word_kept'],
    [
      'kept though it came late',
      `state = 'ended', ended_at = now(), outcome = 'repaired', repaired = true, delivered_at = due_at + interval '1 s'`,
      'promises_word_kept',
    ],
    [
      'kept as first agreed though a new time was agreed',
      `state = 'ended', ended_at = now(), outcome = 'kept', renegotiations = 1, delivered_at = made_at`,
      'promises_word_judged',
    ],
    [
      'missed though it came in time',
      `state = 'ended', ended_at = due_at, outcome = 'missed', miss_reason = 'forgot', delivered_at = made_at`,
      'promises_word_judged',
    ],
    ['agreed to before it was made', `accepted_at = made_at - interval '1 s'`, 'promises_nodded'],
    ['that silence closes while it runs', `close_by = due_at`, 'promises_closing'],
    ['that waits for itself', `depends_on_id = id`, 'promises_not_on_itself'],
    ['with somebody who asks for no new time', `proposed_by_id = promiser_id`, 'promises_proposed_by'],
    ['thanked for while it runs', `thanks = 'Thank you'`, 'promises_thanked'],
    ['closed by silence while it runs', `closed_by_silence = true`, 'promises_silence'],
    ['done at no time', `done = 'Here'`, 'promises_done'],
    ['missed in words alone', `miss_words = 'So'`, 'promises_miss_told'],
    ['that grew out of nothing named', `origin_id = id`, 'promises_origin'],
    ['to oneself', `subject = 'promise', subject_id = id, promisee_id = promiser_id`, 'promises_to_another'],
    ['by itself, about something else', `subject = 'promise'`, 'promises_own_subject'],
  ])('%s', async (_, change, constraint) => {
    const before = await rowOf();
    const tried = sql`update promises_promise set ${sql.raw(change)} where id = ${id}`.execute(db);
    await expect(tried).rejects.toMatchObject({ code: '23514', constraint });
    expect(await rowOf()).toEqual(before);
  });

  it('beside another one that still runs on the same thing, but not after it', async () => {
    const { subject_id: subject } = await rowOf();
    await expect(make(subject)).rejects.toMatchObject({ code: '23505', constraint: 'promises_one_running' });
    got(await transact(db, (tx) => ledger.releasePromise(tx, id, { by: people.promisee, reason: '' }, later(1))));
    await expect(make(subject)).resolves.toBeTypeOf('string');
  });
});

describe('the history of a promise', () => {
  it('tells each step, in order, with what held then', async () => {
    const { promiser, promisee } = people;
    await transact(db, async (tx) => {
      got(await ledger.proposeTime(tx, id, { due: later(6), reason: 'The cable comes later', by: promiser }, later(1)));
      got(await ledger.answerProposal(tx, id, { answer: 'accept', by: promisee, words: '', calendar }, later(2)));
      got(await ledger.deliverPromise(tx, id, { by: promiser }, later(3)));
      got(
        await ledger.returnPromise(tx, id, { by: promisee, due: later(9), missing: 'The sound', calendar }, later(4)),
      );
      got(await ledger.deliverPromise(tx, id, { by: promiser }, later(5)));
      got(await ledger.concludePromise(tx, id, null, later(8)));
    });
    const kinds = ['made', 'proposed', 'accepted', 'delivered', 'returned', 'delivered', 'ended'];
    expect(await revisions()).toEqual(kinds.map((kind, index) => ({ kind, no: index + 1 })));
    expect(await rowOf()).toMatchObject({
      state: 'ended',
      outcome: 'keptRenegotiated',
      returns: 1,
      first_due_at: later(4),
    });
  });

  it.each([
    ['rewritten', `update promises_revision set reason = 'never said'`],
    ['removed', `delete from promises_revision`],
    ['emptied', `truncate promises_revision`],
  ])('cannot be %s', async (_, statement) => {
    const before = await revisions();
    await expect(sql.raw(statement).execute(db)).rejects.toMatchObject({ code: '42501' });
    expect(await revisions()).toEqual(before);
  });

  it('has one place for each step', async () => {
    const twice = sql`insert into promises_revision select * from promises_revision where promise_id = ${id}`.execute(
      db,
    );
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'promises_revision_pkey' });
  });
});

describe('two at the same time', () => {
  it('deliver once: the other one is told that it is done', async () => {
    const outcomes = await Promise.all([deliver(1), deliver(1), deliver(1)]);
    expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
    expect(outcomes.filter(isRefused)).toEqual([{ refused: 'notFromHere' }, { refused: 'notFromHere' }]);
    expect((await revisions()).map(({ kind }) => kind)).toEqual(['made', 'delivered']);
  });
});

describe('an unknown promise', () => {
  it('is not found', async () => {
    expect(await transact(db, (tx) => ledger.concludePromise(tx, newId(), null, now))).toEqual({ refused: 'notFound' });
  });
});

describe('the record of ninety days', () => {
  it('counts what was kept of what counts, and nothing older', async () => {
    const before = await ledger.ownRecord(db, people.promiser, later(8));
    got(await deliver(1));
    got(await transact(db, (tx) => ledger.concludePromise(tx, id, people.promisee, later(8))));
    const after = await ledger.ownRecord(db, people.promiser, later(8));
    expect(after).toMatchObject({ kept: (before?.kept ?? 0) + 1, total: (before?.total ?? 0) + 1 });
    expect(await ledger.ownRecord(db, people.promiser, later(8 + 91 * 24))).toBeNull();
    expect(await ledger.ownRecord(db, people.promisee, later(8))).toBeNull();
  });
});
