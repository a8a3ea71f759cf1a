// Serves contracts over HTTP: parse at the door, one transaction per write, answers encoded through the contract. No domain words.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  scopeOf,
  type Answer,
  type Api,
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type Route,
  type Scope,
} from '../../contract/route.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import type { Language } from '../../contract/shapes.ts';
import { claimOf } from './repeats.ts';
import { createGuesses, isSame, type Guesses } from './guesses.ts';
import type { Db } from './db.ts';
import { isRefused, refused, type Outcome, type Refused } from './outcome.ts';
import { languageOf, refusalsOf } from './problems.ts';
import { encode, send, sendProblem } from './sending.ts';
import type { Who } from './who.ts';
import { mistaken, write, type Confirm } from './writing.ts';

/** An answer that writes to the reply itself: a photo, a page, a stream. */
export type Raw = { raw: (reply: FastifyReply) => unknown };

export type Call<R extends Route> = {
  /** The transaction of a write; a plain connection for reads and for routes with `idempotent: false` or `streams`. */
  tx: Db;
  who: R['for'] extends 'anyone' ? Who | null : Who;
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  now: Date;
  /** The version named by If-Match. */
  expected: number | undefined;
  language: Language;
  request: FastifyRequest;
  /** Set-Cookie lines to send with the answer. */
  cookies: string[];
};

export type Implementation<A extends Api> = {
  [Id in keyof A]: (call: Call<A[Id]>) => Promise<Outcome<Answer<A[Id]>> | Raw> | Outcome<Answer<A[Id]>> | Raw;
};

type AnyCall = Omit<Call<Route>, 'who'> & { who: Who | null };
type Operation = { id: string; route: Route; answer: (call: AnyCall) => unknown };
export type Served = readonly Operation[];

/** Binds a contract to its implementation; a missing operation or a wrong answer does not compile. */
export const serve = <A extends Api>(api: A, implementation: Implementation<A>): Served =>
  Object.entries(api).map(([id, route]) => ({
    id,
    route,
    answer: implementation[id as keyof A] as unknown as Operation['answer'],
  }));

export type Surroundings = {
  db: Db;
  clock: () => Date;
  /** Who asks; null for nobody, a refusal for a token that is none. */
  principal: (db: Db, request: FastifyRequest, now: Date) => Promise<Outcome<Who | null>>;
  /** Hosts, beside the one asked, whose pages may write. */
  origins: readonly string[];
};

type Known = Surroundings & { guesses: Guesses };

/** Registers every operation on the server. */
export function register(http: FastifyInstance, surroundings: Surroundings, served: readonly Served[]): void {
  const around = { ...surroundings, guesses: createGuesses() };
  const add = (scope: FastifyInstance, operation: Operation) =>
    scope.route({
      method: operation.route.method,
      url: operation.route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { operation: operation.id, streams: operation.route.streams === true },
      handler: (request, reply) => knock(around, operation, request, reply),
    });
  for (const operation of served.flat().filter(({ route }) => !route.streams)) add(http, operation);
  // Whatever the type says it is, it is handed on as it comes.
  http.register((scope, _settings, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, then) => then(null, body));
    for (const operation of served.flat().filter(({ route }) => route.streams)) add(scope, operation);
    done();
  });
}

type Asked = { around: Known; operation: Operation; request: FastifyRequest; reply: FastifyReply; now: Date };

/** Lets in, answers. Work begins as whom the cookie led to the last time; nothing of it stands unless the database says the same now. */
async function knock(around: Known, operation: Operation, request: FastifyRequest, reply: FastifyReply) {
  const asked = { around, operation, request, reply, now: around.clock() };
  const { cookie, authorization } = request.headers;
  const guess = authorization === undefined && mayBegin(operation.route) ? around.guesses.of(cookie) : undefined;
  const find = async (db: Db) => {
    const found = await around.principal(db, request, asked.now);
    if (!isRefused(found) && authorization === undefined) around.guesses.keep(cookie, found);
    return found;
  };
  if (guess) {
    const sure: Confirm = async (db) => {
      const found = await find(db);
      return !isRefused(found) && found !== null && isSame(found, guess);
    };
    const done = await answerAs(asked, guess, sure);
    if (done !== mistaken) return done;
  }
  return answerAs(asked, await find(around.db));
}

/** Only what leaves no trace before it is confirmed: reading, and writing in one transaction. */
const mayBegin = (route: Route): boolean => !route.streams && (route.method === 'GET' || route.idempotent !== false);

