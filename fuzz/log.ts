// What was asked and what came of it, counted; and the watch that is held while an answer is awaited.
import type { Heard } from '../server/proofs/cast.ts';
import type { Fault, Kind } from './answers.ts';

export type Finding = {
  kind: Kind;
  operation: string;
  principal: string;
  request: string;
  said: string;
  replay: string;
};
/** How much, by which chance, and how to have the same again. */
export type Dose = { tries: number; seed: number; replay: () => string };
export type Log = {
  requests: number;
  statuses: Map<number, number>;
  /** Milliseconds of each answer, and the slowest of each operation. */
  times: number[];
  slowest: Map<string, number>;
  /** Operations that have once done what they are for. */
  done: Set<string>;
  /** Milliseconds of the last answer, of the quicker one where it was asked twice. */
  took: number;
  findings: Finding[];
  known: Set<string>;
  /** Set when enough was done: nothing more is asked. */
  ended: boolean;
  tell: ((finding: Finding) => void) | undefined;
};

/** Adds what was found; tells of the first of its kind at once, where somebody listens. */
export function note(log: Log, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const alike = `${finding.kind} ${finding.operation} ${finding.said.slice(0, 40)}`;
    if (!log.known.has(alike)) log.tell?.(finding);
    log.known.add(alike);
    log.findings.push(finding);
  }
}

export const emptyLog = (tell?: Log['tell']): Log => ({
  tell,
  known: new Set(),
  ended: false,
  took: 0,
  requests: 0,
  statuses: new Map(),
  times: [],
  slowest: new Map(),
  done: new Set(),
  findings: [],
});

const patience = 2000;
const hang = 30_000;

/** Asks, counts, and tells what is wrong with how it went; no answer at all when it broke or hung. */
export async function timed(log: Log, operation: string, ask: () => Promise<Heard>): Promise<Heard | Fault> {
  const began = performance.now();
  const answer = await within(hang, ask);
  const took = performance.now() - began;
  log.requests += 1;
  log.times.push(took);
  log.took = took;
  // Others use the machine too: slow is what is slow again.
  if (took > patience && 'status' in answer) {
    const anew = performance.now();
    await within(hang, ask);
    log.took = Math.min(took, performance.now() - anew);
  }
  log.slowest.set(operation, Math.max(took, log.slowest.get(operation) ?? 0));
  if ('status' in answer) {
    log.statuses.set(answer.status, (log.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status < 300) log.done.add(operation);
  }
  return answer;
}

async function within(limit: number, ask: () => Promise<Heard>): Promise<Heard | Fault> {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise<Fault>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'slow', said: `no answer in ${limit / 1000} s` }), limit);
  });
  const broken = (error: unknown): Fault => ({ kind: 'failed', said: `broke: ${String(error).slice(0, 300)}` });
  const answer = await Promise.race([ask().catch(broken), never]);
  clearTimeout(timer);
  return answer;
}

/** Whether the last answer was slow, and slow again. */
export const slowness = ({ took }: Log): Fault[] =>
  took > patience ? [{ kind: 'slow', said: `${Math.round(took)} ms` }] : [];
