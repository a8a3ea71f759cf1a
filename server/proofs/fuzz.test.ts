// Wrong input of every kind to every operation, by chance: never a 5xx, always a problem with a sentence in the language asked for
// that names the field, and nothing changed. FUZZ_RUNS=2000 npm run vitest -- server/platform/fuzz.test.ts tries harder, with new chances.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems, Problem, type ProblemCode } from '../../contract/problems.ts';
import { languages, type Language } from '../../contract/shapes.ts';
import { goodCalls } from './calls.ts';
import { openCast, type Caller, type Cast, type Heard, type Someone } from './cast.ts';
import { matrix, readTable, type Row } from './matrix.ts';
import { everythingIn, stockUp, type Stock } from './states.ts';
import { thingFor, versionOf, type Operation } from './things.ts';
import { follow } from './views.ts';
import { blows, cursors, type Blow, type Schema } from './hostile.ts';
import en from '../platform/words/en.json' with { type: 'json' };
import es from '../platform/words/es.json' with { type: 'json' };
import fi from '../platform/words/fi.json' with { type: 'json' };
import ru from '../platform/words/ru.json' with { type: 'json' };

const words: Record<Language, Record<string, string>> = { en, fi, es, ru };
const runs = Number(process.env['FUZZ_RUNS'] ?? 24);
/** The same for an operation each time, another for each operation. */
const chanceOf = (name: string) =>
  process.env['FUZZ_RUNS'] ? {} : { seed: [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0 };

type Described = {
  paths: Record<
    string,
    Record<
      string,
      { parameters?: { name: string; in: string }[]; requestBody?: { content: Record<string, { schema: Schema }> } }
    >
  >;
  components: { schemas: Record<string, Schema> };
};
let cast: Cast;
let stock: Stock;
let described: Described;
let listening: Promise<string> | undefined;
beforeAll(async () => {
  cast = await openCast();
  stock = await stockUp(cast);
  described = (await cast.as('nobody', 'GET', '/api/openapi.json')).body as never;
});
afterAll(() => cast.close());

// As somebody who may do it, so that the words reach it; an ordinary member wherever a member may.
const callers: readonly Caller[] = ['member', 'provider', 'requester', 'lead', 'administrator'];
const rows = (readTable(matrix) as Row<Caller>[])
  .filter(
    ({ name, on }, index, all) =>
      on !== 'other' && all.findIndex((row) => row.name === name && row.on !== 'other') === index,
  )
  .map((row) => ({ ...row, who: callers.find((who) => row.cells[who] === 'yes') ?? 'member' }));

/** A sentence of the words as a pattern: whatever stands in its places. */
const patternOf = (sentence: string) =>
  new RegExp(
    `^${sentence
      .replaceAll(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '\u0001')
      .replaceAll(/[.*+?^$()[\]|\\]/g, String.raw`\$&`)
      .replaceAll('\u0001', '[\\s\\S]*')}$`,
  );
const patterns = new Map(
  languages.flatMap((language) =>
    Object.entries(words[language]).map(([key, sentence]) => [`${language} ${key}`, patternOf(sentence)] as const),
  ),
);
const says = (language: Language, code: string, said: string) =>
  expect(said.replace(/^[^:]{1,80}: (?=.)/, '') + said, `${language} ${code}: ${said}`).toMatch(
    new RegExp(`${patterns.get(`${language} problem.${code}`)?.source.slice(1)}`),
  );

/** Holds a refusal to its contract. */
function checkProblem(answer: Heard, language: Language) {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['content-language']).toBe(language);
  const problem = Problem.strict().parse(answer.body);
  const first = problem.type.split('#problem-')[1] as ProblemCode;
  expect(problems).toHaveProperty(problem.code);
  expect([problem.status, problems[first]]).toEqual([answer.status, answer.status]);
  says(language, first, problem.detail);
  for (const field of problem.fields ?? []) says(language, field.code, field.detail);
  const said = [problem.title, problem.detail, ...(problem.fields ?? []).map(({ detail }) => detail)].join(' ');
  expect(said).not.toMatch(/undefined|\[object|problem\.|field\.|NaN/);
  if (language !== 'en') expect(said).not.toMatch(/\b(string|array|object|tuple|record|boolean)\b/);
  return problem;
}

const ofForm: readonly string[] = [
  'required',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooBig',
  'notAChoice',
  'notAnInstant',
  'notADate',
].concat([
  'notAnEmail',
  'notAnId',
  'notANumber',
  'wrongKind',
  'unknownZone',
  'unreadable',
  'oneLine',
  'unknownCountry',
]);

async function strike(
  operation: Operation,
  who: Caller,
  on: string,
  thing: string | undefined,
  blow: Blow,
  language: Language,
) {
  const { id, route } = operation;
  const { path = {}, query = '', body: good, headers = {} } = goodCalls[id]?.({ cast, on, thing }) ?? {};
  const put = (_: string, name: string) => blow.path ?? path[name] ?? thing ?? '';
  const json = Buffer.isBuffer(good) ? {} : (good ?? {});
  const body = blow.body ? blow.body(json as Record<string, unknown>) : (good ?? (route.body ? {} : undefined));
  const versioned: Record<string, string> =
    route.ifMatch === 'required' ? { 'if-match': await versionOf(cast.db, route, thing) } : {};
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  return cast.as(who, route.method, route.path.replaceAll(/\{(\w+)\}/g, put) + (blow.query ?? query), {
    headers: { 'accept-language': language, ...versioned, ...headers, ...blow.headers },
    ...(body === undefined || route.method === 'GET' ? {} : { body: raw ? body : JSON.parse(JSON.stringify(body)) }),
  });
}

/** Each try of these takes a tenth of a second, on purpose. */
const hashes = /^(signIn|changePassword|useLink)$/;

describe.each(rows)('$name', ({ name, on, who }) => {
  it('takes whatever is sent with a sentence, and keeps what it has', async () => {
    const operation = cast.served.flat().find(({ id }) => id === name) as Operation;
    const { method, path, produces } = operation.route;
    if (produces === 'text/event-stream') return expect(method).toBe('GET');
    const said = described.paths[path]?.[method.toLowerCase()];
    const schema = said?.requestBody?.content['application/json']?.schema;
    const query = (said?.parameters ?? [])
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => parameter.name);
    const ids = [cast.id.gone, cast.id.otherMember, cast.it, cast.kitchen, stock.inside.asked, stock.person.promised];
    let thing = await thingFor(cast, stock, name, who, on);
    let before = method === 'GET' ? '' : await everythingIn(cast.db);

    const tries = fc.asyncProperty(blows(schema, query, ids), fc.constantFrom(...languages), async (blow, language) => {
      const answer = await strike(operation, who, on, thing, blow, language);
      expect(answer.status, `${blow.said}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
      if (answer.status >= 400) {
        const problem = checkProblem(answer, language);
        if (blow.field && ofForm.includes(problem.code))
          expect(problem.fields?.map((field) => field.path.split('.')[0])).toEqual([blow.field]);
        return;
      }
      if (method === 'GET') return;
      thing = await thingFor(cast, stock, name, who, on);
      if (/^(sign|end|change|use)/.test(name)) cast.cookie[who] = await cast.enter(who as Someone);
      before = await everythingIn(cast.db);
    });
    await fc.assert(tries, {
      numRuns: hashes.test(name) ? Math.ceil(runs / 4) : runs,
      ...chanceOf(name),
      includeErrorInReport: true,
      endOnFailure: true,
    });
    return expect(method === 'GET' ? '' : await everythingIn(cast.db), 'after all refusals').toBe(before);
  });
});

describe('cursors', () => {
  it('that no list has given are refused by every list', async () => {
    const operations = cast.served.flat();
    const queryOf = ({ route }: Operation) =>
      described.paths[route.path]?.[route.method.toLowerCase()]?.parameters?.map(({ name }) => name) ?? [];
    const names = operations.filter((each) => queryOf(each).includes('cursor')).map(({ id }) => id);
    // Whatever answers with a next page can be asked for it, and nothing else can.
    const answering = operations.filter(({ route }) =>
      ['items', 'next'].every((name) => Object.hasOwn(Object(Object(route.response).shape), name)),
    );
    expect(names.toSorted()).toEqual(answering.map(({ id }) => id).toSorted());
    expect(names).toContain('listRequests');
    const paged = names.map((name) => {
      const { on, who } = rows.find((row) => row.name === name) ?? { on: '', who: 'member' as const };
      return { name, on, who, route: (operations.find(({ id }) => id === name) as Operation).route };
    });
    for (const { name, on, who, route } of paged) {
      const thing = await thingFor(cast, stock, name, who, on);
      for (const cursor of cursors) {
        const answer = await cast.as(who, 'GET', `${route.path.replace('{id}', thing ?? '')}?cursor=${cursor}`, {
          headers: { 'accept-language': 'fi' },
        });
        expect([422, 200], `${name} ${Buffer.from(cursor, 'base64url').toString()}`).toContain(answer.status);
        if (answer.status !== 200)
          expect(checkProblem(answer, 'fi')).toMatchObject({ code: 'badCursor', fields: [{ path: 'cursor' }] });
      }
    }
  });

  it.each(['x', '1-', '9999999999999999999-1', '1-9999999999999999999', '-1--1', "0-0'; --", '0-0\u00e9'])(
    'of the stream that it has not given begin it anew: %j',
    async (after) => {
      const address = await (listening ??= cast.http.listen({ port: 0, host: '127.0.0.1' }));
      const stream = await follow(cast, address, 'member', after);
      await stream.heard('event: ');
      stream.close();
      expect(stream.text).toMatch(/^200\n/);
    },
  );
});

it('leaves the prototypes of this process as they were', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
