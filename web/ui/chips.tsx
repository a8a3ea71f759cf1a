// One of a few, as short words side by side: radio buttons that look like what they mean.
import { use, useId, type ReactNode } from 'react';
import { FormProblem } from './form-problem.ts';
import { Icon } from './icons.tsx';
import css from './chips.module.css';

export type Chip<T extends string> = { value: T; label: ReactNode };

/** `name` is the field's path in the contract: the refusal of the surrounding form for it stands under the chips. */
export function Chips<T extends string>(props: {
  label: ReactNode;
  help?: ReactNode;
  name: string;
  error?: string | null;
  chips: readonly Chip<T>[];
  value: T | null;
  onChoose: (value: T) => void;
  children?: ReactNode;
}) {
  const id = useId();
  const fromForm = use(FormProblem)?.fields.find((field) => field.path === props.name)?.detail;
  const error = props.error ?? fromForm;
  return (
    <fieldset
      className={css.chips}
      role="radiogroup"
      data-field={props.name}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
      tabIndex={-1}
    >
      <legend>{props.label}</legend>
      {props.help && <p className={css.help}>{props.help}</p>}
      <div className={css.row}>
        {props.chips.map((chip) => (
          <label key={chip.value} className={css.chip}>
            <input
              type="radio"
              name={id}
              value={chip.value}
              checked={props.value === chip.value}
              onChange={() => props.onChoose(chip.value)}
            />
            <span>{chip.label}</span>
          </label>
        ))}
      </div>
      {props.children}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          <Icon name="warning" /> {error}
        </p>
      )}
    </fieldset>
  );
}
