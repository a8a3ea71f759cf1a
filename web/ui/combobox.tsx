// Finding a person or a team by typing: face, name, what they do. The page says where to search.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use, useDeferredValue, useRef, useState, type ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { useWords } from '../platform/words.tsx';
import { Face } from './face.tsx';
import { FormProblem } from './form-problem.ts';
import { Icon } from './icons.tsx';
import css from './combobox.module.css';
import field from './field.module.css';

export type Findable = { id: string; name: string; photo?: string | null; does?: string; kind?: 'person' | 'team' };
export type Search<T extends Findable> = (text: string, signal: AbortSignal) => Promise<readonly T[]>;

export type ComboboxProps<T extends Findable> = {
  label: ReactNode;
  description?: ReactNode;
  error?: string | null;
  /** The field's path in the contract, for errors of the surrounding form. */
  name?: string;
  placeholder?: string;
  /** Names the search in the cache: "people", "recipients". */
  of: string;
  search: Search<T>;
  value: T | null;
  onChoose: (found: T | null) => void;
  autoFocus?: boolean;
  /** What is to be known of one before choosing it. */
  note?: (found: T) => ReactNode;
};

export function Combobox<T extends Findable>(props: ComboboxProps<T>) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(props.value?.name ?? '');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['find', props.of, asked],
    queryFn: ({ signal }) => props.search(asked, signal),
    placeholderData: keepPreviousData,
  });
  const error = props.error ?? use(FormProblem)?.fields.find((one) => one.path === props.name)?.detail;
  return (
    <ComboBox
      className={field.field ?? ''}
      {...(props.name ? { 'data-field': props.name } : {})}
      items={found.data ?? []}
      inputValue={text}
      selectedKey={props.value?.id ?? null}
      isInvalid={Boolean(error)}
      allowsEmptyCollection
      menuTrigger="focus"
      autoFocus={props.autoFocus ?? false}
      defaultFilter={() => true}
      onInputChange={(next) => {
        setText(next);
        if (next === '') props.onChoose(null);
      }}
      onSelectionChange={(id) => {
        const chosen = found.data?.find((one) => one.id === id);
        if (!chosen) return;
        setText(chosen.name);
        props.onChoose(chosen);
      }}
    >
      <Label className={field.label ?? ''}>{props.label}</Label>
      {props.description && <p className={field.help}>{props.description}</p>}
      <div ref={box} className={css.box}>
        {props.value && <Face of={props.value} size="small" square={props.value.kind === 'team'} />}
        <Input className={css.input ?? ''} placeholder={props.placeholder ?? t('ui.combobox.placeholder')} />
        <Icon name="search" />
      </div>
      {error && (
        <p className={field.error}>
          <Icon name="warning" /> {error}
        </p>
      )}
      <Popover className={css.popover ?? ''} triggerRef={box}>
        <ListBox
          className={css.list ?? ''}
          renderEmptyState={() => (
            <p className={css.empty}>{found.isFetching ? t('ui.loading') : t('ui.combobox.nobody')}</p>
          )}
        >
          {(item: T) => (
            <ListBoxItem id={item.id} textValue={item.name} className={css.option ?? ''}>
              <FoundLine found={item} note={props.note?.(item)} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** One person or team in a list of finds. */
export const FoundLine = ({ found, note }: { found: Findable; note?: ReactNode }) => (
  <>
    <Face of={found} square={found.kind === 'team'} />
    <span className={css.who}>
      <span>{found.name}</span>
      {found.does && <small>{found.does}</small>}
      {note && <small>{note}</small>}
    </span>
  </>
);
