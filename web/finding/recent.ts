// What a person uses, on this device: addresses and names of commands only, never words. What they lead to is asked anew, and may be gone.
import { byWeight, used, type Use } from './use.ts';

const shelf = (person: string) => `goodturn.recent.${person}`;
const uuid = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const worth = new RegExp(`^/(requests|promises|people|teams)/${uuid}$`);
const asked = new RegExp(`^/ask\\?service=${uuid}$`);

export type Visited = { path: string; kind: 'requests' | 'promises' | 'people' | 'teams' | 'services'; id: string };

/** A page of one request, promise, person or team, or the ask for a service; null for all else. */
export function visited(path: string): Visited | null {
  const found = worth.exec(path);
  if (found?.[2]) return { path, kind: found[1] as Visited['kind'], id: found[2] };
  const service = asked.exec(path)?.[1];
  return service ? { path, kind: 'services', id: service } : null;
}

const isUse = (one: unknown): one is [string, number, number] =>
  Array.isArray(one) && typeof one[0] === 'string' && Number.isFinite(one[1]) && Number.isFinite(one[2]);

/** What is used often and lately, the most first. */
export function recent(person: string, now: number): Use[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(shelf(person)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    // Formerly only addresses were kept, the newest first.
    const uses = kept.flatMap((one, index): Use[] => {
      if (typeof one === 'string') return [{ key: one, weight: 1 / (index + 1), at: 0 }];
      return isUse(one) ? [{ key: one[0], weight: one[1], at: one[2] }] : [];
    });
    return byWeight(uses, now);
  } catch {
    return [];
  }
}

/** Takes note that a page was opened, if it is one worth coming back to. */
export function remember(person: string, path: string, now: number): void {
  if (visited(path)) noteUse(person, path, now);
}

/** Takes note that something was used. Without storage nothing is remembered. */
export function noteUse(person: string, key: string, now: number): void {
  try {
    const kept = used(recent(person, now), key, now).map(({ key: one, weight, at }) => [one, weight, at]);
    localStorage.setItem(shelf(person), JSON.stringify(kept));
  } catch {
    // A full or forbidden storage only costs the list.
  }
}
