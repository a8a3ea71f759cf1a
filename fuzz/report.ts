// What came of it, as a few tables and one line of JSON.
import { kinds } from './answers.ts';
import type { Log } from './log.ts';

const share = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
const line = (name: string, value: unknown) => `${name.padEnd(52)} ${String(value).padStart(10)}`;

/** @param operations how many there are @returns lines to print; the last one is JSON */
export function report(log: Log, seconds: number, operations: number): string[] {
  const times = log.times.toSorted((a, b) => a - b);
  const counts = Object.fromEntries(
    Object.keys(kinds).map((kind) => [kind, log.findings.filter((finding) => finding.kind === kind).length]),
  );
  const slowest = [...log.slowest].toSorted(([, a], [, b]) => b - a).slice(0, 5);
  const statuses = [...log.statuses].toSorted(([a], [b]) => a - b);
  const shown = new Set<string>();
  const told = log.findings.filter(({ kind, operation, said }) => {
    const same = `${kind} ${operation} ${said.slice(0, 40)}`;
    return shown.size < 40 && !shown.has(same) && shown.add(same);
  });
  const sum = {
    requests: log.requests,
    seconds: Math.round(seconds),
    perSecond: Math.round(log.requests / seconds),
    findings: log.findings.length,
    ...counts,
    operations,
    operationsDone: [...log.done].filter((name) => name !== 'repeat by key').length,
    p50: Math.round(share(times, 0.5)),
    p99: Math.round(share(times, 0.99)),
    max: Math.round(times.at(-1) ?? 0),
    statuses: Object.fromEntries(statuses),
  };
  return [
    ...told.flatMap((finding) => [
      `\n${kinds[finding.kind]}: ${finding.operation} as ${finding.principal}`,
      `  ${finding.request}`,
      `  ${finding.said}`,
      `  again: ${finding.replay}`,
    ]),
    '',
    ...Object.entries(kinds).map(([kind, what]) => line(what, counts[kind])),
    '',
    ...statuses.map(([status, count]) => line(`answered ${status}`, count)),
    '',
    ...slowest.map(([name, took]) => line(`slowest ${name}, ms`, Math.round(took))),
    line('half within, ms', sum.p50),
    line('99 of 100 within, ms', sum.p99),
    line('operations that did what they are for', `${sum.operationsDone}/${operations}`),
    line('requests', sum.requests),
    line('per second', sum.perSecond),
    JSON.stringify(sum),
  ];
}
