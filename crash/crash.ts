// `npm run crash`: kills and starves a running installation under load and proves that nothing acknowledged is lost and nothing doubled.
// Options: --kills N (of process, worker, postmaster, backend), --each N (of every other fault), --faults kill,disk,…, --seed N, --clients N,
// --rhythm MS, --stop-seconds N, --minutes N (no new fault after that), --no-settle (does not wait for what time tells).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf, type Chance } from './chance.ts';
import type { Finding } from './check.ts';
import { jumping, openFalseClock } from './clock.ts';
import { doings, faults, kills, type Doing, type Fault } from './faults.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { sumOf, tableOf, type Sum } from './report.ts';
import { settle } from './settling.ts';
import { openWorld, type Load, type Round, type World } from './world.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    each: { type: 'string', default: '2' },
    faults: { type: 'string', default: faults.join(',') },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    clients: { type: 'string', default: '4' },
    rhythm: { type: 'string', default: '30' },
    'stop-seconds': { type: 'string', default: '30' },
    minutes: { type: 'string', default: 'Infinity' },
    settle: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const wanted = values.faults.split(',') as Fault[];
const unknown = wanted.find((fault) => !faults.includes(fault));
if (unknown) throw new Error(`There is no fault "${unknown}"; choose of ${faults.join(', ')}.`);
const load: Load = {
  clients: Number(values.clients),
  rhythm: Number(values.rhythm),
  before: [300, 1500],
  stopSeconds: Number(values['stop-seconds']),
};
const each = Number(values.each);
const sums: Sum[] = [];
const began = performance.now();
console.log(`seed ${values.seed}`);

/** What is done to a plain installation, in the order in which it is done: the kills mixed, the rest by kind. */
function planOf(chance: Chance): Fault[] {
  const killing = kills.filter((fault) => wanted.includes(fault));
  const mixed = killing.length > 0 ? Array.from({ length: Number(values.kills) }, () => chance.one(killing)) : [];
  const rest = (['connections', 'cut', 'stop'] as const).filter((fault) => wanted.includes(fault));
  return [...mixed, ...rest.flatMap((fault) => Array.from({ length: each }, () => fault))];
}

async function plain(): Promise<void> {
  const chance = chanceOf(Number(values.seed));
  const plan = planOf(chance);
  if (plan.length === 0) return;
  const mailbox = await openMailbox();
  const world = await openWorld({ smtp: mailbox.address }, chance, load);
  await runAll(world, plan, (fault) => doings[fault] as Doing, mailbox);
  await mailbox.close();
}

/** On a disk so small that it is soon full. */
async function onSmallDisk(): Promise<void> {
  if (!wanted.includes('disk')) return;
  const folder = mkdtempSync(join(tmpdir(), 'goodturn-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=711', 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) throw new Error(`No small disk: ${mounted.stderr}`);
  try {
    const world = await openWorld({ data: join(folder, 'data') }, chanceOf(Number(values.seed)), load);
    await runAll(world, times('disk'), () => doings.disk as Doing);
  } finally {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onFalseClock(): Promise<void> {
  if (!wanted.includes('clock')) return;
  const clock = openFalseClock();
  const world = await openWorld({ variables: clock.variables }, chanceOf(Number(values.seed)), load);
  const found: Finding[] = [];
  await runAll(world, times('clock'), () => jumping(world, clock, found), undefined, found);
  clock.close();
}

const times = (fault: Fault) => Array.from({ length: each }, () => fault);

async function runAll(
  world: World,
  plan: readonly Fault[],
  doing: (fault: Fault) => Doing,
  mailbox?: Mailbox,
  found: Finding[] = [],
): Promise<void> {
  const rounds = new Map<string, Round[]>();
  const keep = (fault: string, round: Round) => {
    rounds.set(fault, [...(rounds.get(fault) ?? []), round]);
    const { acknowledged, ready, findings, notes } = round;
    const told = findings.map(({ of, what }) => `\n    ${of}: ${what.slice(0, 600)}`).join('');
    const at = ((performance.now() - began) / 1000).toFixed(0).padStart(5);
    console.log(
      `${at} s  ${fault} ${notes.join(', ')}: ${acknowledged} acknowledged, ready after ${(ready / 1000).toFixed(2)} s${told}`,
    );
  };
  open = world;
  try {
    for (const fault of plan) {
      if (performance.now() - began > Number(values.minutes) * 60_000) break;
      const round = await world.round(doing(fault));
      round.findings.push(...found.splice(0));
      keep(fault, round);
    }
    if (values.settle) keep('afterwards', await settle(world, { mailbox, deadlines: !plan.includes('clock') }));
  } finally {
    await world.close();
    sums.push(...[...rounds].map(([fault, all]) => sumOf(fault, all)));
  }
}

// What was started does not outlive us.
let open: World | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.resolve(open?.close()).finally(() => process.exit(1)));

await plain();
await onSmallDisk();
await onFalseClock();
console.log(`\n${tableOf(sums)}\n`);
const bad = sums.reduce((sum, { lost, doubled, early }) => sum + lost + doubled + early, 0);
const minutes = Number(((performance.now() - began) / 60_000).toFixed(1));
console.log(JSON.stringify({ seed: Number(values.seed), minutes, bad, faults: sums }));
process.exitCode = bad === 0 ? 0 : 1;
