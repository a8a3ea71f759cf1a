// Where a person was lately, on this device: addresses only, never words. What they lead to is asked anew, and may be gone.
const shelf = (person: string) => `goodturn.recent.${person}`;
const longest = 6;
const worth = /^\/(requests|people|teams)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export type Visited = { path: string; kind: 'requests' | 'people' | 'teams'; id: string };

/** A page of one request, person or team; null for all other addresses. */
export function visited(path: string): Visited | null {
  const found = worth.exec(path);
  return found?.[2] ? { path, kind: found[1] as Visited['kind'], id: found[2] } : null;
}

/** The last six, the newest first. */
export function recent(person: string): Visited[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(shelf(person)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((path) => (typeof path === 'string' ? (visited(path) ?? []) : []));
  } catch {
    return [];
  }
}

/** Puts an address first, if it is one worth coming back to. Without storage nothing is remembered. */
export function remember(person: string, path: string): void {
  if (!visited(path)) return;
  try {
    const paths = [path, ...recent(person).map((one) => one.path)];
    localStorage.setItem(shelf(person), JSON.stringify([...new Set(paths)].slice(0, longest)));
  } catch {
    // A full or forbidden storage only costs the list.
  }
}
