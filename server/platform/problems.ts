// Turns refusals and bad input into RFC 9457 problems in the reader's language. Codes: contract/problems.ts; sentences: words/.
import type { z } from 'zod';
import { problems, type Problem, type ProblemCode } from '../../contract/problems.ts';
import { languages, type Language } from '../../contract/shapes.ts';
import type { Refused } from './outcome.ts';
import { speakersOf, type Texts } from './speech.ts';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

const words: Texts = { en, fi, es, ru };
const intls = speakersOf(words);

/** What a refusal says by itself, outside of an answer. */
export const sentenceOf = (language: Language, code: ProblemCode): string => sentence(language, code);

const sentence = (language: Language, code: ProblemCode, params: Refused['params'] = {}): string =>
  intls[language].formatMessage({ id: `problem.${code}` }, params);

/** What a field is called. */
export const nameOfField = (language: Language, path: string): string => {
  const id = `field.${path.split('.').at(-1)}`;
  return id in words[language] ? intls[language].formatMessage({ id }) : path;
};

/** The language an answer is written in: the first of ours that the caller names, else the person's own, else English. */
export function languageOf(header: string | undefined, own?: Language): Language {
  for (const part of header?.split(',') ?? []) {
    const asked = part.trim().slice(0, 2).toLowerCase();
    const known = languages.find((language) => language === asked);
    if (known) return known;
  }
  return own ?? 'en';
}

/** One problem from one or several refusals; the first decides the status. */
export function problemOf(language: Language, refusals: readonly [Refused, ...Refused[]]): Problem {
  const [first] = refusals;
  const all = refusals.flatMap((refusal) => [refusal, ...(refusal.also ?? [])]);
  const fields = all.flatMap((refusal) =>
    refusal.field === undefined
      ? []
      : [{ path: refusal.field, code: refusal.refused, detail: sentence(language, refusal.refused, refusal.params) }],
  );
  const code = fields.length > 1 ? 'invalid' : first.refused;
  const said = sentence(language, first.refused, first.params);
  return {
    type: `/api/docs#problem-${first.refused}`,
    title: sentence(
      language,
      fields.length > 0 && problems[first.refused] === 422 ? 'invalid' : first.refused,
      first.params,
    ),
    status: problems[first.refused],
    detail: first.field === undefined ? said : `${nameOfField(language, first.field)}: ${said}`,
    code,
    ...(fields.length > 0 ? { fields } : {}),
  };
}

/** What zod found, in our codes: of each field the first thing that is wrong. */
export const refusalsOf = (error: z.core.$ZodError, prefix = ''): [Refused, ...Refused[]] => {
  const found = new Map<string | undefined, Refused>();
  for (const refusal of error.issues.map((issue) => refusalOf(issue, prefix)))
    if (!found.has(refusal.field)) found.set(refusal.field, refusal);
  const [first = { refused: 'invalid' as const }, ...rest] = found.values();
  return [first, ...rest];
};

function refusalOf(issue: z.core.$ZodIssue, prefix: string): Refused {
  // Without a path it is the whole that is wrong, and no field of it.
  const field = [...(prefix ? [prefix] : []), ...issue.path.map(String)].join('.');
  const [code, params] = meaningOf(issue);
  return { refused: code, ...(field ? { field } : {}), ...(params ? { params } : {}) };
}

const formats: Record<string, ProblemCode> = {
  datetime: 'notAnInstant',
  date: 'notADate',
  email: 'notAnEmail',
  uuid: 'notAnId',
};

function meaningOf(issue: z.core.$ZodIssue): [ProblemCode, Refused['params']?] {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return ['required'];
      if (issue.expected === 'int' && Number.isFinite(issue.input)) return ['notWhole'];
      return issue.expected === 'number' || issue.expected === 'int'
        ? ['notANumber']
        : ['wrongKind', { expected: issue.expected }];
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array') return ['tooSmall', { min: Number(issue.minimum) }];
      return issue.minimum === 1 ? ['required'] : ['tooShort', { min: Number(issue.minimum) }];
    case 'too_big':
      if (issue.origin === 'array') return ['tooManyGiven', { max: Number(issue.maximum) }];
      return [issue.origin === 'string' ? 'tooLong' : 'tooBig', { max: Number(issue.maximum) }];
    case 'invalid_value':
      if (issue.input === undefined) return ['required'];
      return ['notAChoice', { choices: issue.values.map(String).join(', ') }];
    case 'invalid_format':
      // Of a field that was left empty, what it should look like is not the news.
      if (issue.input === '') return ['required'];
      return [formats[issue.format] ?? 'invalid'];
    case 'custom': {
      const named = issue.params?.['code'];
      return [typeof named === 'string' && named in problems ? (named as ProblemCode) : 'invalid'];
    }
    default:
      return ['invalid'];
  }
}
