// The sheet behind "?": every key that does something here and now.
import { useShortcuts, useShortcutsAwake, wakeShortcuts } from '../platform/shortcuts.ts';
import { useWords } from '../platform/words.tsx';
import { Dialog } from './dialog.tsx';
import { Switch } from './switch.tsx';
import css from './shortcuts-sheet.module.css';

/** `always`: keys that work everywhere, with modifiers, told above the registered ones. */
export default function ShortcutsSheet({
  onClose,
  always,
}: {
  onClose: () => void;
  always: readonly { keys: string; description: string }[];
}) {
  const { t } = useWords();
  const shortcuts = useShortcuts();
  const awake = useShortcutsAwake();
  const lines = [
    ...always,
    ...new Map(shortcuts.map((one) => [one.key, { keys: one.key, description: one.description }])).values(),
  ];
  return (
    <Dialog open onClose={onClose} title={t('ui.shortcuts.title')} sub={t('ui.shortcuts.sub')}>
      <dl className={css.keys}>
        {lines.map((line) => (
          <div key={line.keys}>
            <dt>
              <kbd>{keyName(line.keys)}</kbd>
            </dt>
            <dd>{line.description}</dd>
          </div>
        ))}
      </dl>
      <Switch checked={awake} onChange={wakeShortcuts} description={t('ui.shortcuts.off')}>
        {t('ui.shortcuts.on')}
      </Switch>
    </Dialog>
  );
}

const keyName = (key: string) => ({ Enter: '↵', ArrowDown: '↓', ArrowUp: '↑', ' ': '␣' })[key] ?? key;
