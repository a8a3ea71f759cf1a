// What an answer of any operation must be, whatever was sent: documented, in the shape of the document, and a refusal with a sentence
// in the language asked for. Knows nothing of what was sent.
import { problems, Problem, type ProblemCode } from '../contract/problems.ts';
import { languages, type Language } from '../contract/shapes.ts';
import type { Heard } from '../server/proofs/cast.ts';
import { faults, type Components, type Schema } from './schema.ts';
import en from '../server/platform/words/en.json' with { type: 'json' };
import es from '../server/platform/words/es.json' with { type: 'json' };
import fi from '../server/platform/words/fi.json' with { type: 'json' };
import ru from '../server/platform/words/ru.json' with { type: 'json' };

/** What can be wrong, and what it is called in the report. */
export const kinds = {
  failed: 'answers 5xx, or breaks',
  undocumented: 'status or type that the document does not name',
  shape: 'answer outside its schema',
  problem: 'refusal that is no proper problem',
  field: 'wrong field not named',
  accepted: 'input outside its schema accepted',
  changed: 'refusal that changed something',
  repeated: 'repeat by key answered otherwise',
  slow: 'no answer in two seconds',
} as const;
export type Kind = keyof typeof kinds;
export type Fault = { kind: Kind; said: string };

type Content = Record<string, { schema?: Schema }>;
export type Described = {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};

const words: Record<Language, Record<string, string>> = { en, fi, es, ru };

/** A sentence of the words as a pattern: whatever stands in its places. */
const patternOf = (sentence: string) =>
  new RegExp(
    `${sentence
      .replaceAll(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '\u0001')
      .replaceAll(/[.*+?^$()[\]|\\]/g, String.raw`\$&`)
      .replaceAll('\u0001', '[\\s\\S]*')}$`,
  );
const patterns = new Map(
  languages.flatMap((language) =>
    Object.entries(words[language]).map(([key, sentence]) => [`${language} ${key}`, patternOf(sentence)] as const),
  ),
);
/** Before the sentence may stand what the field is called. */
const says = (language: Language, code: string, said: string) =>
  patterns.get(`${language} problem.${code}`)?.test(said) === true;

/** The problem of a refusal, and what is wrong with how it is told. */
export function problemIn(answer: Heard, language: Language): { problem?: Problem; faults: Fault[] } {
  const wrong: string[] = [];
  const hold = (kept: boolean, said: string) => void (kept || wrong.push(said));
  hold(
    String(answer.headers['content-type']).startsWith('application/problem+json'),
    'is not application/problem+json',
  );
  hold(answer.headers['content-language'] === language, `is not said to be in ${language}`);
  const parsed = Problem.strict().safeParse(answer.body);
  const problem = parsed.data;
  hold(problem !== undefined, 'is not in the shape of a problem');
  if (problem) {
    const first = problem.type.split('#problem-')[1] as ProblemCode;
    const fields = problem.fields ?? [];
    hold(Object.hasOwn(problems, problem.code), `has the unknown code ${problem.code}`);
    hold(problem.status === answer.status && problems[first] === answer.status, `has another status than ${first}`);
    hold(says(language, first, problem.detail), `says "${problem.detail}" for ${first} in ${language}`);
    for (const field of fields)
      hold(says(language, field.code, field.detail), `says "${field.detail}" for ${field.code} in ${language}`);
    const said = [problem.title, problem.detail, ...fields.map(({ detail }) => detail)].join(' ');
    hold(!/undefined|\[object|problem\.|field\.|NaN/.test(said), `says "${said}"`);
    hold(language === 'en' || !/\b(string|array|object|tuple|record|boolean)\b/.test(said), `says "${said}"`);
  }
  const found = wrong.map((said): Fault => ({ kind: 'problem', said }));
  return problem ? { problem, faults: found } : { faults: found };
}

/** Holds any answer to what the document says of its operation. */
export function answerFaults(answer: Heard, said: Described, components: Components, language: Language): Fault[] {
  if (answer.status >= 500) return [{ kind: 'failed', said: `${answer.status}: ${answer.text.slice(0, 300)}` }];
  if (answer.status >= 400) return problemIn(answer, language).faults;
  const told = said.responses[answer.status];
  if (!told) return [{ kind: 'undocumented', said: `answers ${answer.status}` }];
  const type =
    String(answer.headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim() ?? '';
  const documented = Object.keys(told.content ?? {}).flatMap((each) => each.split(', '));
  if (documented.length === 0)
    return answer.text === '' ? [] : [{ kind: 'undocumented', said: 'has a body, of which nothing is said' }];
  if (!documented.includes(type) && !documented.includes('application/octet-stream'))
    return [{ kind: 'undocumented', said: `is ${type || 'of no type'}` }];
  const schema = told.content?.['application/json']?.schema;
  if (!schema || type !== 'application/json') return [];
  return faults(answer.body, schema, components, true).map((sentence) => ({ kind: 'shape', said: sentence }));
}
