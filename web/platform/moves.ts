// Going from page to page: after a move the new page's h1 takes the focus, so that screen readers and keyboards start there.
import { useSyncExternalStore } from 'react';

let moves = 0;
let waiting = false;
let leftFrom: Element | null = null;
const watchers = new Set<() => void>();

/** Told by the router before it goes anywhere: what has the focus then is no place to stay at. */
export function leaving(): void {
  leftFrom = document.activeElement;
}

/** Told by the router when the path has changed; the page that comes may have taken the focus already. */
export function moved(): void {
  moves++;
  waiting = true;
  for (const watch of watchers) watch();
}

/** Counts the moves; a page that stays mounted between two addresses notices by it. */
export const useMoves = () =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => moves,
  );

/** Focuses the heading of the page just arrived at, unless the person has already begun something else there. */
export function takeFocusAfterMove(heading: HTMLElement): void {
  if (!waiting) return;
  waiting = false;
  const now = document.activeElement;
  if (now && now !== document.body && now !== leftFrom) return;
  heading.focus({ preventScroll: true });
}
