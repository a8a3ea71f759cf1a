// Short news of what just happened, at the edge of the page, read out politely; it goes by itself, but not while it is looked at.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icons.tsx';
import css from './toast.module.css';

export type ToastKind = 'good' | 'bad' | 'plain';
type Shown = { id: number; words: string; kind: ToastKind; act?: { label: string; onAct: () => void } };

let toasts: readonly Shown[] = [];
let count = 0;
const watchers = new Set<() => void>();

function change(next: readonly Shown[]): void {
  toasts = next;
  for (const watch of watchers) watch();
}

/** `toast(t('requests.sent'))`, `toast(words, { kind: 'bad' })`, `toast(words, { act: { label, onAct } })`. Never the only place of important news. */
export function toast(
  words: string,
  options: { kind?: ToastKind; act?: { label: string; onAct: () => void } } = {},
): void {
  change([
    ...toasts.slice(-2),
    { id: ++count, words, kind: options.kind ?? 'good', ...(options.act ? { act: options.act } : {}) },
  ]);
}

const forget = (id: number) => change(toasts.filter((one) => one.id !== id));
const subscribe = (watch: () => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

/** Stands once, in the shell. */
export function ToastRegion() {
  const { t } = useWords();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section
      className={css.region}
      aria-label={t('ui.toast.region')}
      aria-live="polite"
      data-react-aria-top-layer="true"
    >
      {shown.map((one) => (
        <Toast key={one.id} shown={one} />
      ))}
    </section>
  );
}

function Toast({ shown }: { shown: Shown }) {
  const { t } = useWords();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => forget(shown.id), shown.act ? 12_000 : 7_000);
    return () => clearTimeout(timer);
  }, [held, shown]);
  return (
    <div
      className={`${css.toast} ${css[shown.kind]}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={shown.kind === 'bad' ? 'warning' : 'check'} />
      <p>{shown.words}</p>
      {shown.act && (
        <Button
          weight="quiet"
          onClick={() => {
            forget(shown.id);
            shown.act?.onAct();
          }}
        >
          {shown.act.label}
        </Button>
      )}
      <IconButton label={t('ui.dialog.close')} onClick={() => forget(shown.id)}>
        <Icon name="cross" />
      </IconButton>
    </div>
  );
}
