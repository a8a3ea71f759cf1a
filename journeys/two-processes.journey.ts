// Two web processes and two that do the jobs, all on one PostgreSQL: whoever uses them notices nothing of it, not even when one dies.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { requestsApi } from '../contract/request-moves.ts';
import { startPostgres } from '../server/platform/postgres/postgres.ts';
import { call } from './api.ts';
import { freshFolder, openHouse, type House } from './house.ts';
import { journey, Scene } from './journey.ts';
import type { Visitor } from './visitor.ts';

const asks = 6;
const patience = 15_000;

/** A database of its own, and the processes on it. */
async function openFour() {
  const data = freshFolder();
  const postgres = await startPostgres({ data });
  const { host, port, user, database } = postgres.connection;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const houses: House[] = [];
  const open = async (only: 'web' | 'jobs') => {
    const house = await openHouse({ database: url, only });
    houses.push(house);
    return house;
  };
  const client = new pg.Client({ ...postgres.connection, options: '-c search_path=goodturn,public' });
  const close = async () => {
    await client.end();
    for (const house of houses) await house.close();
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    // The first makes the tables; the others come together.
    const a = await open('web');
    const [b, one, two] = await Promise.all([open('web'), open('jobs'), open('jobs')]);
    await client.connect();
    return { a, b, workers: [one, two], client, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Has what is overdue looked for by whoever is there, several times at once; answers how often the team was told of each ask. */
async function sweep(client: pg.Client): Promise<number[]> {
  await client.query(
    `update requests_request set greet_by = now() - interval '1 minute' where greeted_at is null and ungreeted_at is null`,
  );
  await client.query(`select graphile_worker.add_job('sweep') from generate_series(1, 20)`);
  for (const end = Date.now() + patience; ;) {
    const { rows } = await client.query<{ left: number }>('select count(*)::int as left from graphile_worker.jobs');
    if (rows[0]?.left === 0) break;
    assert.ok(Date.now() < end, 'the jobs were not done');
    await new Promise((done) => setTimeout(done, 50));
  }
  const told = await client.query<{ count: number }>(
    `select count(*)::int from notices_notice where kind = 'ungreeted' group by subject_id, person_id`,
  );
  return told.rows.map(({ count }) => count);
}

export default [
  journey('two web processes and two that do the jobs are one house', async ({ browser }) => {
    const { a, b, workers, client, close } = await openFour();
    try {
      const scene = new Scene(a, browser);
      const company = await scene.company({
        people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }],
        teams: { IT: ['Mika Korhonen'] },
      });
      // Both sign in at the first process; the second knows them all the same.
      const [aino, mika] = [await scene.person('Aino Virtanen'), await scene.person('Mika Korhonen')];
      const team = company.teams.get('IT') ?? '';
      const ask = (title: string) => aino.call(requestsApi.createRequest, { body: { title, team } });
      const { id } = await ask('A tablet for the third floor');
      const say = (who: Visitor, house: House, body: string) =>
        call(who.context.request, house.url, requestsApi.addMessage, { params: { id }, body: { body } });
      await aino.go(`/requests/${id}`);
      await mika.go(`${b.url}/requests/${id}`);

      await say(mika, b, 'Said through the second.');
      await aino.sees('Said through the second.');
      await say(aino, a, 'Answered through the first.');
      await mika.sees('Answered through the first.');

      for (let n = 1; n < asks; n += 1) await ask(`Another tablet, ${n}`);
      assert.deepEqual(await sweep(client), Array(asks).fill(1));

      aino.allow(/ERR_/);
      await Promise.all([a.kill(), workers[0]?.kill()]);
      await aino.go(`${b.url}/requests/${id}`);
      await say(mika, b, 'The first is gone, and here I am.');
      await aino.sees('The first is gone, and here I am.');
      await call(aino.context.request, b.url, requestsApi.createRequest, { body: { title: 'One more tablet', team } });
      assert.deepEqual(await sweep(client), Array(asks + 1).fill(1));

      for (const visitor of scene.visitors) assert.deepEqual(visitor.faults, []);
      for (const visitor of scene.visitors) await visitor.context.close();
    } finally {
      await close();
    }
  }),
];
