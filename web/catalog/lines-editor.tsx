// A list of short lines that one writes one under another: Enter begins the next, an empty one goes with Backspace.
import { use, useRef, type KeyboardEvent } from 'react';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FormProblem } from '../ui/form-problem.ts';
import { Icon } from '../ui/icons.tsx';
import css from './editor.module.css';

export function LinesEditor(props: {
  label: string;
  description?: string;
  /** The path of the list in the contract; each line's is `name.0`. */
  name: string;
  /** What one more line is called on the button. */
  add: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}) {
  const { t } = useWords();
  const { lines, onChange } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const problems = use(FormProblem)?.fields ?? [];
  const errorAt = (path: string) => problems.find((one) => one.path === path)?.detail;
  const focus = (index: number) =>
    requestAnimationFrame(() => box.current?.querySelectorAll('input')[Math.max(0, index)]?.focus());
  const add = (index: number) => {
    onChange([...lines.slice(0, index), '', ...lines.slice(index)]);
    focus(index);
  };
  const remove = (index: number) => {
    onChange(lines.filter((_, at) => at !== index));
    focus(index - 1);
  };
  const type = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    if (event.nativeEvent.isComposing) return;
    const bare = event.currentTarget.value === '';
    if (event.key !== 'Enter' && !(event.key === 'Backspace' && bare)) return;
    event.preventDefault();
    if (event.key === 'Enter') add(index + 1);
    else remove(index);
  };
  const error = errorAt(props.name);
  return (
    <fieldset
      className={css.lines}
      ref={box}
      data-field={props.name}
      tabIndex={-1}
      aria-invalid={error ? true : undefined}
    >
      <legend>{props.label}</legend>
      {props.description && <p className={css.help}>{props.description}</p>}
      <ul>
        {lines.map((line, index) => (
          // What a line is, is where it stands.
          <li key={index} data-field={`${props.name}.${index}`}>
            <input
              type="text"
              aria-label={t('catalog.line', { list: props.label, number: index + 1 })}
              aria-invalid={errorAt(`${props.name}.${index}`) ? true : undefined}
              value={line}
              onChange={(event) => onChange(lines.map((each, at) => (at === index ? event.target.value : each)))}
              onKeyDown={(event) => type(event, index)}
            />
            <IconButton label={t('catalog.line.remove', { number: index + 1 })} onClick={() => remove(index)}>
              <Icon name="cross" />
            </IconButton>
            {errorAt(`${props.name}.${index}`) && <p className={css.error}>{errorAt(`${props.name}.${index}`)}</p>}
          </li>
        ))}
      </ul>
      {error && (
        <p className={css.error}>
          <Icon name="warning" /> {error}
        </p>
      )}
      <Button weight="quiet" onClick={() => add(lines.length)}>
        <Icon name="plus" /> {props.add}
      </Button>
    </fieldset>
  );
}
