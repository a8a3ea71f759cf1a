// Tables that leave the house: CSV and XLSX. Text that people wrote stays text there: a spreadsheet must not run it.
import writeXlsx from 'write-excel-file/node';
import { Temporal } from 'temporal-polyfill';

/** A date is written as the wall clock of `zone` shows it. */
export type SheetCell = string | number | Date | null;
export type SheetRow = readonly SheetCell[];

export type Sheet = {
  name: string;
  zone: string;
  head: readonly string[];
  rows: readonly SheetRow[];
};

/**
 * Text that spreadsheets take for a formula or a command gets an apostrophe in front.
 * Source: OWASP, "CSV Injection" (=, +, -, @, tab, carriage return; the full-width forms count as well, and so does
 * what hides behind spaces or marks that cannot be seen, which some programs trim).
 */
export const inert = (text: string): string =>
  /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠|%])/u.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const wallClock = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const csvCell = (cell: SheetCell, zone: string): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return `${cell}`;
  if (cell instanceof Date)
    return wallClock(cell, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return quoted(inert(cell));
};

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. */
export const csvOf = ({ head, rows, zone }: Sheet): string =>
  `\uFEFF${[head, ...rows].map((row) => `${row.map((cell) => csvCell(cell, zone)).join(',')}\r\n`).join('')}`;

export async function xlsxOf({ name, head, rows, zone }: Sheet): Promise<Buffer> {
  const text = (value: string) => ({ type: String, value });
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell === null || cell === '') return null;
      if (typeof cell === 'number') return { type: Number, value: cell };
      if (typeof cell === 'string') return text(cell);
      const { year, month, day, hour, minute } = wallClock(cell, zone);
      return { type: Date, value: new Date(Date.UTC(year, month - 1, day, hour, minute)), format: 'yyyy-mm-dd hh:mm' };
    }),
  );
  const titles = head.map((title) => ({ ...text(title), fontWeight: 'bold' as const }));
  const columns = head.map((title, index) => ({
    width: Math.min(60, Math.max(title.length, ...rows.slice(0, 200).map((row) => widthOf(row[index] ?? null))) + 2),
  }));
  return writeXlsx([titles, ...cells], { sheet: sheetName(name), stickyRowsCount: 1, columns }).toBuffer();
}

const widthOf = (cell: SheetCell): number => (cell instanceof Date ? 16 : `${cell ?? ''}`.length);
/** At most 31 characters, without those that spreadsheets refuse in the name of a sheet. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet';

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
