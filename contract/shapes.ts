// Small shapes that every capability's contract is made of; nothing that belongs to one capability.
import { z } from 'zod';

export const languages = ['en', 'fi', 'es', 'ru'] as const;
export const Language = z.enum(languages).meta({ id: 'Language', description: 'Language of the interface' });
export type Language = z.infer<typeof Language>;

export const id = z.uuid().meta({ description: 'Opaque identifier (UUID)' });
// Calendars and PostgreSQL cannot reckon with years like 0000, nor with the day after the last of 9999.
const isInReach = (text: string) => text >= '1900' && text < '9000';
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !Number.isNaN(Date.parse(text)), { params: { code: 'notAnInstant' }, abort: true })
  .refine(isInReach, { params: { code: 'unlikelyYear' } })
  .meta({ description: 'An instant, ISO 8601 with offset, e.g. 2026-11-24T13:30:00Z' });
export const localDate = z.iso
  .date()
  .refine(isInReach, { params: { code: 'unlikelyYear' } })
  .meta({ description: 'A calendar day, e.g. 2026-12-24' });

const zones = new Set(Intl.supportedValuesOf('timeZone').concat('UTC'));
export const zone = z
  .string()
  .max(64)
  .refine((name) => zones.has(name), { params: { code: 'unknownZone' } })
  .meta({ description: 'IANA time zone, e.g. Europe/Helsinki' });

// NUL cannot be stored by PostgreSQL, other C0 controls have no business in words people read; lone surrogates are not text.
const readable = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && text.isWellFormed();
const words = () =>
  z
    .string()
    .trim()
    .refine(readable, { params: { code: 'unreadable' } });

/** One line of words, 1 to `max` characters after trimming. */
export const line = (max: number) =>
  words()
    .refine((text) => !/[\r\n]/.test(text), { params: { code: 'oneLine' } })
    .min(1)
    .max(max);

/** Words that may span lines, 1 to `max` characters after trimming. */
export const text = (max: number) => words().min(1).max(max);

/** Like `line` and `text`, but an empty string is welcome. */
export const maybeLine = (max: number) =>
  words()
    .refine((value) => !/[\r\n]/.test(value), { params: { code: 'oneLine' } })
    .max(max);
export const maybeText = (max: number) => words().max(max);

export const PersonRef = z
  .object({
    id,
    name: z.string(),
    photo: z.string().nullable().meta({ description: 'Address of the photo, or null' }),
    active: z.boolean(),
  })
  .meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof PersonRef>;

export const TeamRef = z.object({ id, name: z.string() }).meta({ id: 'TeamRef' });
export type TeamRef = z.infer<typeof TeamRef>;

/** A page of a list; `next` is the cursor of the following page, null on the last. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

export const byId = z.object({ id });
