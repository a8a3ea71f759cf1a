// One to five, as a group of radio buttons with a word for each step: arrows move, the word is always seen.
import { useId, useState } from 'react';
import { useWords } from '../platform/words.tsx';
import css from './rating.module.css';

export const steps = [1, 2, 3, 4, 5] as const;
export type Rated = (typeof steps)[number];

/** `<Rating label="In time?" value={n} onChange={setN} words={[five words]} />`; general words when none are given. */
export function Rating(props: {
  label: string;
  value: Rated | null;
  onChange: (value: Rated) => void;
  words?: readonly [string, string, string, string, string];
  name?: string;
  disabled?: boolean;
}) {
  const { t } = useWords();
  const [over, setOver] = useState<Rated | null>(null);
  const own = useId();
  const words = props.words ?? [
    t('ui.rating.1'),
    t('ui.rating.2'),
    t('ui.rating.3'),
    t('ui.rating.4'),
    t('ui.rating.5'),
  ];
  const shown = over ?? props.value;
  return (
    <fieldset className={css.rating} disabled={props.disabled}>
      <legend>{props.label}</legend>
      <div className={css.steps} onPointerLeave={() => setOver(null)}>
        {steps.map((step) => (
          <label
            key={step}
            className={css.step}
            data-filled={(shown !== null && step <= shown) || undefined}
            onPointerEnter={() => setOver(step)}
          >
            <input
              type="radio"
              name={props.name ?? own}
              value={step}
              checked={props.value === step}
              onChange={() => props.onChange(step)}
              aria-label={`${step}, ${words[step - 1]}`}
            />
            <span aria-hidden="true">{step}</span>
          </label>
        ))}
        <span className={css.word} aria-hidden="true">
          {shown === null ? '' : words[shown - 1]}
        </span>
      </div>
    </fieldset>
  );
}
