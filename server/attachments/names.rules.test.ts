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
  ['icon', 'icon'],
  ['console.log', 'console.log'],
  ['com1', '_com1'],
  ['com² .txt', '_com².txt'],
  ['comb', 'comb'],
  ['con .txt', '_con.txt'],
  ['conin$', '_conin$'],
  ['two   spaces.txt', 'two spaces.txt'],
  ['.htaccess', 'htaccess'],
  ['ends with dots...', 'ends with dots'],
  ['cafe\u0301.txt', 'café.txt'],
  ['family 👩‍👩‍👧.jpg', 'family 👩‍👩‍👧.jpg'],
  ['family 👧\u200d.exe', 'family 👧.exe'],
  ['\u200d👧.exe', '👧.exe'],
  ['in\u200dvoice 👩‍👩‍👧.jpg', 'invoice 👩‍👩‍👧.jpg'],
  ['👧\u202e👧.jpg', '👧👧.jpg'],
  ['\ud800half.txt', '\ufffdhalf.txt'],
])('%j is kept as %j', (told, kept) => expect(safeName(told)).toBe(kept));

test('a long name is shortened at a whole letter and keeps its extension', () => {
  expect(safeName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(196)}.pdf`);
  const letters = safeName(`${'ё'.repeat(300)}.jpeg`);
  expect(letters).toMatch(/^ё+\.jpeg$/);
  expect(Buffer.byteLength(letters)).toBeLessThanOrEqual(200);
  expect(safeName(`x.${'y'.repeat(300)}`)).toHaveLength(200);
  expect(safeName(`${'a'.repeat(300)}.${'y'.repeat(15)}`)).toBe(`${'a'.repeat(184)}.${'y'.repeat(15)}`);
  expect(safeName(`${'a'.repeat(300)}.${'y'.repeat(16)}`)).toBe('a'.repeat(200));
  expect(safeName(`${'a'.repeat(195)} ${'b'.repeat(99)}.pdf`)).toBe(`${'a'.repeat(195)}.pdf`);
  expect(safeName('a'.repeat(200))).toBe('a'.repeat(200));
  // A letter with more marks than there is room for.
  expect(safeName(`x${'\u0301'.repeat(150)}.txt`)).toBe('file.txt');
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
  expect(disposition('attachment', 'a*(b).txt')).toBe(
    `attachment; filename="a_(b).txt"; filename*=UTF-8''a%2A%28b%29.txt`,
  );
});

test('a type is what the bytes are, else what is said, unless that is untrue', () => {
  expect(labelOf('text/html', 'image/png')).toBe('image/png');
  expect(labelOf('Text/CSV; charset=utf-8', null)).toBe('text/csv');
  expect(labelOf('image/svg+xml', null)).toBe('image/svg+xml');
  expect(labelOf('text/csv ; charset=utf-8', null)).toBe('text/csv');
  for (const odd of [
    'image/pngs',
    'x-image/png',
    'application/pdfa',
    'x-application/pdf',
    'text/3d',
    `a/${'b'.repeat(98)}`,
  ])
    expect(labelOf(odd, null)).toBe(odd.startsWith('x-') ? 'application/octet-stream' : odd);
  for (const untrue of [
    'image/png',
    'application/pdf',
    'text',
    'a/b c',
    '',
    undefined,
    '1a/b',
    'a/-b',
    `a/${'b'.repeat(99)}`,
  ])
    expect(labelOf(untrue, null)).toBe('application/octet-stream');
});
