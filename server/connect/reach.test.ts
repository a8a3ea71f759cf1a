// Where webhooks may not go, however it is spelled: the table of addresses that attackers try, and names that change their mind.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReceiver, type Receiver } from './for-tests.ts';
import { wayOut } from './connect.ts';

let inside: Receiver;
let port: string;
beforeAll(async () => {
  inside = await openReceiver();
  ({ port } = new URL(inside.url));
});
afterAll(() => inside.close());

const closed = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '0.0.0.0',
  '0',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '10.0.0.1',
  '10.255.255.255',
  '167772161',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '3232235521',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '100.64.0.1',
  '100.127.255.254',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::]',
  '[2001::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
];

describe('what is inside is not reached', () => {
  test.each(closed)('https://%s', async (host) => {
    const { reach, mayCall } = wayOut([]);
    const url = `https://${host}:${port}/in`;
    expect(mayCall(url)).toBe(false);
    expect(await reach({ url })).toMatchObject({ unreached: expect.stringMatching(/^(privateAddress|badAddress)$/) });
  });
  test.each([
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'file:///etc/passwd',
    'gopher://hooks.example.com',
    'javascript:1',
    '//x',
    '',
    'https://',
    'https://name:word@hooks.example.com/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://printer/',
    'https://db.internal/',
    'https://nas.local/',
    'https://x.home.arpa/',
    'https://x.localhost/',
    'data:text/plain,x',
  ])('nor what is no public https address: %j', (url) => {
    expect(wayOut([]).mayCall(url)).toBe(false);
  });
  test('nor by a name that has one public address and one inside', async () => {
    const { reach, mayCall } = wayOut([], async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    const url = `https://hooks.example.com:${port}/in`;
    expect(mayCall(url)).toBe(true);
    expect(await reach({ url })).toMatchObject({ unreached: 'privateAddress' });
  });
  test('nor by a name that means something else at each look: the one that was judged is the one that is called', async () => {
    let looks = 0;
    const { reach } = wayOut([], async () => [
      (looks += 1) === 1 ? { address: '93.184.216.34', family: 4 } : { address: '127.0.0.1', family: 4 },
    ]);
    const first = await reach({ url: `https://hooks.example.com:${port}/in` });
    expect(looks).toBe(1);
    expect(first).toHaveProperty('unreached');
    expect(await reach({ url: `https://hooks.example.com:${port}/in` })).toMatchObject({ unreached: 'privateAddress' });
  }, 20_000);
  test('nor anything that was not allowed, when something else was', async () => {
    const { reach } = wayOut(['10.9.8.0/24', 'fd00::/8']);
    for (const url of [inside.url, `https://127.0.0.1:${port}/`, `http://[::1]:${port}/`, 'http://10.9.7.1/'])
      expect(await reach({ url })).toMatchObject({ unreached: 'privateAddress' });
  });
  test('so that nothing was heard there at all', () => {
    expect(inside.heard).toEqual([]);
  });
});

test('what whoever runs the place has allowed is reached, by http too', async () => {
  const { reach, mayCall } = wayOut(['127.0.0.0/8']);
  expect(mayCall(inside.url)).toBe(true);
  expect(await reach({ url: inside.url, method: 'POST', body: '{}' })).toMatchObject({ status: 200 });
});
