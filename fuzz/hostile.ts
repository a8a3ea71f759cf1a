// What programs and people send when they err or mean harm, made by chance from the interface's own description (OpenAPI).
import fc from 'fast-check';
import type { Schema } from './schema.ts';
import { wounds } from './wounds.ts';

type Payload = string | Buffer | object;

/** One bad call: what is put in place of a good one. `field` is set when just that field of a good body was made wrong. */
export type Blow = {
  said: string;
  field?: string;
  body?: (good: Record<string, unknown>) => Payload;
  /** The same for what is no JSON: a mail, a table, a picture. */
  bytes?: (good: Buffer) => Buffer;
  query?: string;
  path?: string;
  headers?: Record<string, string>;
};

const absent = '00000000-0000-4000-8000-000000000000';
const strings: readonly string[] = [
  '',
  '   ',
  '\n',
  'a\u0000b',
  '\u0007\u001b[31m',
  '\ud800',
  'x\udfff\ud800',
  '\u202eevil\u2066',
  '\u200b\u200b\u200b',
  'שלום עולם',
  'e\u0301\u0323'.repeat(40),
  'Z̸̡̢'.repeat(80),
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  '𝕏'.repeat(200),
  'a'.repeat(201),
  'ä'.repeat(4001),
  'long '.repeat(20_000),
  "'; drop table requests_request; --",
  "1' or '1'='1",
  '\\',
  '%',
  '_%_',
  '${7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '9223372036854775808',
  '2026-02-30T10:00:00Z',
  '2026-13-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999999999999Z',
  '9999-12-31T23:59:59+23:59',
  '+275760-09-13T00:00:00.000Z',
  '2026-11-24',
  '0000-01-01',
  '9999-12-31',
  '24:00',
  absent,
  absent.toUpperCase(),
  '{00000000-0000-4000-8000-000000000000}',
];

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...strings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      2 ** 53,
      -(2 ** 63),
      [],
      {},
      [null],
      ['a', 'a'],
      [[[[]]]],
      { length: 5 },
      { toString: 'x', valueOf: 'y' },
      { constructor: { prototype: { polluted: true } } },
      Array.from({ length: 5000 }, () => absent),
      JSON.parse(deep(500)),
    ),
  },
  { weight: 1, arbitrary: fc.anything({ withNullPrototype: false, withBigInt: false, withDate: false, maxDepth: 3 }) },
);

const raws: ReadonlyArray<string | Buffer> = [
  '',
  '{',
  '{"title":"x",}',
  '[1,2',
  'null',
  '7',
  '"text"',
  '[]',
  '[{}]',
  '\ufeff{}',
  '{}{}',
  '{"a":01}',
  '{"a":1,"a":2}',
  '{"__proto__":{"polluted":true,"administrator":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `{"title":${deep(20_000)}}`,
  deep(50_000),
  `"${'a'.repeat(1_100_000)}"`,
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('{"title":"\\ud800"}'),
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
];
const types: readonly string[] = [
  '',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json, text/plain',
  'image/png',
  'image/webp; x',
  'x'.repeat(2000),
];
const headers: ReadonlyArray<Record<string, string>> = [
  ...['', '*', 'abc', '"abc"', 'W/"x"', '"1", "2"', '"99999999999999999999"', '"-1"', '1'].map((value) => ({
    'if-match': value,
  })),
  ...['', ' ', 'x'.repeat(256), 'x'.repeat(5000), "'; --", '\u00e4\u00f6'].map((value) => ({
    'idempotency-key': value,
  })),
  ...['goodturn.session_token=%00', 'a', '=;=;=', `x=${'y'.repeat(4000)}`].map((value) => ({ cookie: value })),
  ...['text/html', 'application/xml;q=1', '*/*;q=x'].map((value) => ({ accept: value })),
  ...['null', 'not a url', 'https://evil.example'].map((value) => ({ origin: value })),
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  { 'x-forwarded-for': "'; --", forwarded: 'for=x', 'x-forwarded-host': 'evil.example' },
  { 'last-event-id': 'x'.repeat(400) },
  ...['bytes=0-0', 'bytes=-1', 'bytes=5-2', 'bytes=9-', 'bytes=0-1,2-3', 'bytes=99999999999999999999-', 'x=0-1'].map(
    (value) => ({ range: value }),
  ),
  ...['*', '"x"', 'W/"1"', ','].map((value) => ({ 'if-none-match': value })),
  { 'user-agent': 'x'.repeat(4000) },
];
/** Cursors that no list has given. */
export const cursors: readonly string[] = [
  'x',
  '!!!!',
  ...[
    null,
    {},
    [],
    ['2026-01-01T00:00:00Z'],
    ['2026-01-01T00:00:00Z', 'x'],
    ['0000-01-01T00:00:00Z', absent],
    ['9999-12-31T23:59:59.9999999999999999Z', absent],
    ['2026-02-30T00:00:00Z', absent],
    ['', absent],
    ['a\0b', absent],
    ['\ud800', absent],
    [0, 'a\0b', absent],
    [1e308, 'a', absent],
    [2 ** 40, 'a', absent],
    [0, 'a', 'x'],
  ].map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
];

