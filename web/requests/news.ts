// What others said or did while the page was open: the latest of it to be told, and how much of it is still out of sight.
import { useEffect, useState, type RefObject } from 'react';
import type { Entry } from '../../contract/requests.ts';

export type News = { latest: Entry | null; count: number; first: string | null };

/**
 * `entries` so far, `whole` once their end is read; `end` stands under the last one. What stood there at first is no news,
 * nor are one's own words. Seeing the end clears the count.
 */
export function useNews(
  entries: readonly Entry[],
  whole: boolean,
  me: string,
  end: RefObject<HTMLElement | null>,
): News {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const [unseen, setUnseen] = useState<readonly Entry[]>([]);
  const [latest, setLatest] = useState<Entry | null>(null);
  const inSight = useInSight(end);
  if (whole && known === null) setKnown(new Set(entries.map((entry) => entry.id)));
  const fresh = known ? entries.filter((entry) => !known.has(entry.id)) : [];
  if (known && fresh.length > 0) {
    const others = fresh.filter((entry) => entry.by?.id !== me);
    setKnown(new Set([...known, ...fresh.map((entry) => entry.id)]));
    if (others.length > 0) setLatest(others.findLast((entry) => entry.kind !== 'event') ?? others.at(-1) ?? null);
    if (others.length > 0 && !inSight) setUnseen([...unseen, ...others]);
  }
  if (inSight && unseen.length > 0) setUnseen([]);
  return { latest, count: unseen.length, first: unseen[0]?.id ?? null };
}

function useInSight(end: RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true));
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [end]);
  return inSight;
}
