// Answers on their way out: in the shape of the contract, or as a problem in the reader's language.
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { problems } from '../../contract/problems.ts';
import type { Route } from '../../contract/route.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Kept } from './repeats.ts';
import type { Refused } from './outcome.ts';
import { spoken } from './placeholders.ts';
import { problemOf } from './problems.ts';

/** Puts a value into the shape of the contract; what the contract does not name does not leave. */
export function encode(route: Route, value: unknown): Kept {
  if (!route.response) return { status: route.status, body: null, etag: null };
  const answer: unknown = (route.response as z.ZodType).parse(value);
  const version = typeof answer === 'object' && answer !== null && 'version' in answer ? answer.version : undefined;
  return {
    status: route.status,
    body: JSON.stringify(answer),
    etag: typeof version === 'number' ? `"${version}"` : null,
  };
}

export function send(reply: FastifyReply, kept: Kept, language: Language) {
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
