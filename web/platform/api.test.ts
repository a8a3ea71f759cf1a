// @vitest-environment happy-dom
// The client against a network that fails, refuses and forgets who one is. Only fetch is replaced: it is the network.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { route } from '../../contract/route.ts';
import { addressOf, call, Problem, whenSessionIsOver } from './api.ts';

const shape = { params: z.object({ id: z.string() }), status: 200, response: z.object({ ok: z.boolean() }) } as const;
const read = route({
  ...shape,
  method: 'GET',
  path: '/api/things/{id}',
  summary: 'Read',
  query: z.object({ q: z.string().optional() }),
});
const write = route({
  ...shape,
  method: 'POST',
  path: '/api/things/{id}/word',
  summary: 'Write',
  body: z.object({ words: z.string() }),
  ifMatch: 'required',
});
const enter = route({
  method: 'POST',
  path: '/api/door',
  summary: 'Enter',
  for: 'anyone',
  status: 204,
  idempotent: false,
});

type Reply = () => Response | Promise<Response>;
const json =
  (status: number, body: unknown): Reply =>
  () =>
    Response.json(body, { status });
const broken: Reply = () => Promise.reject(new TypeError('network'));
let seen: { address: string; method: string; headers: Headers; body: unknown }[] = [];

function network(...replies: Reply[]): void {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    seen.push({ address, method: init.method ?? '', headers: new Headers(init.headers), body: init.body });
    const reply = replies.shift();
    if (!reply) throw new Error('one call more than expected');
    return reply();
  });
}

beforeEach(() => {
  seen = [];
  // Pauses between tries are not what is tested.
  vi.stubGlobal('setTimeout', (act: () => void) => queueMicrotask(act));
});
afterEach(() => {
  vi.unstubAllGlobals();
  whenSessionIsOver(null);
});

test('an address has its parameters and only the query words that are given', () => {
  expect(addressOf(read, { params: { id: 'a/b' }, query: { q: 'ä', none: undefined } })).toBe(
    '/api/things/a%2Fb?q=%C3%A4',
  );
});

describe('a write', () => {
  const sent = { params: { id: '1' }, body: { words: 'Hei' }, ifMatch: 3 };

  test('carries a key, the version and the language', async () => {
    network(json(200, { ok: true }));
    expect(await call(write, sent)).toEqual({ ok: true });
    const [one] = seen;
    expect(one?.body).toBe('{"words":"Hei"}');
    expect(one?.headers.get('if-match')).toBe('"3"');
    expect(one?.headers.get('accept-language')).toBe('en');
    expect(one?.headers.get('idempotency-key')).toMatch(/^[\w-]{32,36}$/);
  });
  test('keeps its key while the way is broken or its twin still runs', async () => {
    network(broken, json(409, { code: 'twinRunning' }), json(200, { ok: true }));
    expect(await call(write, sent)).toEqual({ ok: true });
    expect(new Set(seen.map((one) => one.headers.get('idempotency-key'))).size).toBe(1);
    expect(seen).toHaveLength(3);
  });
  test('gives up after three tries and says that nobody could be reached', async () => {
    network(broken, broken, broken);
    await expect(call(write, sent)).rejects.toMatchObject({ status: 0, code: 'offline' });
  });
  test('is not repeated when it has no key', async () => {
    network(broken);
    await expect(call(enter, {})).rejects.toMatchObject({ code: 'offline' });
    expect(seen[0]?.headers.has('idempotency-key')).toBe(false);
  });
  test('is not repeated when it was refused, and tells what of which field', async () => {
    const fields = [{ path: 'words', code: 'tooLong', detail: 'Too long.' }];
    network(json(422, { code: 'tooLong', detail: 'Words: too long.', fields }));
    const problem = await call(write, sent).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 422, code: 'tooLong', detail: 'Words: too long.', fields });
  });
});

describe('when the session is over', () => {
  const gone = json(401, { code: 'signInNeeded' });

  test('the call goes on after signing in again, with the same key', async () => {
    const ask = vi.fn<() => Promise<boolean>>(async () => true);
    whenSessionIsOver(ask);
    network(gone, json(200, { ok: true }));
    expect(await call(write, { params: { id: '1' }, body: { words: 'Hei' }, ifMatch: 1 })).toEqual({ ok: true });
    expect(ask).toHaveBeenCalledTimes(1);
    expect(seen[0]?.headers.get('idempotency-key')).toBe(seen[1]?.headers.get('idempotency-key'));
  });
  test('it fails when the person gives up, and does not ask twice', async () => {
    whenSessionIsOver(async () => false);
    network(gone);
    await expect(call(read, { params: { id: '1' } })).rejects.toMatchObject({ status: 401 });
  });
  test('a wrong password at the door is no such thing', async () => {
    const ask = vi.fn<() => Promise<boolean>>(async () => true);
    whenSessionIsOver(ask);
    network(gone);
    await expect(call(enter, {})).rejects.toMatchObject({ status: 401 });
    expect(ask).not.toHaveBeenCalled();
  });
});

test('an answer that is no problem document is still a problem', async () => {
  network(() => new Response('<html>Bad gateway</html>', { status: 500 }));
  await expect(call(read, { params: { id: '1' } })).rejects.toMatchObject({ status: 500, code: 'unexpected' });
});
