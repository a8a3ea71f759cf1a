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
import { problems } from '../../contract/problems.ts';
import type { Language } from '../../contract/shapes.ts';
import { claimOf, earlierAnswer, keepAnswer, type Claim, type Kept } from './answers.ts';
import { isRetryable, transact, violated, type Db } from './db.ts';
import { isRefused, refused, type Outcome, type Refused } from './outcome.ts';
import { spoken } from './placeholders.ts';
import { languageOf, problemOf, refusalsOf } from './problems.ts';
import type { Who } from './who.ts';

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

/** Registers every operation on the server. */
export function register(http: FastifyInstance, around: Surroundings, served: readonly Served[]): void {
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

async function knock(around: Surroundings, operation: Operation, request: FastifyRequest, reply: FastifyReply) {
  const now = around.clock();
  const { route } = operation;
  const writes = route.method !== 'GET';
  const found = await around.principal(around.db, request, now);
  const who = isRefused(found) ? null : found;
  const language = languageOf(request.headers['accept-language'], who?.language);
  const no = (...refusals: [Refused, ...Refused[]]) => sendProblem(reply, language, ...refusals);

  if (isRefused(found)) return no(found);
  // A browser adds no token by itself: who has it may send it from anywhere.
  if (writes && !who?.token && isForeign(request, around.origins)) return no(refused('foreignOrigin'));
  const scoped = who?.token && checkScope(route, who.token.scopes);
  if (scoped) return no(scoped);
  if (route.for !== 'anyone' && !who) return no(refused('signInNeeded'));
  if (route.for === 'administrator' && !who?.administrator) return no(refused('notAllowed'));

  const parsed = parse(route, request);
  if ('refusals' in parsed) return no(...parsed.refusals);
  const expected = versionOf(request.headers['if-match']);
  if (route.ifMatch === 'required' && expected === undefined) return no(refused('versionNeeded'));

  const cookies: string[] = [];
  const call = { ...parsed, who, now, expected, language, request, cookies };
  const key = request.headers['idempotency-key'];
  const keyed = writes && route.idempotent !== false;
  if (keyed && key !== undefined && (typeof key !== 'string' || key.length < 1 || key.length > 255))
    return no(refused('invalid', { field: 'Idempotency-Key' }));
  if (!keyed || route.streams) {
    const outcome = await operation.answer({ ...call, tx: around.db });
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return isRefused(outcome)
      ? no(outcome)
      : isRaw(outcome)
        ? outcome.raw(reply)
        : send(reply, encode(route, outcome), language);
  }

  // A photo as JSON would be four times its size.
  const sent = Buffer.isBuffer(request.body) ? request.body.toString('latin1') : JSON.stringify(request.body ?? null);
  const claim =
    typeof key === 'string' && who
      ? claimOf(who.token ? `${who.id} ${who.token.id}` : who.id, key, route.method, request.url, sent)
      : null;
  const outcome = await write(around.db, claim, now, (tx) => operation.answer({ ...call, tx }), route);
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return isRefused(outcome) ? no(outcome) : send(reply, outcome, language);
}

/** Refuses `notByToken`, `scopeMissing`. */
function checkScope(route: Route, given: readonly Scope[]): Refused | null {
  const needed = scopeOf(route);
  if (needed === 'never') return refused('notByToken');
  return given.includes(needed) ? null : refused('scopeMissing', { params: { scope: needed } });
}

/** A refusal thrown through a transaction, so that everything done before it is undone. */
class Undone extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

async function write(
  db: Db,
  claim: Claim | null,
  now: Date,
  answer: (tx: Db) => unknown,
  route: Route,
  attempt = 1,
): Promise<Kept | Refused> {
  try {
    return await transact(db, async (tx) => {
      const earlier = claim && (await earlierAnswer(tx, claim));
      if (earlier) return earlier;
      const outcome = await answer(tx);
      if (isRefused(outcome)) throw new Undone(outcome);
      const kept = encode(route, outcome);
      if (claim) await keepAnswer(tx, claim, kept, now);
      return kept;
    });
  } catch (error) {
    if (error instanceof Undone) {
      // The twin may have committed while we were deciding: then it was its effect that stood in our way.
      const earlier = claim && (await transact(db, (tx) => earlierAnswer(tx, claim)));
      return earlier && !isRefused(earlier) ? earlier : error.refusal;
    }
    // The twin committed between our look and our insert: its answer is there now.
    if (attempt < 3 && violated(error) === 'platform_answer_pkey')
      return write(db, claim, now, answer, route, attempt + 1);
    if (isRetryable(error)) return refused('unavailable');
    throw error;
  }
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

/** Puts a value into the shape of the contract; what the contract does not name does not leave. */
function encode(route: Route, value: unknown): Kept {
  if (!route.response) return { status: route.status, body: null, etag: null };
  const answer: unknown = (route.response as z.ZodType).parse(value);
  const version = typeof answer === 'object' && answer !== null && 'version' in answer ? answer.version : undefined;
  return {
    status: route.status,
    body: JSON.stringify(answer),
    etag: typeof version === 'number' ? `"${version}"` : null,
  };
}

function send(reply: FastifyReply, kept: Kept, language: Language) {
  reply.status(kept.status).header('cache-control', 'no-store');
  if (kept.etag) reply.header('etag', kept.etag);
  if (kept.body === null) return reply.send();
  return reply.type('application/json; charset=utf-8').send(spoken(kept.body, language));
}

export function sendProblem(reply: FastifyReply, language: Language, ...refusals: [Refused, ...Refused[]]) {
  const problem = problemOf(language, refusals);
  const wait = refusals[0].params?.['seconds'] ?? (refusals[0].refused === 'twinRunning' ? 1 : undefined);
  if (wait !== undefined) reply.header('retry-after', wait);
  const challenge = challengeOf(refusals[0]);
  if (challenge) reply.header('www-authenticate', challenge);
  return reply
    .status(problem.status)
    .headers({ 'cache-control': 'no-store', 'content-language': language })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** What a program must show to be let in (RFC 6750). */
function challengeOf({ refused: code, params }: Refused): string | undefined {
  if (code === 'tokenRefused') return 'Bearer realm="Goodturn", error="invalid_token"';
  if (code === 'scopeMissing')
    return `Bearer realm="Goodturn", error="insufficient_scope", scope="${params?.['scope']}"`;
  return problems[code] === 401 ? 'Bearer realm="Goodturn"' : undefined;
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

export const statusOf = (code: ProblemCode): number => problems[code];
