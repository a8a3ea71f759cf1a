// A bounded load on one address. Knows nothing of what it asks.
import { Agent, request } from 'node:http';

export type Shot = { method: string; path: string; body?: unknown; headers?: Record<string, string> };
export type Measured = {
  count: number;
  failed: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
};

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
  headers: (index: number) => Record<string, string>,
  make: (index: number) => readonly Shot[],
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
      for (const shot of make(index)) if ((await fire(base, shot, headers(index))).status >= 400) failed += 1;
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begin) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    count: times.length,
    failed,
    seconds,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}
