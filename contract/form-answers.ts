// One answer of a form: what may be given for each kind of field, and the one way in which it is written down.
import { z } from 'zod';
import type { ProblemCode } from './problems.ts';
import { id, instant, localDate, zone } from './shapes.ts';

export const Money = z
  .object({
    amount: z.string().meta({ description: 'A decimal number', example: '12.50' }),
    currency: z.string().meta({ description: 'ISO 4217', example: 'EUR' }),
  })
  .meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;

export const Moment = z
  .object({ at: z.string().meta({ description: 'An instant, in UTC' }), zone: z.string() })
  .meta({ id: 'Moment', description: 'An instant, and the time zone in which it was meant' });
export type Moment = z.infer<typeof Moment>;

export const Answer = z.union([z.string(), z.number(), z.array(z.string()), Money, Moment]).meta({
  id: 'FormAnswer',
  description:
    'By the kind of field: text, longText, choice: words · number: a number · money: Money · date: a day · dateTime: Moment · ' +
    'choices: the chosen options · person: their id · file: the id of an attachment',
});
export type Answer = z.infer<typeof Answer>;

/** What is wrong with an answer, with the facts for its sentence. */
export type AnswerFault = { code: ProblemCode; params?: Record<string, string | number> };
export type Read = { answer: Answer } | { fault: AnswerFault } | null;

type Asked = { kind: keyof typeof readers; options: readonly string[] };

export const longestAnswer = { text: 400, longText: 10_000 } as const;
/** Currencies that are known, by their ISO 4217 codes. */
export const currencies: readonly string[] = Intl.supportedValuesOf('currency');
const known = new Set(currencies);

const fault = (code: ProblemCode, params?: AnswerFault['params']): Read => ({
  fault: params ? { code, params } : { code },
});
const answer = (value: Answer): Read => ({ answer: value });

/** Reads what was given for a field: the answer as it is written down, what is wrong with it, or null when there is none. */
export function readAnswer(field: Asked, given: unknown): Read {
  if (given === undefined || given === null || (typeof given === 'string' && given.trim() === '')) return null;
  return readers[field.kind](given, field);
}

const readable = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && text.isWellFormed();

function readWords(given: unknown, longest: number, lines: boolean): Read {
  if (typeof given !== 'string') return fault('wrongKind', { expected: 'string' });
  const words = given.trim().replaceAll(/\r\n?/g, '\n');
  if (!readable(words)) return fault('unreadable');
  if (!lines && words.includes('\n')) return fault('oneLine');
  return words.length > longest ? fault('tooLong', { max: longest }) : answer(words);
}

function readNumber(given: unknown): Read {
  const written = typeof given === 'string' ? given.trim() : given;
  const number = typeof written === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(written) ? Number(written) : written;
  if (typeof number !== 'number' || !Number.isFinite(number)) return fault('notANumber');
  if (Math.abs(number) > 1e15) return fault(number > 0 ? 'tooBig' : 'tooSmall', { max: 1e15, min: -1e15 });
  return answer(number === 0 ? 0 : number);
}

/** How many decimals amounts of this currency are written with. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

function readMoney(given: unknown): Read {
  const said = Money.safeParse(given).data;
  if (!said) return isNothing(given, 'amount') ? null : fault('notAnAmount');
  if (said.amount.trim() === '') return null;
  const [, whole = '', part = ''] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(said.amount.trim()) ?? [];
  if (whole === '') return fault('notAnAmount');
  if (!known.has(said.currency)) return fault('unknownCurrency');
  const decimals = decimalsOf(said.currency);
  const cents = part.replace(/0{1,6}$/, '');
  if (cents.length > decimals) return fault('notAnAmount');
  const amount = String(BigInt(whole)) + (decimals > 0 ? `.${cents.padEnd(decimals, '0')}` : '');
  return answer({ amount, currency: said.currency });
}

/** An object whose main part was left empty is no answer rather than a wrong one. */
const isNothing = (given: unknown, part: string): boolean => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const value = Object.hasOwn(given, part) ? (given as Record<string, unknown>)[part] : undefined;
  return value === undefined || value === null || value === '';
};

function readMoment(given: unknown): Read {
  if (isNothing(given, 'at')) return null;
  const said = Moment.safeParse(given).data;
  if (!said || !instant.safeParse(said.at).success) return fault('notAnInstant');
  if (!zone.safeParse(said.zone).success) return fault('unknownZone');
  return answer({ at: new Date(said.at).toISOString(), zone: said.zone });
}

function readChoices(given: unknown, { options }: Asked): Read {
  const said = z.array(z.string()).max(200).safeParse(given).data;
  if (!said) return fault('wrongKind', { expected: 'array' });
  const chosen = new Set(said.map((each) => each.trim()));
  if (chosen.size === 0) return null;
  const ordered = options.filter((option) => chosen.has(option));
  return ordered.length === chosen.size ? answer(ordered) : fault('notAChoice', { choices: options.join(', ') });
}

const readers = {
  text: (given: unknown): Read => readWords(given, longestAnswer.text, false),
  longText: (given: unknown): Read => readWords(given, longestAnswer.longText, true),
  number: readNumber,
  money: readMoney,
  date: (given: unknown): Read => {
    const day = typeof given === 'string' ? given.trim() : given;
    return localDate.safeParse(day).success ? answer(String(day)) : fault('notADate');
  },
  dateTime: readMoment,
  choice: (given: unknown, { options }: Asked): Read => {
    const chosen = typeof given === 'string' ? given.trim() : given;
    return typeof chosen === 'string' && options.includes(chosen)
      ? answer(chosen)
      : fault('notAChoice', { choices: options.join(', ') });
  },
  choices: readChoices,
  person: (given: unknown): Read => readId(given),
  file: (given: unknown): Read => readId(given),
};

function readId(given: unknown): Read {
  const said = typeof given === 'string' ? given.trim().toLowerCase() : given;
  return id.safeParse(said).success ? answer(String(said)) : fault('notAnId');
}
