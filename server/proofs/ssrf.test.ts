// Nobody makes the server call what is inside: not by a webhook, not by a browser that wants pushes, however the address is spelled,
// whatever a name means, wherever an answer points. A listener inside counts who knocks.
// Whoever runs the place names the store of files (FILES_URL) in the environment, and no setting in the app does; the mail server is an
// administrator's to name, and may be inside: most are.
import { globSync, readFileSync } from 'node:fs';
import { createServer as createWeb } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOut } from '../connect/connect.ts';
import { createReach, isCallable } from '../platform/outbound.ts';
import { openCast, type Cast } from './cast.ts';
import { names, refusedForms } from './ssrf.ts';

let cast: Cast;
let inside: Server;
let port: string;
let knocks = 0;
beforeAll(async () => {
  cast = await openCast();
  inside = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => inside.listen(0, done));
  port = String((inside.address() as AddressInfo).port);
});
afterAll(async () => {
  inside.close();
  await cast.close();
});

const family = (address: string) => (address.includes(':') ? 6 : 4);
const meant = (addresses: readonly string[]) => async () =>
  addresses.map((address) => ({ address, family: family(address) }));

it('takes none of them, and calls none of them', async () => {
  const forms = refusedForms(port);
  expect(new Set(forms).size).toBeGreaterThan(330);
  const taken: string[] = [];
  const { reach, mayCall } = wayOut([], meant(['127.0.0.1']));
  const push = createReach({ resolve: meant(['127.0.0.1']) });
  for (const url of forms) {
    if (mayCall(url) || isCallable(url)) taken.push(url);
    for (const call of [reach, push])
      if (!('unreached' in (await call({ url, body: 'x' })))) taken.push(`${url} answered`);
  }
  expect(taken).toEqual([]);
  expect(knocks).toBe(0);
});

it('refuses them where they are typed: webhooks, changed webhooks and pushes', async () => {
  const mine = { name: 'Mine', url: 'https://hooks.example.com/' };
  const made = await cast.as('member', 'POST', '/api/webhooks', { body: mine });
  const keys = { p256dh: 'BAAA', auth: 'AAAA' };
  const answers: string[] = [];
  for (const [at, url] of refusedForms(port).entries()) {
    // Each goes one way: a form that only one of them took would be taken by what they have in common, above.
    const ways = [
      () => cast.as('member', 'POST', '/api/webhooks', { body: { name: 'Inside', url } }),
      () =>
        cast.as('member', 'PATCH', `/api/webhooks/${made.body['id']}`, {
          body: { url },
          headers: { 'if-match': '"1"' },
        }),
      () => cast.as('member', 'POST', '/api/notices/browsers', { body: { endpoint: url, keys } }),
    ];
    const answer = await ways[at % ways.length]?.();
    if (answer?.status !== 422) answers.push(`${url}: ${answer?.text}`);
  }
  expect(answers).toEqual([]);
  expect(knocks).toBe(0);
});

describe('a name that means something inside', () => {
  it.each(names)('%s → %s is not called', async (host, ...addresses) => {
    const resolve = meant(addresses);
    for (const reach of [wayOut([], resolve).reach, createReach({ resolve }), wayOut(['10.9.8.0/24'], resolve).reach])
      expect(await reach({ url: `https://${host}:${port}/in` })).toMatchObject({ unreached: 'privateAddress' });
    expect(knocks).toBe(0);
  });
});

