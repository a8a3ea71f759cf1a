// A form as one fills it in: every kind of question, shown when its condition is met, each with its help and what is wrong.
// Whoever asks keeps what was given; what of it stands is decided by checkAnswers of the contract, here and on the server.
import { useState, type ComponentType } from 'react';
import { longestAnswer } from '../../contract/form-answers.ts';
import { shownFields, type Form, type FormField, type Given } from '../../contract/forms.ts';
import { useWords } from '../platform/words.tsx';
import { Chips } from '../ui/chips.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { plainNumber } from './amounts.ts';
import { Choices } from './choices.tsx';
import { MomentField } from './moment-field.tsx';
import { MoneyField } from './money-field.tsx';
import { PersonAnswer } from './person-answer.tsx';
import css from './form-fields.module.css';

/** What a question for a file is answered with; `value` is the id of an attachment. */
export type FileFieldProps = {
  label: string;
  description?: string;
  name: string;
  optional: boolean;
  value: string | null;
  onChange: (id: string | null) => void;
};

export type FormFieldsProps = {
  form: Form;
  given: Given;
  onChange: (given: Given) => void;
  /** Fields take the refusals of the surrounding `<Form>` by `name.key`: "answers.laptopModel". */
  name?: string;
  /** How files are added; without it the place of a file is only shown. */
  File?: ComponentType<FileFieldProps>;
};

export default function FormFields({ form, given, onChange, name = 'answers', File = NoFile }: FormFieldsProps) {
  const answer = (key: string) => (value: unknown) => onChange({ ...given, [key]: value });
  return (
    <div className={css.fields}>
      {shownFields(form, given).map((field) => (
        <Question
          key={`${field.key} ${field.kind}`}
          field={field}
          name={`${name}.${field.key}`}
          value={Object.hasOwn(given, field.key) ? given[field.key] : undefined}
          onChange={answer(field.key)}
          File={File}
        />
      ))}
    </div>
  );
}

type QuestionProps = {
  field: FormField;
  name: string;
  value: unknown;
  onChange: (value: unknown) => void;
  File: ComponentType<FileFieldProps>;
};

/** Short options stand side by side; many or long ones, and those one may take back, in a list. */
const standSideBySide = ({ options, required }: FormField) =>
  required && options.length <= 6 && options.join('').length <= 120;

function Question({ field, name, value, onChange, File }: QuestionProps) {
  const frame = {
    label: field.label,
    name,
    optional: !field.required,
    ...(field.help === '' ? {} : { description: field.help }),
  };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...frame}
          limit={longestAnswer.text}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'longText':
      return (
        <TextArea
          {...frame}
          limit={longestAnswer.longText}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'number':
      return <NumberField frame={frame} value={value} onChange={onChange} />;
    case 'money':
      return <MoneyField {...frame} value={value} onChange={onChange} />;
    case 'date':
      return <TextField {...frame} type="date" value={text} onChange={(event) => onChange(event.target.value)} />;
    case 'dateTime':
      return <MomentField {...frame} value={value} onChange={onChange} />;
    case 'choice':
      return <OneOf field={field} name={name} value={text} onChange={onChange} />;
    case 'choices':
      return <Choices {...frame} options={field.options} value={value} onChange={onChange} />;
    case 'person':
      return <PersonAnswer {...frame} value={text} onChange={onChange} />;
    case 'file':
      return <File {...frame} value={text === '' ? null : text} onChange={onChange} />;
  }
}

type Frame = { label: string; name: string; optional: boolean; description?: string };

function NumberField({ frame, value, onChange }: { frame: Frame; value: unknown; onChange: (value: unknown) => void }) {
  const [typed, setTyped] = useState(() => (value === undefined || value === null ? '' : String(value)));
  return (
    <TextField
      {...frame}
      inputMode="decimal"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(plainNumber(event.target.value));
      }}
    />
  );
}

function OneOf({ field, name, value, onChange }: Omit<QuestionProps, 'File'> & { value: string }) {
  const { t } = useWords();
  const { label, help, options, required } = field;
  if (standSideBySide(field))
    return (
      <Chips
        label={label}
        {...(help ? { help } : {})}
        name={name}
        chips={options.map((option) => ({ value: option, label: option }))}
        value={value === '' ? null : value}
        onChoose={onChange}
      />
    );
  return (
    <Select
      label={label}
      name={name}
      optional={!required}
      {...(help ? { description: help } : {})}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t(required ? 'catalog.answer.choose' : 'catalog.answer.none')}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </Select>
  );
}

/** Where a file will be asked for, as the preview shows it. */
function NoFile({ label, description, optional }: FileFieldProps) {
  const { t } = useWords();
  return (
    <div className={css.noFile}>
      <p>
        <strong>{label}</strong> {optional && <span>{t('ui.field.optional')}</span>}
      </p>
      {description && <small>{description}</small>}
      <p className={css.fileHere}>{t('catalog.answer.file')}</p>
    </div>
  );
}