/** With `sure`, `found` is a guess: nothing is refused or sent in its name before it was confirmed. */
async function answerAs(
  { around, operation, request, reply, now }: Asked,
  found: Outcome<Who | null>,
  sure?: Confirm,
): Promise<unknown> {
  const { route } = operation;
  const writes = route.method !== 'GET';
  const who = isRefused(found) ? null : found;
  const language = languageOf(request.headers['accept-language'], who?.language);
  const no = (...refusals: [Refused, ...Refused[]]) => sendProblem(reply, language, ...refusals);

  const entered = enter(around, route, request, found);
  if ('refusals' in entered) return sure ? mistaken : no(...entered.refusals);
  const cookies: string[] = [];
  const call = { ...entered, who, now, language, request, cookies };
  if (!writes || route.idempotent === false || route.streams) {
    const [right, outcome] = await Promise.all([
      sure?.(around.db) ?? true,
      operation.answer({ ...call, tx: around.db }),
    ]);
    if (!right) return mistaken;
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return isRefused(outcome)
      ? no(outcome)
      : isRaw(outcome)
        ? outcome.raw(reply)
        : send(reply, encode(route, outcome), language);
  }

  const key = request.headers['idempotency-key'];
  // A photo as JSON would be four times its size.
  const sent = Buffer.isBuffer(request.body) ? request.body.toString('latin1') : JSON.stringify(request.body ?? null);
  const claim =
    typeof key === 'string' && who
      ? claimOf(who.token ? `${who.id} ${who.token.id}` : who.id, key, route.method, request.url, sent)
      : null;
  const outcome = await write(around.db, { claim, now, route, sure }, (tx) => operation.answer({ ...call, tx }));
  if (outcome === mistaken) return mistaken;
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return isRefused(outcome) ? no(outcome) : send(reply, outcome, language);
}

type Entered = Parsed & { expected: number | undefined };

/** Whether this person may ask this at all, and in words that we understand. */
function enter(
  around: Surroundings,
  route: Route,
  request: FastifyRequest,
  found: Outcome<Who | null>,
): Entered | { refusals: [Refused, ...Refused[]] } {
  const no = (refusal: Refused): { refusals: [Refused] } => ({ refusals: [refusal] });
  if (isRefused(found)) return no(found);
  const writes = route.method !== 'GET';
  // A browser adds no token by itself: who has it may send it from anywhere.
  if (writes && !found?.token && isForeign(request, around.origins)) return no(refused('foreignOrigin'));
  const scoped = found?.token && checkScope(route, found.token.scopes);
  if (scoped) return no(scoped);
  if (route.for !== 'anyone' && !found) return no(refused('signInNeeded'));
  // A token for just this has it from an administrator, and is none for anything else.
  const sent = found?.token !== undefined && scopeOf(route) === 'mail';
  if (route.for === 'administrator' && !found?.administrator && !sent) return no(refused('notAllowed'));

  const parsed = parse(route, request);
  if ('refusals' in parsed) return parsed;
  const expected = versionOf(request.headers['if-match']);
  if (route.ifMatch === 'required' && expected === undefined) return no(refused('versionNeeded'));
  const key = request.headers['idempotency-key'];
  if (
    writes &&
    route.idempotent !== false &&
    key !== undefined &&
    (typeof key !== 'string' || key.length < 1 || key.length > 255)
  )
    return no(refused('invalid', { field: 'Idempotency-Key' }));
  return { ...parsed, expected };
}

/** Refuses `notByToken`, `scopeMissing`. */
function checkScope(route: Route, given: readonly Scope[]): Refused | null {
  const needed = scopeOf(route);
  if (needed === 'never') return refused('notByToken');
  return given.includes(needed) ? null : refused('scopeMissing', { params: { scope: needed } });
}

type Parsed = { params: never; query: never; body: never };

function parse(route: Route, request: FastifyRequest): Parsed | { refusals: [Refused, ...Refused[]] } {
  const params = attempt(route.params, request.params);
  // An address with an impossible id names nothing: the same answer as for an unknown one.
  if ('error' in params) return { refusals: [refused('notFound')] };
  const query = attempt(route.query, request.query);
  if ('error' in query) return { refusals: refusalsOf(query.error) };
  if (route.streams) return { params: params.value as never, query: query.value as never, body: undefined as never };
  if (isTooDeep(request.body)) return { refusals: [refused('malformed')] };
  const body = attempt(route.body, request.body ?? {});
  if ('error' in body) return { refusals: refusalsOf(body.error) };
  return { params: params.value as never, query: query.value as never, body: body.value as never };
}

// Nothing that we take is nearly as deep; what walks through a value by recursion would run out of stack in a deeper one.
const deepest = 64;
const isTooDeep = (value: unknown, left = deepest): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Buffer.isBuffer(value) &&
  (left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1)));

function attempt(schema: Route['body'], value: unknown): { value: unknown } | { error: z.core.$ZodError } {
  if (!schema) return { value: undefined };
  const result = (schema as z.ZodType).safeParse(value, { reportInput: true });
  return result.success ? { value: result.data } : { error: result.error };
}

/** Refuses what a framework error means; a bug stays a 500 without details. */
export const codeOfHttp = (status: number | undefined): ProblemCode => {
  const known: Record<number, ProblemCode> = {
    400: 'malformed',
    404: 'notFound',
    413: 'tooLarge',
    415: 'unsupportedType',
    503: 'unavailable',
  };
  const code = known[status ?? 500];
  if (code) return code;
  return status !== undefined && status < 500 ? 'malformed' : 'failed';
};

/** What is no version of ours matches none. */
const versionOf = (header: string | undefined): number | undefined => {
  if (header === undefined || header.trim() === '*') return undefined;
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  return found ? Number(found[1]) : -1;
};

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && 'raw' in value;

/** A page of another site may not write in a person's name, whatever cookies the browser adds. */
function isForeign(request: FastifyRequest, origins: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== host && !origins.includes(origin);
}
