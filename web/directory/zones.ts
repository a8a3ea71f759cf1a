// Time zones as people look for them: by part of the world, then by city. Pure.
import { cityOf } from '../platform/time.ts';

export const areas = [
  'Africa',
  'America',
  'Antarctica',
  'Arctic',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
] as const;
export type Area = (typeof areas)[number];
export type Zones = { area: Area | null; zones: readonly { id: string; city: string }[] };

/** Groups zones by area; what belongs to none ("UTC") comes last under null. `kept` is in the list even where this browser does not know it. */
export function zonesByArea(known: readonly string[], kept: string, locale: string): Zones[] {
  const ids = [...new Set([...known, 'UTC', kept])].filter(Boolean);
  const byCity = new Intl.Collator(locale);
  const groups = Map.groupBy(ids, (id) => areas.find((area) => id.startsWith(`${area}/`)) ?? null);
  return [...areas, null].flatMap((area) => {
    const zones = (groups.get(area) ?? []).map((id) => ({ id, city: area ? cityOf(id) : id }));
    return zones.length > 0 ? [{ area, zones: zones.toSorted((a, b) => byCity.compare(a.city, b.city)) }] : [];
  });
}
