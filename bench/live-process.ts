// What processes use, from /proc: memory of one, processor time of one or of a tree. And the child processes of the bench of live news.
import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const tickMs = 10;
const statOf = (pid: number | string): number[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
};

/** Resident memory in MiB; 0 for a process that is gone. */
export function residentOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Processor time of a process and of its children that are there, in milliseconds; 0 for one that is gone. */
export function processorOf(pid: number): number {
  let sum = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = statOf(name);
      if (Number(name) === pid || stat[1] === pid) sum += ((stat[11] ?? 0) + (stat[12] ?? 0)) * tickMs;
    } catch {
      // It ended while we looked.
    }
  }
  return sum;
}

export const parentOf = (pid: number): number => statOf(pid)[1] ?? 0;

/** A process of its own for one file of this folder. */
export const begin = (file: string): ChildProcess => fork(join(import.meta.dirname, file), { stdio: 'inherit' });

/** Says something to a child and waits for its next word. */
export const ask = <Said>(child: ChildProcess, message: object): Promise<Said> =>
  new Promise((done, fail) => {
    const gone = (code: number | null) => fail(new Error(`a child of the bench ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (said) => {
      child.off('exit', gone);
      done(said as Said);
    });
    child.send(message);
  });
