// The window behind Ctrl K: one field that asks, finds and goes anywhere. What it offers is decided in options.ts.
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { PaletteProps } from '../platform/capability.ts';
import { useNow } from '../platform/now.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { IconButton } from '../ui/button.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Icon } from '../ui/icons.tsx';
import { isSearchable } from '../ui/match.ts';
import { optionsAtRest, optionsFor, type Option } from './options.ts';
import { OptionList } from './option-list.tsx';
import { readSearch } from '../../contract/search-text.ts';
import { openEnd } from './completion.ts';
import { useRecent } from './recent-options.ts';
import { useCompletions } from './use-completions.ts';
import { findAsTyped } from './search.ts';
import { useSettled } from '../platform/settled.ts';
import { useActing } from './acting.ts';
import css from './palette.module.css';

export default function Palette(props: PaletteProps) {
  const { t } = useWords();
  return (
    <ModalOverlay className={css.veil ?? ''} isOpen isDismissable onOpenChange={(open) => !open && props.onClose()}>
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''} aria-label={t('finding.palette')}>
          <Field {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Field({ onClose, places, onLanguage }: PaletteProps) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { id: me } = useMe();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const typed = value.trim().slice(0, 200);
  const settled = useSettled(typed);
  const read = readSearch(typed, words.language);
  const filtered = read.filters.length > 0 || Boolean(openEnd(value)?.key);
  const unfinished = read.misread.some(({ why }) => why !== 'unknownFilter');
  const asks = isSearchable(read.words) || read.filters.length > 0;
  const { data } = useQuery(findAsTyped(settled, asks && isSearchable(settled)));
  const completions = useCompletions(value);
  const { options: recent, weights } = useRecent(places, now);
  const found = asks && data ? { ...data, requests: data.requests.items.map((one) => one.request) } : null;
  const groups = typed
    ? optionsFor({ typed, filtered, unfinished, completions, places, found, weights, me, now, words })
    : optionsAtRest({ places, recent, words });
  const options = groups.flatMap((group) => group.options);
  const current = options.find((one) => one.id === chosen) ?? options[0];
  const type = (text: string) => {
    setValue(text);
    setChosen(null);
    forget();
  };
  const { act, refusal, forget } = useActing({ onClose, onLanguage, onText: (text) => type(text) });
  const domId = (option: Option) => `${id}-${option.id.replaceAll(/[^\w-]/g, '_')}`;

  const step = (by: number) => {
    const at = current ? options.indexOf(current) : -1;
    const next = options[(at + by + options.length) % options.length];
    if (!next) return;
    setChosen(next.id);
    list.current?.querySelector(`#${CSS.escape(domId(next))}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && current) act(current);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={css.field}>
        <Icon name="search" large />
        <input
          className={css.input}
          role="combobox"
          aria-label={t('finding.palette')}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={current && domId(current)}
          autoFocus
          autoComplete="off"
          enterKeyHint="go"
          placeholder={t('finding.palette.field')}
          value={value}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton label={t('ui.dialog.close')} onClick={onClose}>
          <Icon name="cross" />
        </IconButton>
      </div>
      {refusal && (
        <p className={css.refusal} role="alert">
          <Icon name="warning" /> {refusal}
        </p>
      )}
      <OptionList
        ref={list}
        id={`${id}-list`}
        label={t('finding.palette.list')}
        groups={groups}
        current={current}
        domId={domId}
        onPoint={(option) => setChosen(option.id)}
        onChoose={(option) => act(option)}
      />
      <p className={css.hint} aria-hidden="true">
        {t('finding.palette.hint')}
      </p>
      <span role="status">
        <Hidden>{typed && settled === typed && t('finding.found', { count: options.length })}</Hidden>
      </span>
    </>
  );
}
