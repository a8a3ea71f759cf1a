// Rows that went away stay a moment to fold, and hand the focus on; so a list never jumps under the person's hands.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

type Identified = { id: string };
export type Shown<T> = { row: T; gone: boolean };

const quick = 150;
const calmOf = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The rows of now, with those that just went still in their places. Pure. */
export function withGone<T extends Identified>(before: readonly Shown<T>[], now: readonly T[]): Shown<T>[] {
  const here = new Set(now.map((row) => row.id));
  const merged: Shown<T>[] = now.map((row) => ({ row, gone: false }));
  before.forEach(({ row }, index) => {
    if (here.has(row.id)) return;
    const follower = before.slice(index + 1).find((one) => here.has(one.row.id));
    const place = follower ? merged.findIndex((one) => one.row.id === follower.row.id) : merged.length;
    merged.splice(place, 0, { row, gone: true });
  });
  return merged;
}

/** Gives `rows` back with those that went away marked for 150 ms. `rows` must be the same array while nothing changed. */
export function useLeaving<T extends Identified>(rows: readonly T[]): readonly Shown<T>[] {
  const [seen, setSeen] = useState(rows);
  const [shown, setShown] = useState(() => withGone<T>([], rows));
  if (seen !== rows) {
    setSeen(rows);
    setShown(withGone(shown, rows));
  }
  useEffect(() => {
    if (!shown.some((one) => one.gone)) return;
    const timer = setTimeout(() => setShown((all) => all.filter((one) => !one.gone)), calmOf() ? 0 : quick);
    return () => clearTimeout(timer);
  }, [shown]);
  return shown;
}

/** Folds the row's element when it has gone, and hands the focus on if it was there. */
export function useFold(gone: boolean): RefObject<HTMLLIElement | null> {
  const own = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const row = own.current;
    if (!gone || !row) return;
    if (row.contains(document.activeElement)) focusNear(row);
    row.inert = true;
    row.style.overflow = 'clip';
    const from = { height: `${row.offsetHeight}px`, opacity: 1 };
    const fold = row.animate?.([from, { height: '0px', opacity: 0 }], {
      duration: calmOf() ? 0 : quick,
      easing: 'cubic-bezier(0.2, 0, 0, 1)',
      fill: 'forwards',
    });
    return () => {
      fold?.cancel();
      row.inert = false;
      row.style.overflow = '';
    };
  }, [gone]);
  return own;
}

const rowLinks = 'li:not([inert]) a[href^="/requests/"]';

/** Focuses the row after this one, or the one before it, or the page's heading. */
function focusNear(row: HTMLElement): void {
  const page = row.closest('main') ?? document.body;
  const links = [...page.querySelectorAll<HTMLElement>(rowLinks)].filter((link) => !row.contains(link));
  const after = links.find((link) => row.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
  (after ?? links.at(-1) ?? page.querySelector<HTMLElement>('h1'))?.focus();
}

/** After an act whose button has gone with it: the row's own link, else the first row, else the heading. */
function focusRowAgain(id: string): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (!lost) return;
  const link = document.querySelector<HTMLElement>(`main li:not([inert]) a[href="/requests/${CSS.escape(id)}"]`);
  const near =
    link ?? document.querySelector<HTMLElement>(`main ${rowLinks}`) ?? document.querySelector<HTMLElement>('main h1');
  near?.focus({ preventScroll: true });
}

/** For `<ActsHost onDone>`: keeps the focus in the list after an act, once `shown` is what it has led to. */
export function useFocusAfterActs(shown: unknown): (request: { id: string }) => void {
  const about = useRef<string | null>(null);
  useEffect(() => {
    if (about.current) focusRowAgain(about.current);
    about.current = null;
  }, [shown]);
  return useCallback((request) => {
    about.current = request.id;
  }, []);
}
