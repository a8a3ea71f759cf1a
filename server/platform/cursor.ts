// Cursors of lists: the sort key of the last row, made opaque. What a key consists of is each list's affair.
import type { z } from 'zod';
import { refused, type Outcome } from './outcome.ts';

/** The cursor that continues after the row with this sort key. */
export const cursorOf = (...key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, null for the first page. Refuses `badCursor` for what no such list has given. */
export function keyIn<T>(cursor: string | undefined, shape: z.ZodType<T>): Outcome<T | null> {
  if (cursor === undefined) return null;
  const key = json(cursor);
  const found = shape.safeParse(key);
  return found.success && !hasYearZero(key) ? found.data : refused('badCursor', { field: 'cursor' });
}

/** An instant in good form, of which PostgreSQL knows nothing. */
const hasYearZero = (key: unknown) => Array.isArray(key) && key.some((part) => /^0000-\d\d-\d\dT/.test(String(part)));

function json(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Cuts a page out of `limit + 1` rows: the rows, and the cursor of the next page, null on the last. */
export function paged<T>(rows: readonly T[], limit: number, key: (row: T) => readonly (string | number)[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(...key(last)) : null };
}
