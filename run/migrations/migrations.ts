// `npm run migrations`: every statement of every migration is the last one before a kill, and more. Options: --every N (0: none), --kills N, --previous N, --seed N.
import { parseArgs } from 'node:util';
import { startThrowawayPostgres } from '../../server/platform/postgres/postgres.ts';
import { databasesOn } from './databases.ts';
import { everyStatement } from './every-statement.ts';
import { onDurable } from './durable.ts';
import { earlierCommits, liveThrough } from './previous.ts';
import { struck, together, undisturbed, type Blow } from './kills.ts';
import { randomOf } from './random.ts';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
    previous: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const random = randomOf(Number(values.seed));
const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
const faults: string[] = [];
const note = (where: string, found: readonly string[]) =>
  faults.push(...found.slice(0, 5).map((fault) => `${where}: ${fault.slice(0, 300)}`));

const postgres = await startThrowawayPostgres();
let stopped = 0;
try {
  const server = postgres.connection;
  const databases = databasesOn(server);
  const timed = performance.now();
  const arrival = await undisturbed(databases);
  const { inventory } = arrival;
  const span = performance.now() - timed;
  console.log(`undisturbed: ${arrival.statements} statements, ${inventory.length} facts in the catalog and rows`);

  const step = Number(values.every);
  for await (const one of step > 0 ? everyStatement(databases, step) : []) {
    note(`killed after "${one.after.slice(0, 60)}" of ${one.migration}`, one.faults);
    stopped += 1;
  }
  console.log(`cut after each of ${stopped} statements, then migrated again: ${faults.length} faults, ${seconds()} s`);

  let inTime = 0;
  const kills = Number(values.kills);
  for (let index = 0; index < kills; index += 1) {
    const blow: Blow = index % 2 === 0 ? 'kill -9 of the process' : 'end of its connections';
    const result = await struck(databases, server, random() * span, blow, inventory);
    note(`${blow} at a random instant`, result.faults);
    if (result.inTime) inTime += 1;
  }
  console.log(
    `struck at ${kills} random instants, ${inTime} of them before the end: ${faults.length} faults, ${seconds()} s`,
  );

  const rounds = Math.ceil(kills / 2);
  for (let round = 0; round < rounds; round += 1)
    note('three at once', (await together(databases, server, 3, inventory)).faults);
  console.log(`three processes at once, ${rounds} times: ${faults.length} faults, ${seconds()} s`);
} finally {
  await postgres.stop();
}
const commits = earlierCommits(Number(values.previous));
if (commits.length > 0)
  await onDurable(async (databases, server) => {
    for (const commit of commits) {
      const found = await liveThrough(databases, server, commit);
      note(`the process of ${commit.slice(0, 9)}`, found);
      const verdict = found.length === 0 ? 'works' : 'fails';
      console.log(`the process of ${commit.slice(0, 9)} ${verdict} on this schema, ${seconds()} s`);
    }
  });
for (const fault of faults) console.log(fault);
console.log(
  JSON.stringify({
    stopped,
    kills: Number(values.kills),
    previous: Number(values.previous),
    faults: faults.length,
    seconds: Number(seconds()),
  }),
);
process.exitCode = faults.length === 0 ? 0 : 1;
