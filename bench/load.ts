// A bounded load on one address, and the processor time that a tree of processes spends on it. Knows nothing of what it asks.
import { Agent, request } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';

export type Shot = { method: string; path: string; body?: unknown; headers?: Record<string, string> };
export type Measured = { count: number; failed: number; seconds: number; perSecond: number; p50: number; p95: number };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends one shot; answers its status and text. */
export function fire(
  base: URL,
  shot: Shot,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const payload = shot.body === undefined ? undefined : JSON.stringify(shot.body);
  return new Promise((done, fail) => {
    const sent = request(
      {
        agent,
        host: base.hostname,
        port: base.port,
        path: shot.path,
        method: shot.method,
        headers: { ...headers, ...(payload ? { 'content-type': 'application/json' } : {}), ...shot.headers },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      },
    );
    sent.on('error', fail);
    sent.end(payload);
  });
}

/** Fires `count` shots from `clients` at once, for at most `limit` seconds. */
export async function load(
  base: URL,
  headers: Record<string, string>,
  make: (index: number) => Shot,
  { count, clients, limit }: { count: number; clients: number; limit: number },
): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const begin = performance.now();
  const client = async () => {
    while (next < count && performance.now() - begin < limit * 1000) {
      const index = next++;
      const at = performance.now();
      const { status } = await fire(base, make(index), headers);
      times.push(performance.now() - at);
      if (status >= 400) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begin) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { count: times.length, failed, seconds, perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95) };
}

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
