// Calls to given addresses go to the public internet or nowhere, whatever the address looks like.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReach, isCallable, isPublic } from './outbound.ts';

let server: Server;
let home: string;
let heard: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    if (request.url === '/moved') return response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    if (request.url === '/silent') return;
    if (request.url === '/endless') {
      response.writeHead(200);
      const more = () => response.write('x'.repeat(16_384), more as never);
      response.on('error', () => undefined);
      return more();
    }
    return response.writeHead(201, { 'x-said': 'yes' }).end('thanks');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local = { plain: true, may: (address: string) => address === '127.0.0.1' };

test('a call is sent and its answer comes back', async () => {
  const reply = await createReach(local)({ url: `${home}/hook`, headers: { 'x-a': 'b' }, body: 'words' });
  expect(reply).toMatchObject({ status: 201, cut: false, body: Buffer.from('thanks') });
});

test('a redirect is an answer and is not followed', async () => {
  heard = [];
  expect(await createReach(local)({ url: `${home}/moved` })).toMatchObject({ status: 302 });
  expect(heard).toEqual(['POST /moved']);
});

test('whoever does not answer is not waited for', async () => {
  expect(await createReach({ ...local, milliseconds: 80 })({ url: `${home}/silent` })).toMatchObject({
    unreached: 'timedOut',
  });
});

test('an endless answer is cut', async () => {
  const reply = await createReach({ ...local, bytes: 1000 })({ url: `${home}/endless` });
  expect(reply).toMatchObject({ status: 200, cut: true });
  expect('body' in reply && reply.body.length).toBe(1000);
});

test('a name is resolved once, and the connection goes to what was checked', async () => {
  let asked = 0;
  const resolve = async () => [{ address: ['127.0.0.1', '10.0.0.1'][asked++] ?? '', family: 4 }];
  const port = new URL(home).port;
  const reply = await createReach({ ...local, resolve })({ url: `http://rebinding.example:${port}/hook` });
  expect(reply).toMatchObject({ status: 201 });
  expect(asked).toBe(1);
});

test('one private address among public ones closes the name', async () => {
  const resolve = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '192.168.1.4', family: 4 },
  ];
  heard = [];
  expect(await createReach({ resolve })({ url: 'https://both.example/' })).toMatchObject({
    unreached: 'privateAddress',
  });
  expect(heard).toEqual([]);
});

test('a name without an address, a dead port and a server without a certificate say so', async () => {
  expect(await createReach({ resolve: async () => [] })({ url: 'https://none.example/' })).toMatchObject({
    unreached: 'unknownHost',
  });
  expect(await createReach(local)({ url: 'http://127.0.0.1:1/' })).toMatchObject({ unreached: 'unreachable' });
  expect(await createReach(local)({ url: home.replace('http:', 'https:') })).toMatchObject({ unreached: 'untrusted' });
});

const inside = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '168.63.129.16',
  '100.64.0.1',
  '100.127.255.254',
  '192.0.0.8',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:db8::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '100::1',
  'not an address',
];
test.each(inside)('%s is not the public internet', (address) => expect(isPublic(address)).toBe(false));
test.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '2a00:1450:4010:c0d::65'])(
  '%s is the public internet',
  (address) => expect(isPublic(address)).toBe(true),
);

describe('an address for calls', () => {
  const reach = createReach({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
  test.each([
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'https://user:secret@example.com/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'https://１２７.０.０.１/',
    'not an address',
    '',
  ])('%s is neither taken nor called', async (url) => {
    expect(isCallable(url)).toBe(false);
    expect(await reach({ url })).toHaveProperty('unreached');
  });
  test('of a named host on the internet is taken', () => {
    expect(isCallable('https://hooks.example.com:8443/in?x=1')).toBe(true);
  });
});
