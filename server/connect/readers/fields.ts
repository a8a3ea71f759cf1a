// The cells of what other systems tell: ids, words, instants. What need not be there may be wrong as well; what must be is refused with a reason.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ProblemCode } from '../../../contract/problems.ts';
import type { Around } from '../importing.model.ts';
import { tidied } from './markup.ts';

/** Reads a value in its own way; says what is wrong with it by one of our codes. */
const told = (read: (value: unknown) => string | { not: ProblemCode }) =>
  z.unknown().transform((value, context): string => {
    const found = value === undefined || value === null ? { not: 'required' as const } : read(value);
    if (typeof found === 'string') return found;
    context.addIssue({ code: 'custom', params: { code: found.not } });
    return z.NEVER;
  });
/** A number that JSON cannot tell from its neighbours is no id. */
export const ident = told((value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : { not: 'tooBig' };
  if (typeof value !== 'string') return { not: 'wrongKind' };
  const text = tidied(value);
  if (text.length > 200 || text.includes('\n')) return { not: 'tooLong' };
  return text === '' ? { not: 'required' } : text;
});
export const words = told((value) =>
  typeof value === 'string' ? tidied(value) : typeof value === 'number' ? String(value) : { not: 'wrongKind' },
);
/** Whatever is wrong with it, it is as if it were not there. */
export const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().catch(null);
/** 1, "1" and true. */
export const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .transform((value) => value === true || ['1', 'true', 'yes'].includes(String(value).toLowerCase()))
  .catch(false);

const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+(?:klo )?(\d{1,2})[.:](\d\d)(?:[.:]\d\d)?)?$/;
const two = (text: string | undefined) => (text ?? '00').padStart(2, '0');

/** "2026-03-31T09:30:00Z", "2026-03-31 09:30", "31.3.2026 9.30"; null for what is no such thing, or lies in the future or before 1980. */
export function momentOf(text: string, { zone, now }: Around): Date | null {
  const given = text.trim();
  const local = dotted.exec(given);
  const found = iso.exec(
    local ? `${local[3]}-${two(local[2])}-${two(local[1])} ${two(local[4])}:${two(local[5])}` : given,
  );
  if (!found) return null;
  const [, day = '', time = '00:00', offset] = found;
  const moment = instantOf(`${day}T${time.replace(',', '.')}`, offset, zone);
  const isInReach = moment !== null && moment.getTime() >= 315_532_800_000;
  return isInReach && moment.getTime() <= now.getTime() + 86_400_000 ? moment : null;
}

function instantOf(local: string, offset: string | undefined, zone: string): Date | null {
  try {
    const plain = Temporal.PlainDateTime.from(local);
    const where = offset === undefined ? zone : /^(?:z|utc)$/i.test(offset) ? 'UTC' : colon(offset);
    return new Date(plain.toZonedDateTime(where).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
const colon = (offset: string) => (offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`);

/** An instant that must be there. Refused as `notAnInstant`. */
export const moment = (around: Around) =>
  z.string().transform((text, context) => {
    const found = momentOf(text, around);
    if (found) return found;
    context.addIssue({ code: 'custom', params: { code: 'notAnInstant' } });
    return z.NEVER;
  });
