// Names that people, phones and attackers give to files.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disposition, labelOf, safeName } from './names.rules.ts';

test.each([
  ['Kaappi äöå – lasku.pdf', 'Kaappi äöå – lasku.pdf'],
  ['счёт за март.docx', 'счёт за март.docx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\aino\\photo.jpg', 'photo.jpg'],
  ['..', 'file'],
  ['', 'file'],
  ['   ...  ', 'file'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['a\u0000b\r\nc.txt', 'abc.txt'],
  ['\u200bhidden\u2066.txt', 'hidden.txt'],
  ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
  ['"; filename="evil.exe', '_; filename=_evil.exe'],
  ['CON.txt', '_CON.txt'],
  ['con', '_con'],
  ['LPT1.tar.gz', '_LPT1.tar.gz'],
  ['.htaccess', 'htaccess'],
  ['ends with dots...', 'ends with dots'],
  ['cafe\u0301.txt', 'café.txt'],
  ['family 👩‍👩‍👧.jpg', 'family 👩‍👩‍👧.jpg'],
  ['\ud800half.txt', '\ufffdhalf.txt'],
])('%j is kept as %j', (told, kept) => expect(safeName(told)).toBe(kept));

test('a long name is shortened at a whole letter and keeps its extension', () => {
  expect(safeName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(196)}.pdf`);
  const letters = safeName(`${'ё'.repeat(300)}.jpeg`);
  expect(letters).toMatch(/^ё+\.jpeg$/);
  expect(Buffer.byteLength(letters)).toBeLessThanOrEqual(200);
  expect(safeName(`x.${'y'.repeat(300)}`)).toHaveLength(200);
});

test('whatever comes, the name fits every file system, and is a name still when it comes again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (told) => {
      const name = safeName(told);
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}/\\<>:"|?*\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/u);
      expect(name.length).toBeGreaterThan(0);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(203);
      expect(disposition('attachment', name)).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w%.!~-]+$/);
    }),
  );
});

test('a name goes in a header in both spellings', () => {
  expect(disposition('inline', "Ääni '1'.png")).toBe(
    `inline; filename="__ni _1_.png"; filename*=UTF-8''%C3%84%C3%A4ni%20%271%27.png`,
  );
});

test('a type is what the bytes are, else what is said, unless that is untrue', () => {
  expect(labelOf('text/html', 'image/png')).toBe('image/png');
  expect(labelOf('Text/CSV; charset=utf-8', null)).toBe('text/csv');
  expect(labelOf('image/svg+xml', null)).toBe('image/svg+xml');
  for (const untrue of ['image/png', 'application/pdf', 'text', 'a/b c', '', undefined])
    expect(labelOf(untrue, null)).toBe('application/octet-stream');
});
