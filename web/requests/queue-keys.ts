// The keys of the queue: moving, selecting, acting. What they do to the selection is decided in queue-selection.ts.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { RequestRow } from '../../contract/requests.ts';
import { useShortcut } from '../platform/shortcuts.ts';
import { useWords } from '../platform/words.tsx';
import { toast } from '../ui/toast.tsx';
import { useActs } from './acts.tsx';
import type { Act } from './offers.ts';
import { manyActs, type ManyAct } from './queue-many.ts';
import { extend, keepPlace, nothingSelected, reach, step, toggle, type Selection } from './queue-selection.ts';

export type QueueKeys = {
  selection: Selection;
  selectable: boolean;
  /** Where the rows are. */
  list: RefObject<HTMLDivElement | null>;
  /** Selects a row or lets it go; with `far`, everything from the row last touched. */
  pick: (id: string, far: boolean) => void;
  clear: () => void;
  /** The act on all selected that a key asked for, counted so that the same key can ask again. */
  many: { act: ManyAct; count: number } | null;
};

const isManyAct = (act: Act): act is ManyAct => manyActs.some((one) => one === act);

/** `rows` as they are shown, from top to bottom; the same array while nothing changed. `selectable`: whether many can be chosen. */
export function useQueueKeys(rows: readonly RequestRow[], selectable: boolean): QueueKeys {
  const { t } = useWords();
  const { start } = useActs();
  const list = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useKept(rows);
  const [many, setMany] = useState<QueueKeys['many']>(null);
  const ids = rows.map((row) => row.id);

  const go = (next: Selection) => {
    setSelection(next);
    if (next.at) linkOf(list.current, next.at)?.focus();
  };
  const act = (wanted: Act) => {
    if (selection.picked.size > 1 && isManyAct(wanted))
      return setMany((old) => ({ act: wanted, count: (old?.count ?? 0) + 1 }));
    const row = rows.find((one) => one.id === selection.at);
    if (!row) return;
    if (row.can.some((move) => move === wanted)) start(row, wanted);
    else toast(t('requests.queue.cannot'), { kind: 'plain' });
  };
  const pick = (id: string, far: boolean) => setSelection((old) => (far ? reach(old, ids, id) : toggle(old, id)));

  useShortcut('j', t('requests.queue.key.next'), () => go(step(selection, ids, 1)));
  useShortcut('k', t('requests.queue.key.back'), () => go(step(selection, ids, -1)));
  useShortcut('x', selectable ? t('requests.queue.key.pick') : null, () => selection.at && pick(selection.at, false));
  useShortcut('g', t('requests.queue.key.greet'), () => act('greet'));
  useShortcut('p', t('requests.queue.key.promise'), () => act('promise'));
  useShortcut('h', t('requests.queue.key.handOver'), () => act('handOver'));
  useShortcut('n', t('requests.queue.key.newTime'), () => act('renegotiate'));

  const clear = useCallback(() => setSelection((old) => ({ ...old, from: null, picked: new Set() })), [setSelection]);
  useHeard(list, {
    keydown: (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape' && selection.picked.size > 0) return clear();
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      go(event.shiftKey && selectable ? extend(selection, ids, by) : step(selection, ids, by));
    },
    focusin: ({ target }) => {
      // A pressed finger or mouse must find the row where it was: only the keyboard's focus moves the place, and the page with it.
      const id = target instanceof Element && target.matches(':focus-visible') ? idOf(target) : null;
      if (id) setSelection((old) => (old.at === id ? old : { ...old, at: id }));
    },
  });
  return { selection, selectable, list, pick, clear, many };
}

type Heard = { keydown: (event: KeyboardEvent) => void; focusin: (event: FocusEvent) => void };

/** Hears what happens inside the list, after menus and fields had their say; so it listens at the document. */
function useHeard(list: RefObject<HTMLElement | null>, heard: Heard): void {
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => {
    const inside = (event: Event) => event.target instanceof Node && list.current?.contains(event.target);
    const onKey = (event: KeyboardEvent) => inside(event) && latest.current.keydown(event);
    const onFocus = (event: FocusEvent) => inside(event) && latest.current.focusin(event);
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
    };
  }, [list]);
}

/** The selection, which follows the rows when they change. */
function useKept(rows: readonly RequestRow[]) {
  const [selection, setSelection] = useState(nothingSelected);
  const [seen, setSeen] = useState(rows);
  if (seen !== rows) {
    setSeen(rows);
    const idsOf = (all: readonly RequestRow[]) => all.map((row) => row.id);
    setSelection(keepPlace(selection, idsOf(seen), idsOf(rows)));
  }
  return [selection, setSelection] as const;
}

const linkOf = (list: HTMLElement | null, id: string) =>
  list?.querySelector<HTMLElement>(`li:not([inert]) a[href="/requests/${CSS.escape(id)}"]`);

/** The request of the row that an element stands in. */
function idOf(element: Element): string | null {
  const link = element.closest('li')?.querySelector('a[href^="/requests/"]');
  return link?.getAttribute('href')?.split('/').at(-1) ?? null;
}
