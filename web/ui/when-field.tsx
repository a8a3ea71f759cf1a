// A day and a time on the reader's clock, on pages opened now and then; the value is an instant.
import { useState } from 'react';
import { useNow } from '../platform/now.ts';
import { cityOf } from '../platform/time.ts';
import { instantAt, wallAt } from '../platform/wall-clock.ts';
import { useWords } from '../platform/words.tsx';
import { TextField } from './field.tsx';
import type later from './words/later/en.json';
import css from './when-field.module.css';

type Own = typeof later;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

type Wall = ReturnType<typeof wallAt>;

/** In as many days, at `time` on the clock of a zone. */
export const daysAhead = (now: Date, days: number, zone: string, time: `${number}:00`): string =>
  instantAt({ date: wallAt(new Date(now.getTime() + days * 86_400_000), zone).date, time }, zone)?.toISOString() ?? '';

/** `value` is an ISO instant or ''; `name` is where the contract has it. */
export function WhenField(props: { label: string; name: string; value: string; onChange: (at: string) => void }) {
  const { t, zone } = useWords();
  const now = useNow();
  // What is typed stands as it is until it is a time that the clock shows; then the value alone counts, on the clock of whatever zone the reader lives in.
  const [typed, setTyped] = useState<Wall | null>(null);
  const wall = typed ?? (props.value ? wallAt(new Date(props.value), zone) : { date: '', time: '' });
  const change = (part: Partial<Wall>) => {
    const next = { ...wall, ...part };
    const at = instantAt(next, zone);
    setTyped(at && wallAt(at, zone).time === next.time ? null : next);
    props.onChange(at?.toISOString() ?? '');
  };
  const meant = typed && instantAt(typed, zone);
  return (
    <fieldset className={css.when}>
      <legend>{props.label}</legend>
      <div className={css.both}>
        <TextField
          label={t('ui.when.day')}
          type="date"
          name={props.name}
          min={wallAt(now, zone).date}
          max="9999-12-31"
          value={wall.date}
          onChange={(event) => change({ date: event.target.value })}
        />
        <TextField
          label={t('ui.when.time', { city: cityOf(zone) })}
          type="time"
          value={wall.time}
          onChange={(event) => change({ time: event.target.value })}
        />
      </div>
      <p role="status" className={css.skipped}>
        {meant && t('ui.when.skipped', { typed: typed.time, taken: wallAt(meant, zone).time })}
      </p>
    </fieldset>
  );
}
