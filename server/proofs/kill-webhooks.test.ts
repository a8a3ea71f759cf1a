// Nothing that was acknowledged is kept from a webhook, when the whole process is killed in the middle of reading on and sending.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openReceiver, type Receiver } from '../connect/for-tests.ts';

const data = join(tmpdir(), `goodturn-kill-${randomBytes(6).toString('hex')}`);
let server: ChildProcess | undefined;
let receiver: Receiver | undefined;
let cookie = '';
let port = '0';

afterAll(async () => {
  if (server?.exitCode === null) await ended(server, 'SIGTERM');
  await receiver?.close();
  rmSync(data, { recursive: true, force: true });
});

const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((done) => {
    child.removeAllListeners('exit');
    child.once('exit', () => done());
    child.kill(signal);
  });

/** Starts the real process on the same data and port, as after a power cut. */
function start(): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const child = spawn(process.execPath, ['server/main.ts', '--data', data, '--port', port], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_URL: '', PUBLIC_URL: '', PORT: '', GOODTURN_WEBHOOK_ALLOW: '127.0.0.1' },
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

async function call(method: string, path: string, body: unknown) {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const [given] = answer.headers.getSetCookie();
  if (given) cookie = given.split(';')[0] ?? cookie;
  const text = await answer.text();
  return { status: answer.status, text, body: (text ? JSON.parse(text) : null) as { id: string } };
}

it('three kills lose no news of an acknowledged ask, and each has one id however often it is sent', async () => {
  receiver = await openReceiver();
  await start();
  const administrator = { name: 'Jussi Boss', email: 'jussi@example.com', password: 'a long enough password' };
  const company = { name: 'Aurinko', country: 'FI', zone: 'Europe/Helsinki', language: 'en', administrator };
  expect((await call('POST', '/api/company', company)).status).toBe(201);
  const team = (await call('POST', '/api/teams', { name: 'IT' })).body.id;
  expect((await call('POST', '/api/webhooks', { name: 'Wallboard', url: receiver.url })).status).toBe(201);

  const acknowledged = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    let killed = false;
    const writer = async () => {
      while (!killed) {
        const answer = await call('POST', '/api/requests', { title: `Ask ${acknowledged.size}`, team }).catch(
          () => null,
        );
        if (answer?.status === 201) acknowledged.add(answer.body.id);
      }
    };
    const writers = [writer(), writer()];
    // Killed while there is news on its way: some of this round has been heard there, and more was asked meanwhile.
    const before = receiver.heard.length;
    while (receiver.heard.length < before + 5) await new Promise((done) => setTimeout(done, 1));
    if (server) await ended(server, 'SIGKILL');
    killed = true;
    await Promise.all(writers);
    await start();
  }

  const there = receiver;
  const lost = () => {
    const heard = new Set(there.heard.map(({ event }) => event.data.id));
    return [...acknowledged].filter((id) => !heard.has(id));
  };
  // What was being sent when the process was killed is sent again half a minute later.
  const patience = Date.now() + 200_000;
  while (lost().length > 0 && Date.now() < patience) await new Promise((done) => setTimeout(done, 250));
  expect(lost()).toEqual([]);
  const ids = new Map<string, Set<string>>();
  for (const { event, headers } of there.heard)
    ids.set(event.data.id, (ids.get(event.data.id) ?? new Set()).add(String(headers['webhook-id'])));
  expect([...ids.values()].filter((each) => each.size !== 1)).toEqual([]);
}, 400_000);
