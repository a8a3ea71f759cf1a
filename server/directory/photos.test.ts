// Photos through HTTP: what is taken, how it is given out.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/db.ts';
import { call, join, settle, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
let boss: { id: string; cookie: string };
let aino: Awaited<ReturnType<typeof join>>;
beforeAll(async () => {
  here = await surround();
  boss = await settle(here);
  aino = await join(here, 'Aino');
});
afterAll(() => here.close());

const png = Buffer.from('\x89PNG\r\n\x1a\n and what follows', 'latin1');
const webp = Buffer.from('RIFF\x10\0\0\0WEBPVP8 and more', 'latin1');
const put = (
  body: Buffer | string | undefined,
  type: string,
  { id = aino.id, as = aino }: { id?: string; as?: { cookie: string } } = {},
) =>
  call(here, `PUT /api/people/${id}/photo`, {
    as,
    headers: type ? { 'content-type': type } : {},
    ...(body === undefined ? {} : { body }),
  });

test('a photo comes back as it was sent, under an address that may be kept for ever', async () => {
  const set = await put(png, 'image/png');
  expect(set).toMatchObject({ status: 200, body: { photo: `/api/people/${aino.id}/photo?v=2`, version: 2 } });
  const got = await call(here, `GET ${set.body.photo}`, { as: boss });
  expect(got).toMatchObject({
    status: 200,
    text: png.toString(),
    headers: {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    },
  });
  expect(await call(here, `GET /api/people/${aino.id}/photo`, { as: boss })).toMatchObject({
    headers: { 'cache-control': 'private, no-cache' },
  });
  expect(await call(here, `GET ${set.body.photo}`)).toMatchObject({ status: 401 });
});

test('a photo does not tell where it was taken', async () => {
  const notes = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 20]), Buffer.from('Exif\0\0N 60.1699 E 24')]).subarray(
    0,
    22,
  );
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8]), notes, Buffer.from([0xff, 0xd9])]);
  const set = await put(photo, 'image/jpeg');
  expect((await call(here, `GET ${set.body.photo}`, { as: boss })).text).not.toContain('60.1699');
});

test('no address ever shows two photos', async () => {
  const addresses = new Set<string>();
  for (const [bytes, type] of [
    [png, 'image/png'],
    [webp, 'image/webp'],
    [png, 'image/png'],
  ] as const) {
    addresses.add((await put(bytes, type)).body.photo);
    await call(here, `DELETE /api/people/${aino.id}/photo`, { as: aino });
  }
  expect(addresses.size).toBe(3);
  expect(await call(here, `GET /api/people/${aino.id}/photo`, { as: aino })).toMatchObject({ status: 404 });
  expect(await call(here, `DELETE /api/people/${aino.id}/photo`, { as: aino })).toMatchObject({
    status: 200,
    body: { photo: null },
  });
});

test('what is no picture, or another one than it says, is not taken', async () => {
  for (const [bytes, type] of [
    [Buffer.from('<svg onload=alert(1)>'), 'image/png'],
    [png, 'image/webp'],
    [Buffer.from('<!doctype html>'), 'image/jpeg'],
  ] as const)
    expect(await put(bytes, type)).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'photo', code: 'notAPicture' }] },
    });
  expect(await put(undefined, 'image/png')).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'photo', code: 'required' }] },
  });
  expect(await put('{"a":1}', 'application/json')).toMatchObject({ status: 415 });
  expect(await put('<svg/>', 'image/svg+xml')).toMatchObject({ status: 415 });
  expect(await put(Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png')).toMatchObject({ status: 413 });
});

test('the largest that is allowed is taken, also with a key', async () => {
  const large = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024 - png.length)]);
  const send = () =>
    call(here, `PUT /api/people/${aino.id}/photo`, {
      as: aino,
      headers: { 'content-type': 'image/png', 'idempotency-key': 'one' },
      body: large,
    });
  const first = await send();
  expect(first.status).toBe(200);
  expect((await send()).text).toBe(first.text);
});

test('only they themselves and administrators set it', async () => {
  const mika = await join(here, 'Mika');
  expect(await put(png, 'image/png', { as: mika })).toMatchObject({ status: 403 });
  expect(await put(png, 'image/png', { as: boss })).toMatchObject({ status: 200 });
  expect(await put(png, 'image/png', { as: boss, id: newId() })).toMatchObject({ status: 404 });
});
