// Labelled inputs: what it is, how to fill it, what is wrong. Errors of a refused write find their field by its name.
import {
  use,
  useCallback,
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { useWords } from '../platform/words.tsx';
import { FormProblem } from './form-problem.ts';
import { Icon } from './icons.tsx';
import { useGrowing } from './growing.ts';
import css from './field.module.css';

type Frame = {
  label: ReactNode;
  /** Help under the label. */
  description?: ReactNode;
  /** What is wrong; without it, the problem of the surrounding `<Form>` for this `name` is shown. */
  error?: string | null;
  /** Told in words beside the label; most fields are required, so it is the optional ones that are marked. */
  optional?: boolean;
  /** The label is read out but not seen, where the place says enough. */
  quietLabel?: boolean;
};

/** What `Field` hands to the control inside. */
export type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** Label, help and error around any control: `<Field label="…">{(wiring) => <input {...wiring} />}</Field>`. */
export function Field(props: Frame & { name?: string; after?: ReactNode; children: (wiring: Wiring) => ReactNode }) {
  const { t } = useWords();
  const id = useId();
  const fromForm = use(FormProblem)?.fields.find((field) => field.path === props.name)?.detail;
  const error = props.error ?? fromForm;
  const described = [props.description && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={css.field} data-field={props.name}>
      <label htmlFor={id} className={props.quietLabel ? css.hidden : css.label}>
        {props.label}
        {props.optional && <span className={css.optional}> {t('ui.field.optional')}</span>}
      </label>
      {props.description && (
        <p className={css.help} id={`${id}-help`}>
          {props.description}
        </p>
      )}
      {props.children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      <div className={css.under}>
        {error && (
          <p className={css.error} id={`${id}-error`}>
            <Icon name="warning" /> {error}
          </p>
        )}
        {props.after}
      </div>
    </div>
  );
}

/** Appears near the limit: "12 characters left", then "3 too many". Nothing is ever cut off. */
function Count({ length, limit }: { length: number; limit: number | undefined }) {
  const { t } = useWords();
  if (limit === undefined || length < limit * 0.8) return null;
  const left = limit - length;
  return (
    <p className={left < 0 ? css.over : css.count} role="status">
      {left < 0 ? t('ui.field.over', { count: -left }) : t('ui.field.left', { count: left })}
    </p>
  );
}

type Own<T> = Omit<T, 'className' | 'id' | 'aria-describedby' | 'aria-invalid' | 'maxLength'>;

export type TextFieldProps = Frame &
  Own<InputHTMLAttributes<HTMLInputElement>> & {
    /** The most characters the server takes; counted when near, never enforced by cutting. */
    limit?: number;
    ref?: Ref<HTMLInputElement>;
  };

/** One line. `<TextField label name value onChange limit />` and all of `<input>`. */
export function TextField({
  label,
  description,
  error,
  optional,
  quietLabel,
  limit,
  onChange,
  ...rest
}: TextFieldProps) {
  const [length, setLength] = useState(String(rest.value ?? rest.defaultValue ?? '').length);
  const frame = {
    label,
    description,
    ...(error === undefined ? {} : { error }),
    ...(optional ? { optional } : {}),
    ...(quietLabel ? { quietLabel } : {}),
  };
  return (
    <Field
      {...frame}
      {...(rest.name ? { name: rest.name } : {})}
      after={<Count length={rest.value === undefined ? length : String(rest.value).length} limit={limit} />}
    >
      {(wiring) => (
        <input
          type="text"
          {...rest}
          {...wiring}
          className={css.input}
          onChange={(event) => {
            setLength(event.target.value.length);
            onChange?.(event);
          }}
        />
      )}
    </Field>
  );
}

export type TextAreaProps = Frame &
  Own<TextareaHTMLAttributes<HTMLTextAreaElement>> & {
    limit?: number;
    /** Hears of the element, to bring the reader there. */
    onField?: (field: HTMLTextAreaElement | null) => void;
  };

/** Several lines; grows with its words. `<TextArea label name value onChange limit rows />` */
export function TextArea({
  label,
  description,
  error,
  optional,
  quietLabel,
  limit,
  onChange,
  rows = 3,
  onField,
  ...rest
}: TextAreaProps) {
  const [length, setLength] = useState(String(rest.value ?? rest.defaultValue ?? '').length);
  const grow = useGrowing(rest.value);
  const placed = useCallback(
    (field: HTMLTextAreaElement | null) => {
      onField?.(field);
      return grow(field);
    },
    [onField, grow],
  );
  const frame = {
    label,
    description,
    ...(error === undefined ? {} : { error }),
    ...(optional ? { optional } : {}),
    ...(quietLabel ? { quietLabel } : {}),
  };
  return (
    <Field
      {...frame}
      {...(rest.name ? { name: rest.name } : {})}
      after={<Count length={rest.value === undefined ? length : String(rest.value).length} limit={limit} />}
    >
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          ref={placed}
          rows={rows}
          style={{ minBlockSize: `calc(${rows}lh + 1rem + 2px)` }}
          className={css.input}
          onChange={(event) => {
            setLength(event.target.value.length);
            onChange?.(event);
          }}
        />
      )}
    </Field>
  );
}

export type SelectProps = Frame & Own<SelectHTMLAttributes<HTMLSelectElement>> & { ref?: Ref<HTMLSelectElement> };

/** The system's own list of choices; give it `<option>` children. */
export function Select({ label, description, error, optional, quietLabel, children, ...rest }: SelectProps) {
  const frame = {
    label,
    description,
    ...(error === undefined ? {} : { error }),
    ...(optional ? { optional } : {}),
    ...(quietLabel ? { quietLabel } : {}),
  };
  return (
    <Field {...frame} {...(rest.name ? { name: rest.name } : {})}>
      {(wiring) => (
        <span className={css.select}>
          <select {...rest} {...wiring} className={css.input}>
            {children}
          </select>
          <Icon name="down" />
        </span>
      )}
    </Field>
  );
}
