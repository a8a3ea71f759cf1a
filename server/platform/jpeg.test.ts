// What a photo may not tell is gone, what it shows stays, however its bytes arrive.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exif, jpegOf, segment } from '../attachments/for-tests.ts';
import { cleaned, cleanJpeg } from './jpeg.ts';

const secret = 'N 60.1699 E 24.9384';
const told = [
  segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
  exif(6, secret),
  segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`),
  segment(0xe2, `ICC_PROFILE\0 colours`),
  segment(0xe2, `MPF\0${secret}`),
  segment(0xed, `Photoshop 3.0\0${secret}`),
  segment(0xee, 'Adobe\0d\0\0\0\0\0\0'),
  segment(0xfe, `taken at ${secret}`),
];
const photo = jpegOf({ parts: told, after: `a second picture at ${secret}` });

test('place, camera, comments and what hides behind the end are gone; picture, colours and which way is up stay', () => {
  const kept = cleaned(photo);
  expect(kept.includes(secret)).toBe(false);
  for (const part of ['JFIF', 'ICC_PROFILE', 'Adobe\0', 'Exif']) expect(kept.includes(part), part).toBe(true);
  expect(kept.subarray(-10)).toEqual(Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 0xff, 0xd9]));
  expect(cleaned(kept)).toEqual(kept);
});

test.each(['II', 'MM'] as const)('a picture that lies on its side is told as high as it is shown: %s', (order) => {
  for (const [orientation, size] of [
    [1, { width: 40, height: 30 }],
    [3, { width: 40, height: 30 }],
    [6, { width: 30, height: 40 }],
    [8, { width: 30, height: 40 }],
    [77, { width: 40, height: 30 }],
  ] as const) {
    const cleaner = cleanJpeg();
    const kept = cleaner.push(jpegOf({ parts: [exif(orientation, secret, order)] }));
    expect(cleaner.size(), `${orientation}`).toEqual(size);
    expect(kept.includes('Exif')).toBe(orientation > 1 && orientation < 9);
  }
});

test('a progressive picture keeps all its scans and what stands between them', () => {
  const scans = Buffer.concat([
    Buffer.from([9, 9]),
    segment(0xc4, 'a table'),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([8, 0xff, 0x00, 8]),
  ]);
  const plain = jpegOf({ scan: scans });
  expect(cleaned(plain)).toEqual(plain);
});

test('it is the same in whatever pieces it comes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }), (lengths) => {
      const cleaner = cleanJpeg();
      const kept: Buffer[] = [];
      for (let at = 0, turn = 0; at < photo.length; turn += 1) {
        const length = lengths[turn % lengths.length] ?? 1;
        kept.push(cleaner.push(photo.subarray(at, at + length)));
        at += length;
      }
      expect(Buffer.concat([...kept, cleaner.end()])).toEqual(cleaned(photo));
    }),
  );
});

test('what only begins like a photo ends, and never grows', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise]);
      const once = cleaned(bytes);
      expect(once.length).toBeLessThanOrEqual(bytes.length + 36);
      expect(cleaned(once)).toEqual(once);
    }),
    { numRuns: 500 },
  );
  const png = Buffer.from('\x89PNG and so on', 'latin1');
  expect(cleaned(png)).toBe(png);
});
