// Single keys that act on the page: registered by whatever is shown, asleep while somebody types or a window is open.
import { useEffect, useRef, useSyncExternalStore } from 'react';

export type Shortcut = { key: string; description: string; act: () => void };

let shortcuts: readonly Shortcut[] = [];
const watchers = new Set<() => void>();
const shelf = 'goodturn.shortcuts';
let awake = read() !== 'off';

function read(): string | null {
  try {
    return localStorage.getItem(shelf);
  } catch {
    return null;
  }
}

function change(next: readonly Shortcut[]): void {
  shortcuts = next;
  for (const watch of watchers) watch();
}

const subscribe = (watch: () => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

/** Registers a key while the component is shown: `useShortcut('j', t('requests.next'), next)`. A later one for the same key wins. Null description: switched off. */
export function useShortcut(key: string, description: string | null, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (description === null) return;
    const own: Shortcut = { key, description, act: () => latest.current() };
    change([...shortcuts, own]);
    return () => change(shortcuts.filter((one) => one !== own));
  }, [key, description]);
}

/** What is registered now, for the sheet. */
export const useShortcuts = () => useSyncExternalStore(subscribe, () => shortcuts);
/** Whether single keys act at all; speech input users may want them off (WCAG 2.1.4). */
export const useShortcutsAwake = () => useSyncExternalStore(subscribe, () => awake);

export function wakeShortcuts(on: boolean): void {
  awake = on;
  try {
    localStorage.setItem(shelf, on ? 'on' : 'off');
  } catch {
    // Lasts until the tab closes.
  }
  change(shortcuts);
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName)) &&
  !/^(?:checkbox|radio|button|submit)$/.test((target as HTMLInputElement).type);
const windowOpen = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null;

/** Begins to hear keys; answers with how to stop. */
export function hearKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (!awake || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (typing(event.target) || windowOpen()) return;
    const found = shortcuts.findLast((one) => one.key === event.key);
    if (!found) return;
    event.preventDefault();
    found.act();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}
