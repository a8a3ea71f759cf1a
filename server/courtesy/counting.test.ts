// Counting in batches on a real database: no count ever moves by the answer of one, whatever is said when; and what is shown of it.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fewestAnswers, missingThings, type MyAsking, type TeamCourtesy } from '../../contract/courtesy.ts';
import { addPerson, enlist } from '../directory/directory.ts';
import { transact, type Db } from '../platform/db.ts';
import { must, openHotel, refuses, stories, type Hotel } from '../requests/for-tests.ts';
import { countCourtesy, countIn } from './counting.ts';

let hotel: Hotel;
let requests: string[];
let servers: string[];
beforeAll(async () => {
  hotel = await openHotel();
  servers = await transact(hotel.db, async (tx) => {
    const added: string[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      const { id } = must(await addPerson(tx, { name, email: `${name}@example.com` }, hotel.time()));
      must(await enlist(tx, hotel.it, id, false));
      added.push(id);
    }
    return [...added, hotel.mika.id, hotel.liisa.id];
  });
  const tell = stories(hotel);
  requests = [];
  for (let each = 0; each < 4; each += 1) requests.push((await tell.ask()).id);
}, 60_000);
afterAll(() => hotel.close());

type Answer = { request: number; by: number; yes: boolean; missing: number; month: number };
/** Months are told as so many before November; an answer stands where a request meets who answers. */
const answers = fc.uniqueArray(
  fc.record({
    request: fc.integer({ min: 0, max: 3 }),
    by: fc.integer({ min: 0, max: 4 }),
    yes: fc.boolean(),
    missing: fc.integer({ min: 0, max: 2 }),
    month: fc.integer({ min: 0, max: 5 }),
  }),
  { selector: ({ request, by }) => `${request} ${by}`, maxLength: 20 },
);
const monthBefore = (months: number) => new Date(Date.UTC(2026, 10 - months, 15));

async function say(tx: Db, said: readonly Answer[]) {
  for (const { request, by, yes, missing, month } of said) {
    const thing = yes ? null : (missingThings[missing] ?? null);
    await sql`insert into courtesy_asking values (${requests[request]}, ${servers[by]}, 'complete', ${yes}, ${thing}, ${hotel.aino.id},
      null, ${hotel.it}, ${monthBefore(month)})`.execute(tx);
    await sql`insert into courtesy_serving values (${requests[request]}, ${servers[by]}, 'greeted', ${yes}, ${hotel.it},
      ${servers[missing]}, ${monthBefore(month)})`.execute(tx);
  }
}

type Batch = { month: string; answers: number; yes: number; people: number; servers: number };

/** What was counted month by month, drawn from the answers themselves. */
const batches = async (tx: Db, table: string, server: string) =>
  (
    await sql<Batch>`select counted_in::text as month, count(*)::int as answers, (count(*) filter (where yes))::int as yes,
      count(distinct by_id)::int as people, count(distinct ${sql.ref(server)})::int as servers
      from ${sql.table(table)} where counted_in is not null group by counted_in order by counted_in`.execute(tx)
  ).rows;
const counts = async (tx: Db, table: string) =>
  (await sql<Batch>`select month::text, answers, yes from ${sql.table(table)} order by month`.execute(tx)).rows;

class Undone extends Error {}
/** Does this in a transaction that leaves nothing behind. */
async function undone(work: (tx: Db) => Promise<void>) {
  const trial = hotel.db.transaction().execute(async (tx) => {
    await work(tx);
    throw new Undone();
  });
  await trial.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
}

describe('counting', () => {
  it('takes each answer once, in batches of several people’s, whatever was said when', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(answers, async (said) => {
        await undone(async (tx) => {
          await say(tx, said);
          // Month by month, as the job does; twice, as two jobs would.
          for (const month of [4, 3, 2, 1, 0, 0]) await countIn(tx, monthBefore(month));
          const plain = ({ month, answers: all, yes }: Batch) => ({ month, answers: all, yes });
          const [asked, served] = [
            await batches(tx, 'courtesy_asking', 'by_id'),
            await batches(tx, 'courtesy_serving', 'server_id'),
          ];
          expect(asked.map(plain)).toEqual((await counts(tx, 'courtesy_asking_count')).map(plain));
          expect(served.map(plain)).toEqual((await counts(tx, 'courtesy_serving_count')).map(plain));
          for (const batch of [...asked, ...served]) {
            expect(batch.answers).toBeGreaterThanOrEqual(fewestAnswers.answers);
            expect(batch.people).toBeGreaterThanOrEqual(fewestAnswers.people);
          }
          for (const batch of served) expect(batch.servers).toBeGreaterThanOrEqual(fewestAnswers.people);
          // What is left is too little, or too new.
          const left =
            said.filter(({ month }) => month > 0).length - asked.reduce((sum, batch) => sum + batch.answers, 0);
          const people = new Set(said.filter(({ month }) => month > 0).map(({ by }) => by)).size;
          if (asked.length === 0) expect(left < fewestAnswers.answers || people < fewestAnswers.people).toBe(true);
          const missing = await sql<{ all: number; missed: number }>`select coalesce(sum(answers), 0)::int as all,
            coalesce(sum((select sum(value::int) from jsonb_each_text(missing))), 0)::int as missed from courtesy_missing_count`.execute(
            tx,
          );
          const placed = await sql<{ all: number; missed: number }>`
            select count(*)::int as all, count(missing)::int as missed from courtesy_asking where placed_in is not null`.execute(
            tx,
          );
          expect(missing.rows).toEqual(placed.rows);
          const everywhere = await sql<{ same: boolean }>`select
            (select coalesce(sum(value::int), 0) from courtesy_asking_count, jsonb_each_text(missing))
            = (select count(missing) from courtesy_asking where counted_in is not null) as same`.execute(tx);
          expect(everywhere.rows).toEqual([{ same: true }]);
          found += asked.length;
        });
      }),
      { numRuns: 40, seed: 31 },
    );
    expect(found).toBeGreaterThan(10);
  }, 60_000);
});

