// A length of working time: a number, and whether it counts minutes or hours.
import { useState } from 'react';
import { useWords } from '../platform/words.tsx';
import { Field } from '../ui/field.tsx';
import css from './hours.module.css';

type Unit = 'minutes' | 'hours';
const size: Record<Unit, number> = { minutes: 1, hours: 60 };

/** `minutes` is what is sent; NaN while the field is empty, which the server refuses by name. */
export function LengthField(props: {
  label: string;
  name: string;
  description: string;
  minutes: number;
  onChange: (minutes: number) => void;
}) {
  const { t } = useWords();
  const [unit, setUnit] = useState<Unit>(props.minutes % 60 === 0 ? 'hours' : 'minutes');
  const amount = props.minutes / size[unit];
  return (
    <Field label={props.label} name={props.name} description={props.description}>
      {(wiring) => (
        <span className={css.length}>
          <input
            {...wiring}
            type="number"
            inputMode="decimal"
            min={0}
            step={unit === 'hours' ? 0.5 : 5}
            value={Number.isNaN(amount) ? '' : amount}
            onChange={(event) => props.onChange(Math.round(event.target.valueAsNumber * size[unit]))}
          />
          <select
            aria-label={t('directory.unit', { field: props.label })}
            value={unit}
            onChange={(event) => {
              const next = event.target.value as Unit;
              setUnit(next);
              props.onChange(Math.round(amount * size[next]));
            }}
          >
            <option value="minutes">{t('directory.unit.minutes')}</option>
            <option value="hours">{t('directory.unit.hours')}</option>
          </select>
        </span>
      )}
    </Field>
  );
}
