// The present, to the minute, shared by everything on the page that tells time.
import { useSyncExternalStore } from 'react';

const minute = 60_000;
let present = new Date();
let timer: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();

function tick(): void {
  present = new Date();
  for (const watch of watchers) watch();
  clearTimeout(timer);
  timer = setTimeout(tick, minute - (present.getTime() % minute));
}

const onSight = () => document.visibilityState === 'visible' && tick();

function watchTime(watch: () => void): () => void {
  if (watchers.size === 0) {
    document.addEventListener('visibilitychange', onSight);
    timer = setTimeout(tick, minute - (Date.now() % minute));
  }
  watchers.add(watch);
  return () => {
    watchers.delete(watch);
    if (watchers.size > 0) return;
    document.removeEventListener('visibilitychange', onSight);
    clearTimeout(timer);
  };
}

function snapshot(): Date {
  // Seconds do not matter; a new object only when the minute is another.
  if (Math.floor(Date.now() / minute) !== Math.floor(present.getTime() / minute)) present = new Date();
  return present;
}

/** The present moment; the component renders again each minute. */
export const useNow = (): Date => useSyncExternalStore(watchTime, snapshot);
