// Clients that are slow, endless or never listen, over real sockets: each gets its refusal or is let go, and everybody else is answered.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from './server.ts';

let http: FastifyInstance;
let port: number;
let answered = 0;
const open = new Set<number | undefined>();
const large = 'x'.repeat(1_000_000);
beforeAll(async () => {
  const patience = { head: 300, body: 300, still: 600, look: 50 };
  http = await createServer({ web: '/nowhere', secure: false, log: false, patience });
  http.get('/api/hello', () => ({ hello: ++answered }));
  http.get('/api/large', () => {
    answered += 1;
    return large;
  });
  http.post('/api/words', ({ body }) => ({ words: typeof body }));
  http.server.on('connection', (socket) => {
    const from = socket.remotePort;
    open.add(from);
    socket.once('close', () => open.delete(from));
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
  port = (http.server.address() as { port: number }).port;
});
afterAll(() => http.close());

type Client = { socket: Socket; heard: () => string; ended: Promise<unknown> };
function client(begin = ''): Client {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (part) => (text += part));
  socket.on('error', () => undefined);
  if (begin) socket.write(begin);
  return { socket, heard: () => text, ended: once(socket, 'close').catch(() => undefined) };
}
/** When the server has let go of the connection that comes from there. */
const closed = async (from: number | undefined) => {
  while (open.has(from)) await new Promise((done) => setTimeout(done, 20));
};
const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);

/** Anybody else, meanwhile. */
const somebodyElse = async () => (await fetch(`http://127.0.0.1:${port}/api/hello`)).status;

const post = (headers: string) =>
  `POST /api/words HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}\r\n`;

describe('lets go of', () => {
  it.each([
    ['who never says anything', '', 408],
    ['who never ends their first line', 'GET /api/he', 408],
    ['who never ends their headers', 'GET /api/hello HTTP/1.1\r\nHost: x\r\nX-Slow: ', 408],
    ['who never begins the body', post('Content-Length: 20\r\n'), 408],
    ['who never ends the body', `${post('Content-Length: 20\r\n')}{"a":`, 408],
    ['who never ends a body in parts', `${post('Transfer-Encoding: chunked\r\n')}3\r\n{"a\r\n`, 408],
  ])('%s', async (_who, begin, status) => {
    const slow = Array.from({ length: 10 }, () => client(begin));
    expect(await somebodyElse()).toBe(200);
    await Promise.all(slow.map(({ ended }) => ended));
    expect(slow.map(({ heard }) => statusOf(heard()))).toEqual(slow.map(() => status));
  });

  it('who says a byte now and then, as if that were enough', async () => {
    const [head, body] = [client('GET /api/hello HTTP/1.1\r\nX: '), client(post('Content-Length: 9999\r\n'))];
    const drops = setInterval(() => [head, body].map(({ socket }) => socket.writable && socket.write('1')), 20);
    expect(await somebodyElse()).toBe(200);
    await Promise.all([head.ended, body.ended]);
    clearInterval(drops);
    expect([head, body].map(({ heard }) => statusOf(heard()))).toEqual([408, 408]);
  });

  it('who never reads what they asked for, and makes no more of it than fits', async () => {
    answered = 0;
    const deaf = client();
    deaf.socket.pause();
    await once(deaf.socket, 'connect');
    deaf.socket.write('GET /api/large HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(500));
    expect(await somebodyElse()).toBe(200);
    // A paused socket is not told that it was closed: the server is asked.
    await closed(deaf.socket.localPort);
    expect(answered).toBeLessThan(40);
    deaf.socket.destroy();
  });
});
describe('refuses', () => {
  const chunk = `${(65_536).toString(16)}\r\n${' '.repeat(65_536)}\r\n`;
  it.each<[string, string, string | Buffer, number]>([
    ['a hundred megabytes that were announced', post(`Content-Length: ${100 * 2 ** 20}\r\n`), 'x', 413],
    ['a hundred megabytes that come in parts', post('Transfer-Encoding: chunked\r\n'), chunk.repeat(20), 413],
    ['headers of twenty thousand letters', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '', 431],
    ['three thousand headers', `GET / HTTP/1.1\r\n${'A: 1\r\n'.repeat(3000)}\r\n`, '', 431],
    ['an address of twenty thousand letters', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`, '', 431],
    ['what is no HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', '', 400],
    ['two lengths', post('Content-Length: 2\r\nContent-Length: 3\r\n'), '{}', 400],
    ['a length and parts at once', post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'), '{}', 400],
    ['a length below nothing', post('Content-Length: -1\r\n'), '', 400],
  ])('%s', async (_what, head, body, status) => {
    const large_ = client(head);
    large_.socket.write(body);
    while (statusOf(large_.heard()) === 0 && !large_.socket.destroyed)
      await new Promise((done) => setTimeout(done, 10));
    expect(statusOf(large_.heard())).toBe(status);
    expect(await somebodyElse()).toBe(200);
    large_.socket.destroy();
  });

  const sent = (body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/api/words`, {
      method: 'POST',
      body: body as string,
      headers: { 'content-type': 'application/json', ...headers },
    });
  it('a million keys, and takes no harm from as many as are allowed', async () => {
    const keys = (count: number) => `{${Array.from({ length: count }, (_, key) => `"${key}":0`).join(',')}}`;
    expect((await sent(keys(1_000_000))).status).toBe(413);
    expect((await sent(keys(100_000))).status).toBe(200);
  });
  it('what is packed, before it is unpacked', async () => {
    const packed = gzipSync('{}');
    for (const encoding of ['gzip', 'br', 'deflate', 'gzip, gzip'])
      expect((await sent(packed, { 'content-encoding': encoding })).status).toBe(415);
    expect((await sent('{}', { 'content-encoding': 'identity' })).status).toBe(200);
  });
});

describe('keeps answering', () => {
  it('while a hundred sockets do nothing at all', async () => {
    const idle = Array.from({ length: 100 }, () => client());
    for (let count = 0; count < 20; count += 1) expect(await somebodyElse()).toBe(200);
    for (const { socket } of idle) socket.destroy();
  });
  it('whatever comes in one go, in the order in which it came', async () => {
    answered = 0;
    const many = client('GET /api/hello HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20));
    while (!many.heard().includes('"hello":20}')) await new Promise((done) => setTimeout(done, 10));
    const order = [...many.heard().matchAll(/"hello":(\d+)/g)].map(([, number]) => Number(number));
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    many.socket.destroy();
  });
  it('when those who asked are gone before they are answered', async () => {
    for (let count = 0; count < 100; count += 1) {
      const gone = client('GET /api/large HTTP/1.1\r\nHost: x\r\n\r\n');
      gone.socket.once('connect', () => gone.socket.resetAndDestroy());
      await gone.ended;
    }
    expect(await somebodyElse()).toBe(200);
  });
});
