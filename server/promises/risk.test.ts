// Promises at risk in PostgreSQL: looked at step by step, told once for each due time, also by two processes at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson, createCompany } from '../directory/directory.ts';
import { usualWeek } from '../../contract/working-time.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { createTestDatabase } from '../platform/test.ts';
import * as ledger from './promises.ts';
import { ownRisks, reckonRisks } from './risk.ts';

/** Tuesday 8:00 in Helsinki. */
const now = new Date('2026-11-24T06:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const calendar = { zone: 'Europe/Helsinki', country: null, region: null, week: usualWeek, exceptions: [] };
const got = <T>(outcome: Outcome<T>): T => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
};

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Db;
let promisee: string;
let promiser: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  const administrator = { name: 'Jussi Boss', email: 'jussi@example.com' };
  const company = { name: 'Aurinko', language: 'en', zone: 'Europe/Helsinki', country: 'FI', administrator } as const;
  promisee = got(await transact(db, (tx) => createCompany(tx, company, now))).administrator;
});
afterAll(() => database.drop());
beforeEach(async () => {
  const person = { name: 'Mika Korhonen', email: `mika-${newId()}@example.com` };
  promiser = got(await transact(db, (tx) => addPerson(tx, person, now))).id;
});

type Given = { due: Date; at?: Date; by?: string; dependsOn?: string };
const promise = async ({ due, at = now, by = promiser, dependsOn }: Given) =>
  got(
    await transact(db, (tx) =>
      ledger.makePromise(
        tx,
        {
          subject: 'request',
          subjectId: newId(),
          promiser: by,
          promisee,
          team: null,
          deliverable: 'The figures',
          due,
          calendar,
          ...(dependsOn ? { dependsOn } : {}),
        },
        at,
      ),
    ),
  );
const deliver = (id: string, at: Date) =>
  transact(db, async (tx) => got(await ledger.deliverPromise(tx, id, { by: promiser }, at)));
/** Six things delivered before, each by itself within four hours of work. */
async function deliveredBefore() {
  for (const week of [1, 2, 3, 4, 5, 6]) {
    const at = later(-7 * 24 * week);
    await deliver(
      await promise({ at, due: new Date(at.getTime() + 7 * 3_600_000) }),
      new Date(at.getTime() + 4 * 3_600_000),
    );
  }
}
async function riskOf(id: string, at = now, who = promiser) {
  const rows = await ledger.promiseRows(db, [id]);
  return (await ownRisks(db, who, rows, at)).get(id);
}
const warnings = (at: Date) => transact(db, (tx) => ledger.warnings(tx, at, 'requests'));

describe('a promise at risk', () => {
  it('because of others before it is known to its promiser alone, with a time that would hold', async () => {
    await deliveredBefore();
    for (const hours of [5, 6, 7]) await promise({ due: later(hours) });
    const last = await promise({ due: later(8) });
    await reckonRisks(db, now);
    const found = await riskOf(last);
    expect(found?.risk).toEqual({ reason: 'otherPromises', facts: { left: 480, others: 3, needed: 960 } });
    expect(found?.suggestedDue?.getTime()).toBeGreaterThan(later(24).getTime());
    expect(await riskOf(last, now, promisee)).toBeUndefined();
  });

  it('is so no more when those others are done', async () => {
    await deliveredBefore();
    const others = [];
    for (const hours of [5, 6, 7]) others.push(await promise({ due: later(hours) }));
    const last = await promise({ due: later(32) });
    const soon = await promise({ due: later(8) });
    await reckonRisks(db, now);
    expect((await riskOf(soon))?.risk.reason).toBe('otherPromises');
    for (const id of others) await deliver(id, now);
    await reckonRisks(db, now);
    expect(await riskOf(soon)).toBeUndefined();
    expect(await riskOf(last)).toBeUndefined();
  });

  it('is seen when what it waits for moves behind it', async () => {
    const below = await promise({ by: promisee, due: later(24) });
    const id = await promise({ due: later(48), dependsOn: below });
    await reckonRisks(db, now);
    expect(await riskOf(id)).toBeUndefined();
    await transact(db, async (tx) => {
      got(await ledger.proposeTime(tx, below, { due: later(96), reason: 'Parts', by: promisee }, later(1)));
      got(await ledger.answerProposal(tx, below, { answer: 'accept', by: promiser, words: '', calendar }, later(1)));
    });
    await reckonRisks(db, later(1));
    expect((await riskOf(id, later(1)))?.risk).toMatchObject({ reason: 'belowMoved', facts: { below } });
  });

  it('is not any more what was known about another due time', async () => {
    const id = await promise({ due: later(8) });
    await reckonRisks(db, later(7));
    expect((await riskOf(id, later(7)))?.risk.reason).toBe('timeShort');
    await transact(db, async (tx) => {
      got(await ledger.proposeTime(tx, id, { due: later(48), reason: 'More', by: promiser }, later(7)));
      got(await ledger.answerProposal(tx, id, { answer: 'accept', by: promisee, words: '', calendar }, later(7)));
    });
    expect(await riskOf(id, later(7))).toBeUndefined();
  });

  it('is forgotten once it is done', async () => {
    const id = await promise({ due: later(8) });
    await deliver(id, later(1));
    await reckonRisks(db, later(1));
    const rows = await db.selectFrom('promises_risk').where('promise_id', '=', id).selectAll().execute();
    expect(rows).toEqual([]);
  });
});

describe('its promiser', () => {
  it('is told once for each due time, whichever reason comes first', async () => {
    await warnings(later(8));
    await deliveredBefore();
    for (const hours of [5, 6, 7]) await promise({ due: later(hours) });
    const last = await promise({ due: later(8) });
    await reckonRisks(db, now);
    expect(await warnings(now)).toContainEqual(
      expect.objectContaining({ id: last, reason: 'otherPromises', tell: true, short: false }),
    );
    await reckonRisks(db, later(7));
    // Now its time runs short, which is for both sides; its promiser knows already.
    expect(await warnings(later(7))).toContainEqual(expect.objectContaining({ id: last, tell: false, short: true }));
    expect(await warnings(later(7))).toEqual([]);
  });

  it('is told once by two processes at the same time', async () => {
    await warnings(later(8));
    const ids = [];
    for (let count = 0; count < 12; count++) ids.push(await promise({ due: later(8) }));
    const round = async () => {
      await reckonRisks(db, later(7));
      return warnings(later(7));
    };
    const told = (await Promise.all([round(), round(), round()])).flat().map(({ id }) => id);
    expect(told.toSorted()).toEqual(ids.toSorted());
  });
});

it('what runs is looked at a step at a time, however much there is', async () => {
  for (let count = 0; count < 130; count++) await promise({ due: later(50 + count) });
  await reckonRisks(db, now);
  const { left } = await db
    .selectFrom('promises_risk')
    .where('look_at', '<=', now)
    .select((each) => each.fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow();
  expect(left).toBe(0);
});
