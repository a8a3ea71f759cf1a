// The field of the search page: type, and be offered what could come next. The list takes nothing unless one goes into it.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useMoves } from '../platform/moves.ts';
import { useShortcut } from '../platform/shortcuts.ts';
import { useWords } from '../platform/words.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Icon } from '../ui/icons.tsx';
import { OptionList } from './option-list.tsx';
import type { Option } from './options.ts';
import { useCompletions } from './use-completions.ts';
import css from './search.module.css';

type Props = { value: string; onChange: (value: string) => void };

export function SearchField({ value, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const moves = useMoves();
  const arrivedEmpty = useRef(value === '');
  // After the heading took the focus: whoever comes without words came to type some.
  useEffect(() => {
    if (arrivedEmpty.current) field.current?.focus();
  }, [moves]);
  useShortcut('/', t('finding.shortcut'), () => field.current?.select());
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const offered = useCompletions(value);
  const shown = open && offered.length > 0;
  const current = shown ? offered.find((one) => one.id === chosen) : undefined;
  const domId = (option: Option) => `${id}-${option.id}`;

  const type = (text: string) => {
    onChange(text);
    setChosen(null);
    setOpen(true);
  };
  const choose = (option: Option) => 'text' in option.act && type(option.act.text);
  const step = (by: number) => {
    const at = current ? offered.indexOf(current) : by > 0 ? -1 : 0;
    const next = offered[(at + by + offered.length) % offered.length];
    if (!next) return;
    setChosen(next.id);
    list.current?.querySelector(`#${CSS.escape(domId(next))}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !shown) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && current) choose(current);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <search className={css.field}>
      <Icon name="search" large />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('finding.title')}
        aria-expanded={shown}
        aria-autocomplete="list"
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={current && domId(current)}
        placeholder={t('finding.field')}
        value={value}
        maxLength={400}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => type(event.target.value)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {shown && (
        <div className={css.offered}>
          <OptionList
            ref={list}
            id={`${id}-list`}
            label={t('finding.group.filters')}
            groups={[{ id: 'filters', options: offered }]}
            current={current}
            domId={domId}
            onPoint={(option) => setChosen(option.id)}
            onChoose={choose}
          />
        </div>
      )}
      <span role="status">
        <Hidden>{shown && t('finding.found', { count: offered.length })}</Hidden>
      </span>
    </search>
  );
}
