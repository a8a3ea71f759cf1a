// What came of the faults, as a table for people and one line of JSON for programs.
import type { Round } from './world.ts';

export type Sum = {
  fault: string;
  rounds: number;
  acknowledged: number;
  unanswered: number;
  lost: number;
  doubled: number;
  early: number;
  /** Milliseconds until ready again; null for never. */
  ready: { p50: number | null; p95: number | null; max: number | null; within5s: number };
};

export function sumOf(fault: string, rounds: readonly Round[]): Sum {
  const findings = rounds.flatMap((round) => round.findings);
  const count = (of: string) => findings.filter((finding) => finding.of === of).length;
  const total = (of: (round: Round) => number) => rounds.reduce((sum, round) => sum + of(round), 0);
  const times = rounds.map(({ ready }) => ready).toSorted((one, other) => one - other);
  const at = (share: number) => {
    const time = times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Infinity;
    return Number.isFinite(time) ? Math.round(time) : null;
  };
  return {
    fault,
    rounds: rounds.length,
    acknowledged: total((round) => round.acknowledged),
    unanswered: total((round) => round.unsure),
    lost: count('lost'),
    doubled: count('doubled'),
    early: count('early'),
    ready: { p50: at(0.5), p95: at(0.95), max: at(1), within5s: times.filter((time) => time <= 5000).length },
  };
}

const seconds = (ms: number | null) => (ms === null ? 'never' : (ms / 1000).toFixed(1));

export function tableOf(sums: readonly Sum[]): string {
  const head = [
    'fault',
    'times',
    'acknowledged',
    'unanswered',
    'lost',
    'doubled',
    'early',
    'ready p50',
    'p95',
    'max s',
    '<= 5 s',
  ];
  const rows = sums.map(({ fault, rounds, acknowledged, unanswered, lost, doubled, early, ready }) =>
    [
      fault,
      rounds,
      acknowledged,
      unanswered,
      lost,
      doubled,
      early,
      seconds(ready.p50),
      seconds(ready.p95),
      seconds(ready.max),
      ready.within5s,
    ].map(String),
  );
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}