const forQuery = fc.oneof(
  fc.constantFrom(...strings.filter((text) => text.isWellFormed()).map((text) => text.slice(0, 2000))),
  fc.string({ maxLength: 50 }),
  fc.constantFrom(...cursors),
);

/** A copy with another value in one of the places of its lists and objects, however deep. */
function replaceIn<T extends object>(good: T, place: number, value: unknown): T {
  const copy = structuredClone(good);
  const places: Array<[holder: Record<string, unknown>, key: string]> = [];
  const walk = (holder: Record<string, unknown>) => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder, key]);
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>);
    }
  };
  walk(copy as Record<string, unknown>);
  const found = places[place % places.length];
  if (found) found[0][found[1]] = value;
  return copy;
}

const wounded = fc
  .tuple(fc.constantFrom(...Object.entries(wounds)), fc.nat(9999), fc.constantFrom(...strings))
  .map(([[said, wound], place, text]): Blow => ({
    said: `${said} at ${place}: ${text.slice(0, 20)}`,
    bytes: (good) => wound(good, place % Math.max(good.length, 1), text),
  }));

/** A bad call of an operation whose body has this schema and whose query takes these names; `ids` are of things of other kinds and other people. */
export function blows(
  body: Schema | undefined,
  query: readonly string[],
  ids: readonly string[],
  bytes = false,
): fc.Arbitrary<Blow> {
  const fields = Object.keys(body?.properties ?? {});
  const fieldOf = fc.constantFrom(...(fields.length > 0 ? fields : ['none']));
  const inField = fc
    .record({ field: fieldOf, value: fc.oneof({ weight: 4, arbitrary: nasty }, fc.constantFrom(...ids)) })
    .map(({ field, value }): Blow => ({
      said: `${field} = ${JSON.stringify(value)?.slice(0, 80)}`,
      field,
      body: (good) => ({ ...good, [field]: value }),
    }));
  const inside = fc.tuple(fc.nat(999), nasty).map(([place, value]): Blow => ({
    said: `at place ${place}: ${JSON.stringify(value)?.slice(0, 80)}`,
    body: (good) => replaceIn(good, place, value),
  }));
  const without = fieldOf.map((field): Blow => ({
    said: `without ${field}`,
    body: ({ [field]: _left, ...rest }) => rest,
  }));
  const strange = fc
    .tuple(fc.constantFrom('id', 'state', 'version', 'administrator', 'prototype', ''), nasty)
    .map(([name, value]): Blow => ({ said: `with ${name}`, body: (good) => ({ ...good, [name]: value }) }));
  const raw = fc.constantFrom(...raws).map((payload): Blow => ({
    said: `raw ${String(payload).slice(0, 40)}`,
    body: () => payload,
    headers: { 'content-type': 'application/json' },
  }));
  const typed = fc
    .constantFrom(...types)
    .map((type): Blow => ({ said: `as ${type}`, headers: { 'content-type': type }, body: () => 'x=1' }));
  const header = fc
    .constantFrom(...headers)
    .map((each): Blow => ({ said: JSON.stringify(each).slice(0, 80), headers: each }));
  const names = [...query, 'cursor', 'unheard', '__proto__', 'limit[]'];
  const asked = fc
    .tuple(fc.constantFrom(...names), fc.oneof({ weight: 4, arbitrary: forQuery }, fc.constantFrom(...ids)))
    .map(([name, value]): Blow => ({
      said: `?${name}=${value.slice(0, 80)}`,
      query: `?${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`,
    }));
  const odd = fc
    .constantFrom(
      '?limit=1&limit=2',
      '?q=%zz',
      '?q=%00',
      '?__proto__[polluted]=1',
      `?q=${'x'.repeat(2000)}`,
      '?q=a&q=b',
      '?&&==&',
      '?%',
    )
    .map((text): Blow => ({ said: text.slice(0, 40), query: text }));
  const path = fc
    .constantFrom(
      '%zz',
      '%00',
      '%ff',
      '%2e%2e',
      '..',
      ' ',
      'x'.repeat(600),
      absent.toUpperCase(),
      '%F0%9F%92%A9',
      "'--",
      ...ids,
    )
    .map((text): Blow => ({ said: `at ${text.slice(0, 40)}`, path: text }));
  return fc.oneof(
    ...(fields.length > 0
      ? [
          { weight: 7, arbitrary: inField },
          { weight: 3, arbitrary: inside },
          { weight: 1, arbitrary: without },
          { weight: 1, arbitrary: strange },
        ]
      : []),
    ...(bytes ? [{ weight: 6, arbitrary: wounded }] : []),
    { weight: body ? 3 : 1, arbitrary: raw },
    { weight: 1, arbitrary: typed },
    { weight: 2, arbitrary: header },
    { weight: query.length > 0 ? 8 : 1, arbitrary: asked },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: path },
  );
}