const everybody = (yes: (index: number) => boolean, month: number): Answer[] =>
  [0, 1, 2, 3, 4, 5, 6].map((index) => ({
    request: index % 4,
    by: index % 5,
    yes: yes(index),
    missing: 0,
    month,
  }));

describe('what is shown', () => {
  const mine = async () => (await hotel.aino.get('/api/me/asking')).body as MyAsking;
  const team = async () => (await hotel.mika.get(`/api/teams/${hotel.it}/courtesy`)).body as TeamCourtesy;
  it('is nothing before anything was counted', async () => {
    await transact(hotel.db, (tx) =>
      say(
        tx,
        everybody((index) => index > 3, 1),
      ),
    );
    expect(await mine()).toEqual({ hides: null, hints: [], said: [], thanked: null, inTime: null });
    expect(await team()).toMatchObject({ hides: null, greeted: null, closed: null, over: [] });
  });
  it('is, once the month is over, coarse for who asks and a share with its interval for the team', async () => {
    await countCourtesy(hotel.db, hotel.time());
    const said = await mine();
    expect(said.said).toEqual([{ question: 'complete', how: 'sometimes', answers: 5 }]);
    expect(said.hints).toEqual([
      // Said of a place, it is not said again of all of them.
      { kind: 'missing', place: { id: hotel.it, name: 'IT', of: 'team' }, thing: 'where', how: 'most' },
    ]);
    // Nothing was said about three of those who serve: the figure would be one person’s.
    expect(await team()).toMatchObject({ greeted: null, over: [] });
    await sql`update courtesy_serving set server_id = by_id`.execute(hotel.db);
    await countCourtesy(hotel.db, hotel.time());
    const shown = await team();
    expect(shown.greeted).toMatchObject({ answers: 7, yes: 3 });
    expect(shown.over).toMatchObject([{ month: '2026-10-01', greeted: { answers: 7, yes: 3 }, closed: null }]);
  });
  it('is a hint about all asks together where no place is asked often enough', async () => {
    await sql`delete from courtesy_missing_count`.execute(hotel.db);
    expect((await mine()).hints).toEqual([{ kind: 'missing', place: null, thing: 'where', how: 'most' }]);
  });
  it('is for members alone', async () => {
    for (const who of [hotel.aino, hotel.oleg, hotel.jussi])
      await refuses(hotel, () => who.get(`/api/teams/${hotel.it}/courtesy`), 404, 'notFound');
  });
  it('holds each answer that was counted, and what was not counted can be said otherwise', async () => {
    const request = requests[3] ?? '';
    await hotel.mika.post(`/api/requests/${request}/promise`, { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' });
    const answer = { clear: true, complete: false, missing: 'where', kind: null, note: 'Kept' };
    const say = (more: object) =>
      hotel.mika.call('PUT', `/api/requests/${request}/asking-answer`, { ...answer, ...more });
    expect((await say({})).body).toMatchObject({ clear: true, counted: ['complete'] });
    await refuses(hotel, () => say({ complete: true }), 409, 'alreadyCounted', 'complete');
    await refuses(hotel, () => say({ missing: 'when' }), 409, 'alreadyCounted', 'complete');
    expect((await say({ clear: null, note: 'Otherwise' })).body).toMatchObject({ clear: null, note: 'Otherwise' });
  });
  it('goes with the person when they are forgotten; what a team was told stays, and names nobody', async () => {
    await hotel.jussi.post(`/api/people/${hotel.aino.id}/deactivation`);
    const { name, version }: { name: string; version: number } = (await hotel.jussi.get(`/api/people/${hotel.aino.id}`))
      .body;
    const erased = await hotel.jussi.post(
      `/api/people/${hotel.aino.id}/erasure`,
      { name, words: 'keep' },
      { 'if-match': `"${version}"` },
    );
    expect(erased.status).toBe(204);
    const left = await sql<{ said: number; counted: number; team: number }>`select
      (select count(*) from courtesy_asking where ${hotel.aino.id} in (by_id, asker_id))::int as said,
      (select count(*) from courtesy_asking_count where asker_id = ${hotel.aino.id})::int as counted,
      (select count(*) from courtesy_serving_count)::int as team`.execute(hotel.db);
    expect(left.rows).toEqual([{ said: 0, counted: 0, team: 1 }]);
  });
});
