// `npm run bench -- --anticipation`: what is learned of made-up companies, of which one in five has pairs planted (--companies N); and how
// long it takes to learn anew in a company of --scale N requests (--data FOLDER), whose rows are copied and given services first.
import { sql } from 'kysely';
import { makeUp, tryOut, type Planted } from '../server/anticipation/for-tests.ts';
import { learnIn } from '../server/anticipation/learning.ts';
import { transact } from '../server/platform/db.ts';
import { openStage, type Stage } from './stage.ts';

export async function benchAnticipation(given: { scale: number; data: string | undefined; companies: number }) {
  const stage = await openStage(given.scale, given.data, console.log);
  try {
    if (given.companies > 0) await tryMany(stage, given.companies);
    else await time(stage);
  } finally {
    await stage.close();
  }
}

async function tryMany({ db }: Stage, companies: number): Promise<void> {
  let [asks, tested, wrongIn, wrong, wrongBeside] = [0, 0, 0, 0, 0];
  const found: Planted[] = [];
  const missed: Planted[] = [];
  for (let seed = 1; seed <= companies; seed += 1) {
    const company = makeUp(seed);
    const tried = await tryOut(company, db);
    asks += company.asks.length;
    tested += tried.tested;
    wrong += tried.wrong.length;
    if (tried.wrong.length > 0) wrongIn += 1;
  }
  console.log(
    `${companies} companies in which nothing belongs together: ${asks} asks, ${tested} pairs looked at; ` +
      `${wrong} shown, in ${wrongIn} companies (${((100 * wrongIn) / companies).toFixed(1)} %, at most 5 % promised)`,
  );
  for (let seed = 1; found.length + missed.length < companies / 5; seed += 1) {
    const tried = await tryOut(makeUp(1_000_000 + seed, 2), db);
    found.push(...tried.found);
    missed.push(...tried.missed);
    wrongBeside += tried.wrong.length;
  }
  console.log(
    `${found.length + missed.length} planted pairs: ${found.length} found; ${wrongBeside} others shown beside them`,
  );
  for (const low of [0.3, 0.5, 0.7]) {
    const within = ({ chance }: Planted) => chance >= low && chance < low + 0.2;
    const [ones, others] = [found.filter(within).length, missed.filter(within).length];
    console.log(`  needed by ${low * 100} to ${low * 100 + 20} % of the askers: ${ones} of ${ones + others} found`);
  }
}

/** The copy has services, eight a team, whatever the filled company has; the real tables stay as they are. */
async function time({ db }: Stage): Promise<void> {
  await transact(db, async (tx) => {
    await sql`create temporary table catalog_service on commit drop as
      select uuidv7() as id, t.id as team_id, n, 'usual' as sight, null::timestamptz as archived_at
      from directory_team t, generate_series(0, 7) n`.execute(tx);
    await sql`create temporary table requests_request on commit drop as select * from goodturn.requests_request`.execute(
      tx,
    );
    await sql`alter table requests_request drop column service_id`.execute(tx);
    await sql`alter table requests_request add column service_id uuid`.execute(tx);
    await sql`update requests_request r set service_id = s.id from catalog_service s
      where s.team_id = r.team_id and s.n = (hashtext(r.id::text) & 7)`.execute(tx);
    await sql`create temporary table anticipation_learned (like goodturn.anticipation_learned) on commit drop`.execute(
      tx,
    );
    await sql`analyze requests_request`.execute(tx);
    const { rows } = await sql<{ count: number }>`select count(*) as count from requests_request`.execute(tx);
    const began = performance.now();
    const told = await learnIn(tx, new Date());
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${rows[0]?.count} requests of 160 services: learned anew in ${seconds} s; ${told} pairs shown`);
  });
}
