// A day and a time of day, on the reader's clock.
import { useState } from 'react';
import { instantAt, wallAt } from '../platform/wall-clock.ts';
import { cityOf } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Field } from '../ui/field.tsx';
import css from './form-fields.module.css';

type Moment = { at: string; zone: string };
const isMoment = (value: unknown): value is Moment =>
  typeof value === 'object' && value !== null && 'at' in value && 'zone' in value && value.at !== '';

export function MomentField(props: {
  label: string;
  name: string;
  optional: boolean;
  description?: string;
  value: unknown;
  onChange: (moment: Moment) => void;
}) {
  const { t, zone: own } = useWords();
  const { value, onChange, ...frame } = props;
  const zone = isMoment(value) ? value.zone : own;
  const [wall, setWall] = useState(() =>
    isMoment(value) ? wallAt(new Date(value.at), value.zone) : { date: '', time: '' },
  );
  const change = (part: Partial<typeof wall>) => {
    const next = { ...wall, ...part };
    setWall(next);
    onChange({ at: instantAt(next, zone)?.toISOString() ?? '', zone });
  };
  return (
    <Field {...frame}>
      {(wiring) => (
        <span className={css.pair}>
          <input {...wiring} type="date" value={wall.date} onChange={(event) => change({ date: event.target.value })} />
          <input
            type="time"
            aria-label={t('catalog.answer.time', { field: props.label, city: cityOf(zone) })}
            value={wall.time}
            onChange={(event) => change({ time: event.target.value })}
          />
        </span>
      )}
    </Field>
  );
}
