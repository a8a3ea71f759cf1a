// A field that holds several words in order: languages, skills, further managers. Each can be taken out, and moved to the front.
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import css from './list-field.module.css';

type Listed = { key: string; name: string; lang?: string };

/** `children` is the field that adds one more. */
export function ListField(props: {
  label: ReactNode;
  name: string;
  help?: ReactNode;
  items: readonly Listed[];
  onChange: (keys: string[]) => void;
  ordered?: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const { items, onChange, ordered } = props;
  const keys = items.map(({ key }) => key);
  return (
    <div className={css.field} role="group" aria-labelledby={id} data-field={props.name}>
      <span id={id} className={css.label}>
        {props.label}
      </span>
      {props.help && <p className={css.help}>{props.help}</p>}
      {items.length > 0 && (
        <ul className={css.items}>
          {items.map(({ key, name, lang }, index) => (
            <li key={key}>
              <span lang={lang}>{name}</span>
              {ordered && index > 0 && (
                <IconButton
                  label={t('directory.list.first', { name })}
                  onClick={() => onChange([key, ...keys.filter((one) => one !== key)])}
                >
                  <Icon name="left" />
                </IconButton>
              )}
              <IconButton
                label={t('directory.list.remove', { name })}
                onClick={() => onChange(keys.filter((one) => one !== key))}
              >
                <Icon name="cross" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {props.children}
    </div>
  );
}

/** A word of one's own, with suggestions; Enter or a comma adds it. */
export function AddWord(props: { label: string; suggestions: readonly string[]; onAdd: (word: string) => void }) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const add = () => {
    const word = text.trim().slice(0, 60);
    if (word) props.onAdd(word);
    setText('');
  };
  return (
    <div className={css.add}>
      <TextField
        label={props.label}
        quietLabel
        placeholder={props.label}
        list={id}
        value={text}
        autoComplete="off"
        onChange={(event) => {
          const { value } = event.target;
          if (!value.endsWith(',')) return setText(value);
          props.onAdd(value.slice(0, -1).trim());
          return setText('');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || text.trim() === '') return;
          event.preventDefault();
          add();
        }}
      />
      <datalist id={id}>
        {props.suggestions.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      <Button onClick={add} disabled={text.trim() === ''}>
        {t('directory.list.add')}
      </Button>
    </div>
  );
}
