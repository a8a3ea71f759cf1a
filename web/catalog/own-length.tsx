// A length of working time of the service's own, or that of its team.
import { useState } from 'react';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Field } from '../ui/field.tsx';
import css from './form-fields.module.css';

/** `minutes` null: as the team has it, which is `usual`. */
export function OwnLength(props: {
  label: string;
  name: string;
  description: string;
  minutes: number | null;
  usual: number;
  onChange: (minutes: number | null) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { minutes, usual, onChange } = props;
  const [unit, setUnit] = useState(minutes !== null && minutes % 60 === 0 ? 60 : 1);
  return (
    <Field label={props.label} name={props.name} description={props.description}>
      {(wiring) => (
        <span className={css.pair}>
          {minutes !== null && (
            <input
              type="number"
              inputMode="decimal"
              aria-label={t('catalog.length.amount', { field: props.label })}
              min={0}
              step={unit === 60 ? 0.5 : 5}
              value={Number.isNaN(minutes) ? '' : minutes / unit}
              onChange={(event) => onChange(Math.round(event.target.valueAsNumber * unit))}
            />
          )}
          <select
            {...wiring}
            value={minutes === null ? 'team' : String(unit)}
            onChange={(event) => {
              const next = event.target.value;
              if (next === 'team') return onChange(null);
              setUnit(Number(next));
              return onChange(minutes === null ? usual : Math.round((minutes / unit) * Number(next)));
            }}
          >
            <option value="team">{t('catalog.length.team', { length: lengthInWords(usual, words) })}</option>
            <option value="1">{t('catalog.length.minutes')}</option>
            <option value="60">{t('catalog.length.hours')}</option>
          </select>
        </span>
      )}
    </Field>
  );
}
