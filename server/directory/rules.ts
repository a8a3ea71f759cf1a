// What must hold in the directory: lines without cycles, an administrator always, calendars with hours, photos that are photos.
// Pure: facts are arguments.
import type { PhotoType } from '../../contract/directory-people.ts';
import { usualWeek, type Week } from '../../contract/working-time.ts';
import { refused, type Refused } from '../platform/outcome.ts';

/** Working minutes that a team has to greet, and that silence takes to close a delivery, unless it says otherwise. */
export const usual = { week: usualWeek, greetingMinutes: 120, closingMinutes: 3 * 8 * 60 } as const;

/**
 * Whether `manager` may stand above `person`. `above` are the ids above that manager, nearest first.
 * Refuses `managerCycle`: nobody is on their own line, not even by way of others.
 */
export const checkLine = (person: string, manager: string, above: readonly string[]): Refused | null =>
  manager === person || above.includes(person) ? refused('managerCycle', { field: 'manager' }) : null;

/** Refuses `managerCycle`: nobody is their own manager, not even a further one. */
export const checkDotted = (person: string, managers: readonly string[]): Refused | null =>
  managers.includes(person) ? refused('managerCycle', { field: 'dotted' }) : null;

/** Refuses `lastAdministrator` when the only active one (`others` counts the rest) would stop being one. */
export const checkAdministrators = (
  before: { administrator: boolean; active: boolean },
  after: { administrator: boolean; active: boolean },
  others: number,
): Refused | null => {
  const was = before.administrator && before.active;
  const stays = after.administrator && after.active;
  return was && !stays && others === 0 ? refused('lastAdministrator') : null;
};

/** A week without a single hour could promise nothing. Refuses `noWorkingTime`. */
export const checkWeek = (week: Week): Refused | null =>
  Object.values(week).some((hours) => hours.length > 0) ? null : refused('noWorkingTime', { field: 'week' });

/**
 * Where a team keeps its holidays, after a change: another country forgets the region of the one before.
 * `regions` are those of a country, null for a country whose holidays nobody knows.
 * Refuses `unknownCountry`, `unknownRegion`.
 */
export function placeOf(
  before: { country: string | null; region: string | null },
  change: { country?: string | null | undefined; region?: string | null | undefined },
  regions: (country: string) => ReadonlySet<string> | null,
): { country: string | null; region: string | null } | Refused {
  const country = change.country === undefined ? before.country : change.country;
  const kept = country === before.country ? before.region : null;
  const region = change.region === undefined ? kept : change.region;
  const known = country === null ? new Set<string>() : regions(country);
  if (!known) return refused('unknownCountry', { field: 'country' });
  if (region !== null && !known.has(region)) return refused('unknownRegion', { field: 'region' });
  return { country, region };
}

const startsWith = (bytes: Uint8Array, at: number, mark: readonly number[]) =>
  bytes.length > at + mark.length && mark.every((byte, index) => bytes[at + index] === byte);

const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/** What kind of picture the first bytes say it is; null for anything that is none of ours. */
export function pictureOf(bytes: Uint8Array): PhotoType | null {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  return startsWith(bytes, 0, riff) && startsWith(bytes, 8, webp) ? 'image/webp' : null;
}

/** Address of a photo; a new photo has a new one, so that it may be kept for ever. Null for none. */
export const photoAddress = (person: string, photoVersion: number): string | null =>
  photoVersion > 0 ? `/api/people/${person}/photo?v=${photoVersion}` : null;
