// Tables as people save them: encodings, delimiters, quotes, line breaks.
import { describe, expect, test } from 'vitest';
import { delimiterOf, readCsv } from './read-csv.ts';

const read = (text: string | Buffer, most = 100) => readCsv(Buffer.from(text as string), most);
const cells = (text: string | Buffer) => {
  const found = read(text);
  return 'refused' in found ? found : found.rows.map((row) => row.cells);
};

describe('a table', () => {
  test.each([
    ['commas', 'name,place\nAino,"Turku, Finland"'],
    ['semicolons', 'name;place\nAino;Turku, Finland'],
    ['tabs', 'name\tplace\nAino\tTurku, Finland'],
    ['line ends of Windows', 'name,place\r\nAino,"Turku, Finland"\r\n'],
    ['a byte order mark', '\uFEFFname,place\nAino,"Turku, Finland"'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({ head: ['name', 'place'] });
    expect(cells(text)).toEqual([['Aino', 'Turku, Finland']]);
  });
  test('keeps quotes and line breaks within a cell, and knows the line where each row begins', () => {
    const found = read('name,does\n"Aino ""A"" V","Hotel\ndesk"\n\nOleg,Rooms\n');
    expect(found).toMatchObject({
      rows: [
        { line: 2, cells: ['Aino "A" V', 'Hotel\ndesk'] },
        { line: 5, cells: ['Oleg', 'Rooms'] },
      ],
    });
  });
  test('has empty cells where a row is short, and says so where it is long', () => {
    expect(read('a,b\n1\n1,2,3')).toMatchObject({
      rows: [
        { cells: ['1', ''], tooMany: false },
        { cells: ['1', '2'], tooMany: true },
      ],
    });
  });
  test('takes a quote in the middle of a word for what it is', () => {
    expect(cells('name,place\nKati "Kata" V,Turku')).toEqual([['Kati "Kata" V', 'Turku']]);
  });
  test('a delimiter within quotes does not count', () => {
    expect(delimiterOf('"a,b,c,d";e\n')).toBe(';');
  });
});

describe('a file is refused', () => {
  test.each([
    ['notUtf8', Buffer.from('name,place\nP\xe4ivi,Turku', 'latin1')],
    ['notUtf8', Buffer.from('\uFEFFname,place\nAino,Turku', 'utf16le')],
    ['notUtf8', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
    ['emptyTable', 'name,place\n'],
    ['emptyTable', ''],
    ['emptyTable', 'name,place\n,\n , \n'],
    ['brokenTable', 'name,place\n"Aino,Turku\nOleg,Oulu\n'],
  ])('as %s', (code, file) => {
    expect(read(file)).toMatchObject({ refused: code });
  });
  test('when it has more rows than may be', () => {
    expect(read('name\na\nb\nc', 2)).toMatchObject({ refused: 'tooManyRows', params: { most: 2 } });
  });
});
