// `npm run migrations`: every statement of every migration is the last one before a kill, and more. Options: --every N, --kills N, --previous N, --seed N.
import { parseArgs } from 'node:util';
import { startThrowawayPostgres } from '../../server/platform/postgres/postgres.ts';
import { databasesOn } from './databases.ts';
import { everyStatement } from './every-statement.ts';
import { struck, together, undisturbed, type Blow } from './kills.ts';
import { randomOf } from './random.ts';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
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

  for await (const one of everyStatement(databases, Number(values.every))) {
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
for (const fault of faults) console.log(fault);
console.log(
  JSON.stringify({ stopped, kills: Number(values.kills), faults: faults.length, seconds: Number(seconds()) }),
);
process.exitCode = faults.length === 0 && stopped > 0 ? 0 : 1;
