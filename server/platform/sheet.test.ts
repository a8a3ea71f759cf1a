// Tables that leave the house are read by programs that believe what they read.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesInZip } from '../proofs/zip.ts';
import { csvOf, inert, xlsxOf, type Sheet } from './sheet.ts';

const sheet = (rows: Sheet['rows']): Sheet => ({
  name: 'A/B: [c]',
  zone: 'Europe/Helsinki',
  head: ['one', 'two'],
  rows,
});
const read = (csv: string): string[][] => parse(csv, { bom: true });

describe('CSV', () => {
  test('comes back as it went in, whatever is in a cell', () => {
    const plain = fc.string({ unit: 'grapheme' }).map((text) => `x${text.replaceAll('\uFEFF', '')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, plain), { minLength: 1 }), (rows) => {
        expect(read(csvOf(sheet(rows))).slice(1)).toEqual(rows);
      }),
    );
  });

  test('holds nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        const cell = read(csvOf(sheet([[sign + rest, 'y']])))[1]?.[0] ?? '';
        expect(cell.startsWith("'")).toBe(true);
      }),
    );
    expect(inert('=cmd|calc')).toBe("'=cmd|calc");
    expect(inert('a=b')).toBe('a=b');
  });

  test('keeps numbers numbers and shows instants on the wall clock of the zone', () => {
    expect(csvOf(sheet([[-3, new Date('2026-11-24T08:05:00Z')]]))).toBe('\uFEFFone,two\r\n-3,2026-11-24 10:05\r\n');
  });
});

const signs = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  '|',
  '%',
  ' =',
  '\u00A0=',
  '\u200B=',
  '\uFEFF@',
];
const formulas = signs.flatMap((sign) => [`${sign}HYPERLINK("https://x.example","x")`, `${sign}cmd|' /C calc'!A0`]);

test.each(formulas)('%j is text in CSV and in XLSX', async (words) => {
  const one = sheet([[words, 7]]);
  expect(read(csvOf(one))[1]).toEqual([`'${words}`, '7']);
  const made = await xlsxOf(one);
  const files = filesInZip(made);
  const cells = files.get('xl/worksheets/sheet1.xml');
  // Each cell says what it is: a string of the table of strings, or a number. A formula would be an element of its own.
  expect(cells).toContain('<c r="A2" t="s">');
  expect(cells).toContain('<c r="B2"><v>7</v>');
  expect(cells).not.toContain('<f');
  expect(files.get('xl/sharedStrings.xml')).toContain(words.trim().slice(1, 5));
});

test('XLSX is a zip whose sheet holds text as text', async () => {
  const made = await xlsxOf(
    sheet([
      ['=1+1', new Date('2026-11-24T08:05:00Z')],
      [null, 5],
    ]),
  );
  expect(made.subarray(0, 2).toString('latin1')).toBe('PK');
  const again = await xlsxOf(sheet([]));
  expect(again.length).toBeGreaterThan(500);
});
