// The form of a service, and the one evaluator of it that browser and server share: what is shown, and which answers stand.
// What makes a form a good one lives in form-faults.ts.
import { z } from 'zod';
import { readAnswer, type Answer, type AnswerFault } from './form-answers.ts';
import { line, maybeLine } from './shapes.ts';

export const fieldKinds = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'dateTime',
  'choice',
  'choices',
  'person',
  'file',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const fieldKey = z
  .string()
  .min(1)
  .max(40)
  .refine((key) => /^[a-z][A-Za-z0-9]*$/.test(key), { params: { code: 'notAKey' } })
  .meta({ description: 'Names the answer: a small letter, then letters and digits', example: 'laptopModel' });

export const testOperators = [
  'answered',
  'notAnswered',
  'is',
  'isNot',
  'atLeast',
  'atMost',
  'before',
  'after',
] as const;
export type TestOperator = (typeof testOperators)[number];

/** Which tests a field of each kind can be put to. With several choices, `is` means that it is among them. */
export const testsOf = {
  text: ['answered', 'notAnswered'],
  longText: ['answered', 'notAnswered'],
  number: ['answered', 'notAnswered', 'is', 'isNot', 'atLeast', 'atMost'],
  money: ['answered', 'notAnswered', 'atLeast', 'atMost'],
  date: ['answered', 'notAnswered', 'is', 'before', 'after'],
  dateTime: ['answered', 'notAnswered', 'before', 'after'],
  choice: ['is', 'isNot', 'answered', 'notAnswered'],
  choices: ['is', 'isNot', 'answered', 'notAnswered'],
  person: ['answered', 'notAnswered'],
  file: ['answered', 'notAnswered'],
} as const satisfies Record<FieldKind, readonly TestOperator[]>;

export const Test = z
  .object({
    field: fieldKey.meta({ description: 'The key of an earlier field' }),
    is: z.enum(testOperators),
    value: z
      .union([z.number(), line(200)])
      .optional()
      .meta({ description: 'An option, a number (money: the amount), a day or an instant, as the field asks for' }),
  })
  .meta({ id: 'FormTest', description: 'A field without an answer, or not shown, passes nothing but notAnswered' });
export type Test = z.infer<typeof Test>;

export const Condition = z
  .object({ need: z.enum(['all', 'any']).default('all'), tests: z.array(Test).min(1).max(8) })
  .meta({ id: 'FormCondition' });
export type Condition = z.infer<typeof Condition>;

export const FormField = z
  .object({
    key: fieldKey,
    kind: z.enum(fieldKinds),
    label: line(200).meta({ description: 'The question, in the language of the team' }),
    help: maybeLine(400).default(''),
    required: z.boolean().default(false),
    options: z.array(line(120)).max(50).default([]).meta({ description: 'Of choice and choices: what can be chosen' }),
    showIf: Condition.nullable().default(null).meta({ description: 'When it is asked; null: always' }),
  })
  .meta({ id: 'FormField' });
export type FormField = z.infer<typeof FormField>;

export const mostFields = 40;
export const Form = z.array(FormField).max(mostFields).meta({ description: 'The questions, in their order' });
export type Form = z.infer<typeof Form>;

/** What somebody has answered so far, by the key of the field; not yet checked. */
export type Given = Readonly<Record<string, unknown>>;
/** Checked answers, in one written form, by the key of the field. */
export type Answers = Record<string, Answer>;

/** The fields that are asked, given these answers: a field's condition sees the answers of shown, earlier fields alone. */
export const shownFields = (form: Form, given: Given): FormField[] => walk(form, given).shown;

/**
 * Checks what was answered. Answers of hidden fields and of unknown keys are dropped and never hinder; empty ones are left out.
 * `answers` holds them in one written form (checking it again changes nothing); else `problems` says, by key, what to mend.
 */
export function checkAnswers(
  form: Form,
  given: Given,
): { answers: Answers; problems?: never } | { answers?: never; problems: Record<string, AnswerFault> } {
  const { shown, answers, faults } = walk(form, given);
  for (const { key, required } of shown)
    if (required && !answers.has(key) && !faults.has(key)) faults.set(key, { code: 'required' });
  return faults.size > 0 ? { problems: Object.fromEntries(faults) } : { answers: Object.fromEntries(answers) };
}

function walk(form: Form, given: Given) {
  const shown: FormField[] = [];
  const fields = new Map<string, FormField>();
  const answers = new Map<string, Answer>();
  const faults = new Map<string, AnswerFault>();
  for (const field of form) {
    if (!isMet(field.showIf, fields, answers)) continue;
    shown.push(field);
    fields.set(field.key, field);
    const read = readAnswer(field, Object.hasOwn(given, field.key) ? given[field.key] : undefined);
    if (read === null) continue;
    if ('fault' in read) faults.set(field.key, read.fault);
    else answers.set(field.key, read.answer);
  }
  return { shown, answers, faults };
}

function isMet(
  condition: Condition | null,
  fields: ReadonlyMap<string, FormField>,
  answers: ReadonlyMap<string, Answer>,
): boolean {
  if (!condition) return true;
  const met = (test: Test) => {
    const answer = answers.get(test.field);
    if (answer === undefined) return test.is === 'notAnswered';
    const kind = fields.get(test.field)?.kind;
    return kind !== undefined && passes(kind, test, answer);
  };
  return condition.need === 'all' ? condition.tests.every(met) : condition.tests.some(met);
}

function passes(kind: FieldKind, { is, value }: Test, answer: Answer): boolean {
  if (is === 'answered') return true;
  if (is === 'notAnswered' || value === undefined) return false;
  if (is === 'is') return isAmong(value, answer);
  if (is === 'isNot') return !isAmong(value, answer);
  const [mine, other] = comparable(kind, answer, value);
  if (is === 'atLeast') return mine >= other;
  if (is === 'atMost') return mine <= other;
  return is === 'before' ? mine < other : mine > other;
}

const isAmong = (value: string | number, answer: Answer) =>
  Array.isArray(answer) ? answer.includes(String(value)) : answer === value;

/** Both sides as numbers, which compare with nothing (NaN) when they cannot be read. */
function comparable(kind: FieldKind, answer: Answer, value: string | number): [number, number] {
  if (kind === 'date') return [Date.parse(String(answer)), Date.parse(String(value))];
  if (typeof answer !== 'object' || Array.isArray(answer)) return [Number(answer), Number(value)];
  return 'amount' in answer
    ? [Number(answer.amount), Number(value)]
    : [Date.parse(answer.at), Date.parse(String(value))];
}
