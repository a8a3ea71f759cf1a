// Personal tokens: what a program shows instead of a password, with a name, an end and as few rights as it needs.
import { z } from 'zod';
import { route, scopes } from './route.ts';
import { byId, id, instant, line, localDate } from './shapes.ts';

export const TokenScope = z.enum(scopes).meta({
  id: 'TokenScope',
  description:
    'read: see what I see · write: ask, promise, answer · admin: administer · mail: hand in what came by mail, and nothing else',
});

export const Token = z
  .object({
    id,
    name: z.string(),
    owner: z.object({ id, name: z.string() }),
    mine: z.boolean(),
    ending: z.string().meta({ description: 'Its last four signs' }),
    scopes: z.array(TokenScope),
    created: instant,
    expires: instant,
    expired: z.boolean(),
    used: localDate.nullable().meta({ description: 'The day of its last use, where you are; null before the first' }),
  })
  .meta({ id: 'Token', description: 'A personal token, without its secret' });
export type Token = z.infer<typeof Token>;

export const NewToken = z.object({
  name: line(80).meta({ description: 'What it is for', example: 'Nightly report' }),
  scopes: z.array(TokenScope).min(1).max(scopes.length).default(['read']),
  days: z.number().int().min(1).max(365).default(90).meta({ description: 'How long it lives' }),
});
export type NewToken = z.infer<typeof NewToken>;

export const MadeToken = Token.extend({
  token: z.string().meta({ description: 'The secret, told this once: gt_, 43 random signs, 6 of a checksum' }),
}).meta({ id: 'MadeToken' });
export type MadeToken = z.infer<typeof MadeToken>;

export const tokensApi = {
  listTokens: route({
    method: 'GET',
    path: '/api/tokens',
    summary: 'My tokens; those of everybody as an administrator',
    query: z.object({ everybody: z.enum(['true', 'false']).default('false') }),
    status: 200,
    response: z.object({ items: z.array(Token) }),
    scope: 'never',
  }),
  createToken: route({
    method: 'POST',
    path: '/api/tokens',
    summary: 'Make a token for a program; needs a sign-in of the last 24 hours',
    body: NewToken,
    status: 201,
    response: MadeToken,
    scope: 'never',
    // Kept nowhere, so a repeat could not be answered again: it makes another token.
    idempotent: false,
  }),
  revokeToken: route({
    method: 'DELETE',
    path: '/api/tokens/{id}',
    summary: 'End a token at once: mine, or anybody’s as an administrator',
    params: byId,
    status: 204,
    scope: 'never',
  }),
};
