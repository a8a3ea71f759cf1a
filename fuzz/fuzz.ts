// `npm run fuzz -- --requests N [--seed S]`: every operation with wrong and with allowed input, by chance, by all kinds of people. The
// first company is that of the seed, each further one that of the next number: so one of them can be had again by itself.
import { parseArgs } from 'node:util';
import { startWithTemplate } from '../server/platform/postgres/for-tests.ts';
import { emptyLog } from './log.ts';
import { report, tell } from './report.ts';
import { fillThings, openRound } from './round.ts';
import { strike, targets } from './strikes.ts';
import { walk } from './walk.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});
const wanted = Number(values.requests);
const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (!Number.isInteger(wanted) || wanted < 1 || !Number.isInteger(first)) {
  console.error('npm run fuzz -- --requests N [--seed S]: both are whole numbers.');
  process.exit(2);
}
/** Tries of each operation with wrong input, and steps with allowed input, in one company; a part of the way at the end of a run. */
const strikes = 25;
const steps = 5000;

console.log(`seed ${first}`);
const began = performance.now();
const log = emptyLog((finding) => console.log(tell(finding)));
const { postgres, stop } = await startWithTemplate();
let operations = 0;
// Whoever has waited long enough gets the report of what was done so far.
process.once('SIGINT', () => (log.ended = true));
for (let seed = first; log.requests < wanted && !log.ended; seed += 1) await company(seed);
await end();

async function end() {
  for (const line of report(log, (performance.now() - began) / 1000, operations)) console.log(line);
  await stop();
  process.exit(log.findings.length === 0 ? 0 : 1);
}

/** One company from its founding to the end of its day. */
async function company(seed: number) {
  const round = await openRound(postgres);
  operations = round.operations.length;
  const before = log.requests;
  const replay = () => `npm run fuzz -- --seed ${seed} --requests ${log.requests - before}`;
  const dose = (index: number, tries: number) => ({ tries, seed: seed + index * 7919, replay });
  try {
    await fillThings(round);
    await walk(round, log, dose(0, Math.min(steps, wanted - log.requests)));
    for (const [index, target] of targets.entries())
      if (target.name !== 'streamEvents' && log.requests < wanted && !log.ended)
        await strike(round, log, target, dose(index + 1, strikes));
  } catch (error) {
    // By chance the team that everything is tried on may be archived, or whoever makes the things sent away: on to the next company.
    console.log(`company ${seed} ended itself: ${String(error).slice(0, 200)}`);
  }
  console.log(`company ${seed}: ${log.requests} requests, ${log.findings.length} findings so far`);
  await round.cast.close();
}
