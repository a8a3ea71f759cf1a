// Nothing that was acknowledged is lost, and nothing is doubled, when the whole process is killed in the middle of writing.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const data = join(tmpdir(), `goodturn-kill-${randomBytes(6).toString('hex')}`);
const password = 'a long enough password';
let server: ChildProcess | undefined;
let cookie = '';
let port = '0';

afterAll(async () => {
  if (server?.exitCode === null) await ended(server, 'SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });

/** Starts the real process on the same data and port, as after a power cut. */
function start(): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const child = spawn(process.execPath, ['server/main.ts', '--data', data, '--port', port], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_URL: '', PUBLIC_URL: '', PORT: '', GOODTURN_DATA: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server = child;
    const hear = (part: Buffer) => {
      said += part.toString();
      const ready = /Goodturn is ready at \S+:(\d+)/.exec(said);
      if (!ready) return;
      port = ready[1] ?? port;
      done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => fail(new Error(`It ended with ${code}: ${said}`)));
  });
}

async function call(method: string, path: string, body?: unknown, key?: string) {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie, ...(key ? { 'idempotency-key': key } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const [given] = answer.headers.getSetCookie();
  if (given) cookie = given.split(';')[0] ?? cookie;
  const text = await answer.text();
  return { status: answer.status, text, body: (text ? JSON.parse(text) : null) as { id: string; number: number } };
}

it('three kills in the middle of writing lose no acknowledged ask and double none', async () => {
  await start();
  const administrator = { name: 'Jussi Boss', email: 'jussi@example.com', password };
  const company = { name: 'Aurinko', country: 'FI', zone: 'Europe/Helsinki', language: 'en', administrator };
  expect((await call('POST', '/api/company', company)).status).toBe(201);
  const team = (await call('POST', '/api/teams', { name: 'IT' })).body.id;

  const acknowledged = new Map<string, string>();
  const unsure = new Set<string>();
  let count = 0;
  for (let round = 0; round < 3; round += 1) {
    let killed = false;
    const writer = async () => {
      while (!killed) {
        const key = `ask-${(count += 1)}`;
        try {
          const answer = await call('POST', '/api/requests', { title: `Ask ${key}`, team }, key);
          if (answer.status === 201) acknowledged.set(key, answer.text);
        } catch {
          unsure.add(key);
        }
      }
    };
    const writers = Array.from({ length: 4 }, writer);
    // In the middle of writing: some asks of this round are acknowledged, others under way.
    const enough = acknowledged.size + 10 + round * 7;
    while (acknowledged.size < enough) await new Promise((done) => setTimeout(done, 1));
    server?.removeAllListeners('exit');
    if (server) await ended(server, 'SIGKILL');
    killed = true;
    await Promise.all(writers);
    await start();
  }

  for (const [key, text] of acknowledged) {
    const again = await call('POST', '/api/requests', { title: `Ask ${key}`, team }, key);
    expect([key, again.text]).toEqual([key, text]);
  }
  for (const key of unsure)
    expect((await call('POST', '/api/requests', { title: `Ask ${key}`, team }, key)).status).toBe(201);

  const numbers: number[] = [];
  let cursor = '';
  do {
    const page = await call('GET', `/api/requests?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
    const { items, next } = page.body as unknown as { items: { number: number }[]; next: string | null };
    numbers.push(...items.map((item) => item.number));
    cursor = next ?? '';
  } while (cursor);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.length).toBe(acknowledged.size + unsure.size);
}, 120_000);
