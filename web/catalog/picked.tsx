// Things chosen one by one: teams that may ask, services that are needed as well.
import { useState } from 'react';
import { useWords } from '../platform/words.tsx';
import { IconButton } from '../ui/button.tsx';
import { Combobox, type Findable, type Search } from '../ui/combobox.tsx';
import { Icon } from '../ui/icons.tsx';
import css from './editor.module.css';

export function Picked<T extends Findable>(props: {
  label: string;
  description?: string;
  name: string;
  of: string;
  search: Search<T>;
  picked: readonly T[];
  onChange: (picked: T[]) => void;
}) {
  const { t } = useWords();
  const [count, setCount] = useState(0);
  const { picked, onChange } = props;
  return (
    <div className={css.group}>
      <Combobox
        key={count}
        label={props.label}
        {...(props.description ? { description: props.description } : {})}
        name={props.name}
        of={props.of}
        search={props.search}
        value={null}
        autoFocus={count > 0}
        onChoose={(found) => {
          if (!found) return;
          if (!picked.some(({ id }) => id === found.id)) onChange([...picked, found]);
          setCount(count + 1);
        }}
      />
      {picked.length > 0 && (
        <ul className={css.steps}>
          {picked.map((each, index) => (
            <li key={each.id} data-field={`${props.name}.${index}`}>
              <span>
                {each.name}
                {each.does && <small>{each.does}</small>}
              </span>
              <IconButton
                label={t('catalog.takeOut', { name: each.name })}
                onClick={() => onChange(picked.filter(({ id }) => id !== each.id))}
              >
                <Icon name="cross" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
