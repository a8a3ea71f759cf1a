// Several of several: ticks under one question.
import { use, useId } from 'react';
import { FormProblem } from '../ui/form-problem.ts';
import { Icon } from '../ui/icons.tsx';
import { Check } from '../ui/switch.tsx';
import { useWords } from '../platform/words.tsx';
import css from './form-fields.module.css';

export function Choices(props: {
  label: string;
  name: string;
  optional: boolean;
  description?: string;
  options: readonly string[];
  value: unknown;
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const chosen = Array.isArray(props.value) ? props.value.map(String) : [];
  const error = use(FormProblem)?.fields.find(({ path }) => path === props.name)?.detail;
  const described = [props.description && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const choose = (option: string, on: boolean) =>
    props.onChange(props.options.filter((each) => (each === option ? on : chosen.includes(each))));
  return (
    <fieldset className={css.choices} data-field={props.name} aria-describedby={described}>
      <legend>
        {props.label} {props.optional && <span>{t('ui.field.optional')}</span>}
      </legend>
      {props.description && <small id={`${id}-help`}>{props.description}</small>}
      {props.options.map((option) => (
        <Check
          key={option}
          checked={chosen.includes(option)}
          aria-invalid={error ? true : undefined}
          onChange={(on) => choose(option, on)}
        >
          {option}
        </Check>
      ))}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          <Icon name="warning" /> {error}
        </p>
      )}
    </fieldset>
  );
}
