// What bytes are, and how large the picture in them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pngOf } from './for-tests.ts';
import { headSize, sniff } from './pictures.rules.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const box = (name: string, ...content: Buffer[]) => {
  const inner = Buffer.concat(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(inner.length + 8);
  return Buffer.concat([length, latin(name), inner]);
};
const ispe = (width: number, height: number) => {
  const content = Buffer.alloc(12);
  content.writeUInt32BE(width, 4);
  content.writeUInt32BE(height, 8);
  return box('ispe', content);
};
const png = (width: number | null, height: number | null) => ({ type: 'image/png', image: true, width, height });
const unsized = (type: string) => ({ type, image: true, width: null, height: null });
const pictures: [string, Buffer, object | null][] = [
  ['PNG', pngOf(3, 5), { type: 'image/png', image: true, width: 3, height: 5 }],
  ['GIF', latin('GIF89a\x07\x00\x09\x01 and more'), { type: 'image/gif', image: true, width: 7, height: 265 }],
  ['JPEG', latin('\xff\xd8\xff\xe0 and more'), { type: 'image/jpeg', image: true, width: null, height: null }],
  [
    'WebP with loss',
    latin('RIFF\x40\0\0\0WEBPVP8 \x10\0\0\0\x30\x01\0\x9d\x01\x2a\x10\x00\x20\x00 rest'),
    { type: 'image/webp', image: true, width: 16, height: 32 },
  ],
  [
    'WebP without loss',
    latin('RIFF\x40\0\0\0WEBPVP8L\x10\0\0\0\x2f\x0f\xc0\x07\x00 and the rest'),
    { type: 'image/webp', image: true, width: 16, height: 32 },
  ],
  [
    'WebP with more to it',
    latin('RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x1f\0\0 rest'),
    { type: 'image/webp', image: true, width: 16, height: 32 },
  ],
  [
    'AVIF',
    Buffer.concat([box('ftyp', latin('avif\0\0\0\0mif1')), box('meta', ispe(4, 4), ispe(640, 480))]),
    { type: 'image/avif', image: true, width: 640, height: 480 },
  ],
  [
    'HEIC, which not every browser shows',
    Buffer.concat([box('ftyp', latin('heic\0\0\0\0mif1')), box('meta', ispe(512, 512), ispe(4032, 3024))]),
    { type: 'image/heic', image: false, width: 4032, height: 3024 },
  ],
  [
    'a beginning of a PNG without its head',
    Buffer.concat([pngOf(3, 5).subarray(0, 12), latin('NOPE'), Buffer.alloc(8)]),
    null,
  ],
  ['the head of a PNG after something else', Buffer.concat([latin('12345678'), pngOf(3, 5).subarray(8)]), null],
  ['as little of a PNG as tells its size', pngOf(3, 5).subarray(0, 24), png(3, 5)],
  ['less of a PNG than that', pngOf(3, 5).subarray(0, 23), null],
  ['a GIF of old', latin('GIF87a\x07\x00\x09\x01'), { type: 'image/gif', image: true, width: 7, height: 265 }],
  ['less of a GIF than tells its size', latin('GIF87a\x07\x00\x09'), null],
  ['sound, which begins as WebP does', latin('RIFF\x40\0\0\0WAVEfmt '), null],
  ['what is WebP later only', latin('XXXX\x40\0\0\0WEBPVP8 '), null],
  [
    'as little of a WebP as tells its size',
    latin('RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x1f\0\0'),
    { type: 'image/webp', image: true, width: 16, height: 32 },
  ],
  ['less of a WebP than that', latin('RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0'), unsized('image/webp')],
  ['a WebP of another kind', latin('RIFF\x40\0\0\0WEBPVP9?\x0a\0\0\0\0\0\0\0\x0f\0\0\x1f\0\0'), unsized('image/webp')],
  ['HEIC by any of its names', box('ftyp', latin('hevc\0\0\0\0')), { ...unsized('image/heic'), image: false }],
  ['HEIC by another of its names', box('ftyp', latin('heix\0\0\0\0')), { ...unsized('image/heic'), image: false }],
  [
    'a film of which a later part speaks of AVIF',
    Buffer.concat([box('ftyp', latin('isom\0\0\0\0')), latin('avif')]),
    null,
  ],
  [
    'AVIF whose last size is cut off',
    Buffer.concat([box('ftyp', latin('avif\0\0\0\0')), ispe(4, 4), ispe(640, 480).subarray(0, 19)]),
    { type: 'image/avif', image: true, width: 4, height: 4 },
  ],
  [
    'AVIF whose first size is the largest',
    Buffer.concat([box('ftyp', latin('avif\0\0\0\0')), ispe(640, 480), ispe(480, 640), ispe(4, 4)]),
    { type: 'image/avif', image: true, width: 640, height: 480 },
  ],
  ['PDF', latin('%PDF-1.7 ...'), { type: 'application/pdf', image: false, width: null, height: null }],
  ['a film', box('ftyp', latin('isom\0\0\0\0mp42')), null],
  ['SVG', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
  ['a page', latin('<!doctype html><script>alert(1)</script>'), null],
  ['nothing', Buffer.alloc(0), null],
];

test.each(pictures)('%s', (_, bytes, found) => expect(sniff(bytes)).toEqual(found));

test('a size that nobody could have drawn is no size', () => {
  const sized = (width: number, height: number) => {
    const odd = pngOf(1, 1);
    odd.writeUInt32BE(width, 16);
    odd.writeUInt32BE(height, 20);
    return sniff(odd);
  };
  const most = 65_535;
  expect(sized(most, most)).toEqual(png(most, most));
  for (const [width, height] of [
    [0, 5],
    [5, 0],
    [most + 1, 5],
    [5, most + 1],
    [0xffffffff, 1],
  ] as const)
    expect(sized(width, height)).toEqual(png(null, null));
});

test('64 KiB of a file are enough to tell', () => expect(headSize).toBe(65_536));

test('whatever follows such a beginning, it is told without a fault', () => {
  const beginnings = pictures.map(([, bytes]) => bytes.subarray(0, 16));
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 64 }), (beginning, noise) => {
      const found = sniff(Buffer.concat([beginning, noise]));
      expect((found?.width === null) === (found?.height === null)).toBe(true);
    }),
  );
});
