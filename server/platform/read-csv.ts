// Tables that come into the house as CSV: decoding, finding the delimiter, quotes and line breaks. No domain words.
import { CsvError, parse } from 'csv-parse/sync';
import { refused, type Outcome } from './outcome.ts';

/** `line` is where a row begins in the file; cells are trimmed, and as many as there are titles. */
export type CsvRow = { line: number; cells: string[]; tooMany: boolean };
export type Csv = { head: string[]; rows: CsvRow[] };

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads a table with a line of titles: UTF-8 with or without byte order mark; comma, semicolon or tab; quotes and line breaks
 * in fields. Refuses `notUtf8`, `emptyTable`, `tooManyRows`, `brokenTable`.
 */
export function readCsv(bytes: Buffer, most: number): Outcome<Csv> {
  const text = decoded(bytes);
  if (text === null) return refused('notUtf8');
  const records = parsed(text);
  if (!Array.isArray(records)) return records;
  const [titles, ...rest] = records;
  if (!titles || rest.length === 0) return refused('emptyTable');
  if (rest.length > most) return refused('tooManyRows', { params: { most } });
  const head = titles.record.map((title) => title.trim());
  const rows = rest
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map(({ record, info }) => ({
      line: info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0),
      cells: head.map((_, index) => (record[index] ?? '').trim()),
      tooMany: record.slice(head.length).some((cell) => cell.trim() !== ''),
    }));
  return rows.length === 0 ? refused('emptyTable') : { head, rows };
}

function decoded(bytes: Buffer): string | null {
  try {
    // A byte order mark of UTF-8 is taken away; those of UTF-16 are no UTF-8.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.replaceAll(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

type Read = { record: string[]; info: { lines: number } };

function parsed(text: string) {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
    }) as unknown as Read[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused('brokenTable', { params: { line: Number(error['lines'] ?? 0) } });
  }
}

/** The one that parts the line of titles most often, outside quotes. */
export function delimiterOf(text: string): string {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let inQuotes = false;
  for (const letter of text) {
    if (letter === '"') inQuotes = !inQuotes;
    else if (letter === '\n' && !inQuotes) break;
    else if (!inQuotes && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return delimiters.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))[0] ?? ',';
}