describe('an answer from outside', () => {
  /** 127.0.0.2 stands for the world outside: it is let through here as a public address would be. */
  const outside = (resolve: (host: string) => ReturnType<ReturnType<typeof meant>> = meant(['127.0.0.2'])) =>
    createReach({ plain: true, may: (address) => address === '127.0.0.2', resolve });
  let heard = 0;
  let world: ReturnType<typeof createWeb>;
  let at: string;
  beforeAll(async () => {
    world = createWeb((request, answer) => {
      heard += 1;
      const to = `http://127.0.0.1:${port}/`;
      const status = Number(request.url?.slice(1)) || 200;
      const pointing = {
        location: to,
        refresh: `0;url=${to}`,
        link: `<${to}>; rel=preload`,
        'alt-svc': `h2="127.0.0.1:${port}"`,
      };
      if (status === 103) answer.writeEarlyHints({ link: `<${to}>; rel=preload` });
      answer.writeHead(status === 103 ? 200 : status, pointing).end(`<meta http-equiv=refresh content="0;url=${to}">`);
    });
    await new Promise<void>((done) => world.listen(0, '127.0.0.2', done));
    at = String((world.address() as AddressInfo).port);
  });
  afterAll(() => world.close());

  it.each([103, 200, 201, 300, 301, 302, 303, 305, 307, 308, 401, 407, 429, 503])(
    'that points inside with %d is an answer like any other',
    async (status) => {
      expect(await outside()({ url: `http://hooks.example:${at}/${status}` })).toMatchObject({
        status: status === 103 ? 200 : status,
      });
      expect(knocks).toBe(0);
    },
  );

  it('does not let a name mean something else in between: a thousand that change their mind', async () => {
    heard = 0;
    let looks = 0;
    const changing = async (host: string) => {
      const first = !asked.has(host);
      asked.add(host);
      looks += 1;
      return [{ address: first ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    };
    const asked = new Set<string>();
    const reach = outside(changing);
    const call = async (n: number) => {
      const url = `http://name-${n}.example:${at}/`;
      const [first, second] = [await reach({ url }), await reach({ url: url.replace(at, port) })];
      return 'status' in first && 'unreached' in second && second.unreached === 'privateAddress';
    };
    for (let from = 0; from < 1000; from += 50) {
      const held = await Promise.all(Array.from({ length: 50 }, (_, n) => call(from + n)));
      expect(held.every(Boolean)).toBe(true);
    }
    expect([heard, looks, knocks]).toEqual([1000, 2000, 0]);
  });

  it('is counted here, or the rest would prove nothing', async () => {
    const open = createReach({ plain: true, may: () => true });
    await open({ url: `http://127.0.0.1:${port}/` });
    expect(knocks).toBe(1);
    knocks = 0;
  });
});

it('the mail server is named by administrators alone, as a host and nothing more', async () => {
  const { etag } = (await cast.as('administrator', 'GET', '/api/mail/server')).headers;
  const settings = { port: Number(port), tls: 'none', username: '', fromName: '', fromAddress: 'a@example.com' };
  const save = (who: 'administrator' | 'lead', host: string) =>
    cast.as(who, 'PUT', '/api/mail/server', { body: { ...settings, host }, headers: { 'if-match': String(etag) } });
  expect((await save('lead', '127.0.0.1')).status).toBe(403);
  const odd = [
    'http://127.0.0.1',
    '127.0.0.1/x',
    'a@127.0.0.1',
    '127.0.0.1 x',
    'a\r\nHELO b',
    '//127.0.0.1',
    'file:///etc/passwd',
    '[::1]',
  ];
  for (const host of odd) expect((await save('administrator', host)).status, host).toBe(422);
  expect(knocks).toBe(0);
});

it('there is no other way out of the server than these', () => {
  const server = join(import.meta.dirname, '..');
  const out =
    /\bfetch\(|from '(?:nodemailer\/lib\/smtp-connection|s3mini|node:(?:http2|tls|dgram))'|\b(?:request|connect|createConnection)\b.*from 'node:/;
  const sources = globSync('**/*.ts', { cwd: server }).filter((file) => !/test|proofs\//.test(file));
  const calling = sources.filter((file) => out.test(readFileSync(join(server, file), 'utf8')));
  // The store of files, the mail server, the one way out, and the built-in database's own lock.
  expect(calling.toSorted()).toEqual([
    'attachments/store.ts',
    'platform/mail/smtp.ts',
    'platform/outbound.ts',
    'platform/postgres/lock.ts',
  ]);
});
