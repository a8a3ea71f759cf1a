// `npm run bench -- --plans --scale N`: the plan of every hot query on a company with N requests, judged and kept as text in bench/plans.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../server/app.ts';
import type { Database } from '../server/platform/db.ts';
import { rareWord } from './fill.ts';
import { distinct, explain, listen, type Explained } from './plans-capture.ts';
import { asText, judge, type Judged } from './plans-judge.ts';
import { hotQueries } from './plans-scenes.ts';

export type Found = Judged & { name: string; explained: Explained; most: number };

/** A statement may look at so many rows, and at so many for each row of its answer. */
const base = 1000;
const perRow = 20;

/** Asks that nobody answered in time: what the sweep has to look through. */
const neglect = `update requests_request set greet_by = now() - interval '1 day', ungreeted_at = now() - interval '1 day'
  where state = 'asked' and greeted_at is null and number % 3 = 0`;

/** The plans of all hot queries on a database with a company in it, as a server that runs for a while gets them. */
export async function plansOf(database: Database): Promise<Found[]> {
  const now = new Date();
  const heard = listen();
  const config = { publicUrl: 'http://localhost:4600' };
  const app = await createApp({ ...database, config, clock: () => now, limited: false, web: '/nowhere' });
  const client = await database.pool.connect();
  try {
    await client.query(neglect);
    await client.query('analyze requests_request');
    const found: Found[] = [];
    for (const { name, run, base: more = base } of await hotQueries(app, database, rareWord, now)) {
      for (const explained of await explain(client, distinct(await heard.during(run)))) {
        const judged = judge(explained);
        found.push({ name, explained, ...judged, most: more + perRow * judged.rows });
      }
    }
    return found;
  } finally {
    heard.stop();
    client.release();
    await app.stop();
  }
}

/** Judges and keeps the plans. False when one of them looks at too much. */
export async function benchPlans(database: Database, scale: number): Promise<boolean> {
  const found = await plansOf(database);
  const folder = join(import.meta.dirname, 'plans');
  mkdirSync(folder, { recursive: true });
  const names = [...new Set(found.map(({ name }) => name))];
  const kept = names.map(
    (name) =>
      `# ${name}\n\n${found
        .filter((one) => one.name === name)
        .map((one) => asText(one.explained))
        .join('\n\n')}\n`,
  );
  writeFileSync(join(folder, `${scale}.txt`), kept.join('\n'));
  for (const name of names) {
    const own = found.filter((one) => one.name === name);
    const greediest = own.reduce((one, other) => (other.read > one.read ? other : one));
    console.log(
      [
        name.padEnd(34),
        `${own.length} statements`.padStart(14),
        `looks at ${greediest.read}`.padStart(18),
        `for ${greediest.rows}`.padStart(9),
        greediest.where,
      ].join(' '),
    );
  }
  const greedy = found.filter(({ read, most }) => read > most);
  for (const { name, read, most, where, explained } of greedy)
    console.log(`TOO MUCH in ${name}: ${read} rows, at most ${most}: ${where}\n${asText(explained)}`);
  console.log(JSON.stringify({ scale, queries: names.length, statements: found.length, tooMuch: greedy.length }));
  return greedy.length === 0;
}
