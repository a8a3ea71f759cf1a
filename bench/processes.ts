// What a tree of processes uses: processor time and memory, from /proc.
import { readdirSync, readFileSync } from 'node:fs';

const tick = 10;

/** Milliseconds of processor time spent so far by a process and all its children, from /proc. */
export function cpuOf(root: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const stats = new Map<number, { parent: number; ms: number }>();
  for (const name of all) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const [parent = 0, used = 0, system = 0, gone = 0, goneSystem = 0] = [1, 11, 12, 13, 14].map(
        (index) => fields[index] ?? 0,
      );
      stats.set(Number(name), { parent, ms: (used + system + gone + goneSystem) * tick });
    } catch {
      // It ended while we looked.
    }
  }
  const within = (pid: number): boolean =>
    pid === root || (stats.has(pid) && pid > 1 && within(stats.get(pid)?.parent ?? 0));
  return [...stats].filter(([pid]) => within(pid)).reduce((sum, [, { ms }]) => sum + ms, 0);
}

/** Proportional memory (PSS) of a tree of processes, in MiB. */
export function memoryOf(root: number): number {
  const children = (pid: number): number[] => {
    try {
      const ids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number);
      return [pid, ...ids.flatMap(children)];
    } catch {
      return [pid];
    }
  };
  const pss = (pid: number): number => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  };
  return children(root).reduce((sum, pid) => sum + pss(pid), 0) / 1024;
}

/** The process that started this one. */
export const parentOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};
