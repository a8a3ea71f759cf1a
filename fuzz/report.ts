// What came of it, as a few tables and one line of JSON; and how one finding is told.
import { kinds } from './answers.ts';
import type { Finding, Log } from './log.ts';

const share = (sorted: readonly number[], part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
const line = (name: string, value: unknown) => `${name.padEnd(52)} ${String(value).padStart(10)}`;

export const tell = ({ kind, operation, principal, request, said, replay }: Finding): string =>
  `\n${kinds[kind]}: ${operation} as ${principal}\n  ${request}\n  ${said}\n  again: ${replay}\n`;

/** @param operations how many there are @returns lines to print; the last one is JSON */
export function report(log: Log, seconds: number, operations: number): string[] {
  const times = log.times.toSorted((a, b) => a - b);
  const counts = Object.fromEntries(
    Object.keys(kinds).map((kind) => [kind, log.findings.filter((finding) => finding.kind === kind).length]),
  );
  const slowest = [...log.slowest].toSorted(([, a], [, b]) => b - a).slice(0, 5);
  const statuses = [...log.statuses].toSorted(([a], [b]) => a - b);
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
