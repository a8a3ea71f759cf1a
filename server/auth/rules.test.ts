// Pure rules of accounts: links, tokens, devices.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionCookie } from './cookie.ts';
import { deviceOf, isToken, linkExpires } from './rules.ts';

const now = new Date('2026-11-24T10:00:00Z');
const token = 'abcdefghijklmnopqrstuvwxyz012345';

describe('the session cookie', () => {
  const cookie = sessionCookie('a secret of this company', true);
  const header = cookie.give(token).split(';')[0] ?? '';

  it('reads back the token that it gave, among other cookies', () => {
    expect(cookie.read(`theme=dark; ${header}; other=1`)).toBe(token);
  });

  it('is bound to this host, to TLS and to HTTP, and lives for thirty days', () => {
    expect(cookie.give(token)).toMatch(
      /^__Host-goodturn\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(sessionCookie('s', false).give(token)).toMatch(
      /^goodturn\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('goes away when it is taken', () => {
    expect(cookie.take()).toBe('__Host-goodturn.session_token=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax');
  });

  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['an empty value', '__Host-goodturn.session_token='],
    ['a token without a signature', `__Host-goodturn.session_token=${token}`],
    ['an empty signature', `__Host-goodturn.session_token=${token}.`],
    ['a signature without a token', header.replace(token, '')],
    ['another token', header.replace('abc', 'abd')],
    ['the token in capitals', header.replace(token, token.toUpperCase())],
    ['a shortened signature', header.slice(0, -7)],
    ['a signature without its padding', header.replace('%3D', '')],
    ['a signature with something after it', `${header}A`],
    ['a broken percent sign', `${header}%`],
    ['another name', header.replace('__Host-', '')],
    ['the cookie of another company', sessionCookie('another secret', true).give(token).split(';')[0]],
  ])('does not read %s', (_what, value) => {
    expect(cookie.read(value)).toBeNull();
  });

  it('does not read any other text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => cookie.read(`__Host-goodturn.session_token=${text}`) === null,
      ),
    );
  });
});

describe('links', () => {
  it('live for three days as invitations and for one hour as resets', () => {
    expect(linkExpires('invite', now)).toEqual(new Date('2026-11-27T10:00:00Z'));
    expect(linkExpires('reset', now)).toEqual(new Date('2026-11-24T11:00:00Z'));
  });

  it.each([
    '',
    'null',
    'A'.repeat(42),
    'A'.repeat(44),
    `${'A'.repeat(42)}=`,
    `${'A'.repeat(42)}%`,
    `${'A'.repeat(43)}\n`,
  ])('never carry %j as their token', (text) => {
    expect(isToken(text)).toBe(false);
  });
  it('carry thirty-two bytes in letters that an address may have', () => {
    for (const token of ['A'.repeat(43), `${'-_9z'.repeat(10)}abc`]) expect(isToken(token)).toBe(true);
  });
});

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox', 'Windows', false],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0',
      'Edge',
      'Windows',
      false,
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36',
      'Chrome',
      'Linux',
      false,
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
      'Safari',
      'macOS',
      false,
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
      true,
    ],
    [
      'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/140.0.0.0 Mobile Safari/537.36',
      'Samsung Internet',
      'Android',
      true,
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/120.0',
      'Opera',
      'ChromeOS',
      false,
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Vivaldi/7.6',
      'Vivaldi',
      'Linux',
      false,
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile Safari/604.1',
      'Safari',
      'iOS',
      true,
    ],
    ['curl/8.5.0', 'curl', null, false],
    ['something of curl/8.5.0', null, null, false],
    ['', null, null, false],
    [null, null, null, false],
  ])('that says %j is known by what it says', (agent, browser, system, mobile) => {
    expect(deviceOf(agent)).toEqual({ browser, system, mobile });
  });

  it('may say anything', () => {
    fc.assert(fc.property(fc.string(), (agent) => typeof deviceOf(agent).mobile === 'boolean'));
  });
});
