// The morning after a lost disk, from the command line: a backup of a company at work, a restore into a new folder, and a copy that keeps quiet.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freshFolder, openHouse } from '../journeys/house.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'goodturn-restore-'));
const file = join(folder, 'friday.gt');
const copied = freshFolder();
const administrator = { name: 'Jussi Järvi', email: 'jussi@example.com', password: 'correct horse battery' };
afterAll(() => [folder, copied].forEach((one) => rmSync(one, { recursive: true, force: true })));

/** `npm run backup -- …`, as one types it. */
const npmRun = (...words: string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: '', GOODTURN_DATA: '', PORT: '', PUBLIC_URL: '' };
    const [program = '', ...args] = words;
    const npm = spawn('npm', ['run', '--silent', program, '--', ...args], { cwd: root, env });
    let said = '';
    npm.stdout.on('data', (part: Buffer) => (said += part.toString()));
    npm.stderr.on('data', (part: Buffer) => (said += part.toString()));
    npm.once('error', reject);
    npm.once('exit', (code) => resolve({ code, said }));
  });

/** Calls of one person at one server; the session is kept. */
function visit(url: string, session = '') {
  let cookie = session;
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { origin: url, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
  };
  return { call, session: () => cookie };
}

test('a company is saved while it works and comes back elsewhere, whole and quiet', { timeout: 300_000 }, async () => {
  const house = await openHouse();
  const there = visit(house.url);
  const company = { name: 'Hotelli Aurinko', country: 'FI', zone: 'Europe/Helsinki', language: 'en', administrator };
  expect(await there.call('POST', '/api/company', company)).toMatchObject({ status: 201 });
  const { body: team } = await there.call('POST', '/api/teams', { name: 'Kitchen' });
  const { body: asked } = await there.call('POST', '/api/requests', { title: 'Ääkköset ёлка 🎄', team: team['id'] });
  expect((await there.call('GET', '/api/company/silence')).body).toEqual({ since: null });

  const saved = await npmRun('backup', file, '--data', house.data);
  expect(saved).toMatchObject({ code: 0, said: expect.stringContaining('Hotelli Aurinko: ') as string });
  expect(await there.call('GET', `/api/requests/${asked['id']}`)).toMatchObject({ status: 200 });
  const twice = await npmRun('backup', file, '--data', house.data);
  expect(twice).toMatchObject({ code: 2, said: expect.stringContaining('is there already') as string });
  await house.close();

  const restored = await npmRun('restore', file, '--data', copied);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('It sends nothing until') as string });
  const again = await npmRun('restore', file, '--data', copied);
  expect(again).toMatchObject({ code: 2, said: expect.stringContaining('Hotelli Aurinko lives in') as string });

  const copy = await openHouse({ data: copied });
  try {
    const old = visit(copy.url, there.session());
    expect(await old.call('GET', '/api/today')).toMatchObject({ status: 401 });
    const here = visit(copy.url);
    const { email, password } = administrator;
    expect(await here.call('POST', '/api/session', { email, password })).toMatchObject({ status: 200 });
    const { body } = await here.call('GET', `/api/requests/${asked['id']}`);
    expect(body).toMatchObject({ title: 'Ääkköset ёлка 🎄', number: asked['number'] });
    const quiet = await here.call('GET', '/api/company/silence');
    expect(quiet).toMatchObject({ status: 200, body: { since: expect.any(String) as string } });
    expect(await here.call('DELETE', '/api/company/silence')).toMatchObject({ status: 204 });
    expect((await here.call('GET', '/api/company/silence')).body).toEqual({ since: null });
  } finally {
    await copy.close();
  }
});
