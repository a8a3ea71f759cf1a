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
  findings: Finding[];
};

export const emptyLog = (): Log => ({
  requests: 0,
  statuses: new Map(),
  times: [],
  slowest: new Map(),
  done: new Set(),
  findings: [],
});

const hang = 30_000;

/** Asks, counts, and tells what is wrong with how it went; no answer at all when it broke or hung. */
export async function timed(log: Log, operation: string, ask: () => Promise<Heard>): Promise<Heard | Fault> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise<Fault>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'slow', said: `no answer in ${hang / 1000} s` }), hang);
  });
  const broken = (error: unknown): Fault => ({ kind: 'failed', said: `broke: ${String(error).slice(0, 300)}` });
  const answer = await Promise.race([ask().catch(broken), never]);
  clearTimeout(timer);
  const took = performance.now() - began;
  log.requests += 1;
  log.times.push(took);
  log.slowest.set(operation, Math.max(took, log.slowest.get(operation) ?? 0));
  if ('status' in answer) {
    log.statuses.set(answer.status, (log.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status < 300) log.done.add(operation);
  }
  return answer;
}

/** How long the last answer took. */
export const lastTook = (log: Log): number => log.times.at(-1) ?? 0;
