// Implements contract/auth.ts. What better-auth answers is put into our own shapes and refusals here.
import { getAuthenticatorName } from '@better-auth/passkey';
import { verifyPassword } from 'better-auth/crypto';
import type { FastifyRequest } from 'fastify';
import { authApi, type Passkey, type SignedIn } from '../../contract/auth.ts';
import { transact, type Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { acceptLink, placeOf, readLink, setPassword, type Auth } from './auth.ts';
import type { EngineAnswer } from './engine.ts';
import * as queries from './queries.ts';
import { deviceOf, sessionLife } from './rules.ts';
import { createToken, listTokens, revokeToken } from './tokens.ts';

type Caller = { tx: Db; request: FastifyRequest; now: Date; cookies: string[] };

export const authRoutes = (auth: Auth): Served =>
  serve(authApi, {
    signIn: async (call) => {
      const { tx, body, request, now } = call;
      const place = placeOf(request.ip);
      const pair = `${place} ${body.email}`;
      const tooMany =
        (await auth.tried(tx, 'signIn', pair, now)) ?? (await auth.tried(tx, 'signInFromAddress', place, now));
      if (tooMany) return tooMany;
      const answer = await auth.ask('/sign-in/email', request.headers, body);
      if (answer.status !== 200) return refusalOf(answer, 'signInFailed');
      await auth.forgive(tx, 'signIn', pair);
      return welcome(auth, call, answer);
    },

    signOut: async ({ tx, request, cookies }) => {
      const token = auth.tokenOf(request.headers.cookie);
      if (token) await queries.deleteSessionByToken(tx, token);
      cookies.push(auth.farewell());
    },

    listSessions: async ({ tx, who, now }) => {
      const rows = await queries.sessionsOf(tx, who.id, now);
      const items = rows.map((row) => ({
        id: row.id,
        ...deviceOf(row.user_agent),
        created: row.created_at.toISOString(),
        seen: row.updated_at.toISOString(),
        current: row.id === who.session,
      }));
      return { items };
    },

    endSession: async ({ tx, who, params, cookies }) => {
      if ((await queries.deleteSessions(tx, who.id, { only: params.id })) === 0) return refused('notFound');
      if (params.id === who.session) cookies.push(auth.farewell());
    },

    endOtherSessions: async ({ tx, who }) => {
      await queries.deleteSessions(tx, who.id, { except: who.session });
    },

    changePassword: async ({ tx, who, body, request, now, cookies }) => {
      const tooMany = await auth.tried(tx, 'password', who.id, now);
      if (tooMany) return tooMany;
      const made = await transact(tx, async (inside) => {
        await queries.lockAccount(inside, who.id);
        const hash = await queries.passwordOf(inside, who.id);
        if (!hash || !(await verifyPassword({ hash, password: body.current })))
          return refused('wrongPassword', { field: 'current' });
        await setPassword(inside, who.id, body.next, now);
        return (await auth.signInAs(inside, who.id, now, request.headers['user-agent'])) ?? refused('signInNeeded');
      });
      if (isRefused(made)) return made;
      await auth.forgive(tx, 'password', who.id);
      cookies.push(made.cookie);
    },

    startPasskeyRegistration: async ({ request, cookies }) => {
      const answer = await auth.ask('/passkey/generate-register-options', request.headers);
      return answer.status === 200 ? challenge(answer, cookies) : refusalOf(answer, 'passkeyFailed');
    },

    finishPasskeyRegistration: async ({ tx, who, body, request, cookies }) => {
      const answer = await auth.ask('/passkey/verify-registration', request.headers, {
        response: body.answer,
        ...(body.name === undefined ? {} : { name: body.name }),
      });
      if (answer.status !== 200) return refusalOf(answer, 'passkeyFailed');
      cookies.push(...answer.cookies);
      const kept = (await queries.passkeysOf(tx, who.id)).find((row) => row.id === answer.body['id']);
      return kept ? passkeyOf(kept) : refused('passkeyFailed');
    },

    listPasskeys: async ({ tx, who }) => ({ items: (await queries.passkeysOf(tx, who.id)).map(passkeyOf) }),

    renamePasskey: async ({ tx, who, params, body }) => {
      const renamed = await queries.renamePasskey(tx, who.id, params.id, body.name);
      return renamed ? passkeyOf(renamed) : refused('notFound');
    },

    removePasskey: async ({ tx, who, params }) => {
      await queries.lockAccount(tx, who.id);
      const mine = await queries.passkeysOf(tx, who.id);
      if (!mine.some((row) => row.id === params.id)) return refused('notFound');
      if (mine.length === 1 && (await queries.passwordOf(tx, who.id)) === null) return refused('lastWayIn');
      await queries.deletePasskey(tx, who.id, params.id);
    },

    startPasskeySignIn: async ({ tx, request, now, cookies }) => {
      const tooMany = await auth.tried(tx, 'passkey', placeOf(request.ip), now);
      if (tooMany) return tooMany;
      const answer = await auth.ask('/passkey/generate-authenticate-options', request.headers);
      if (answer.status !== 200) return refusalOf(answer, 'passkeyFailed');
      return { ...challenge(answer, cookies), userVerification: 'required' };
    },

    finishPasskeySignIn: async (call) => {
      const { tx, body, request, now } = call;
      const tooMany = await auth.tried(tx, 'passkey', placeOf(request.ip), now);
      if (tooMany) return tooMany;
      const answer = await auth.ask('/passkey/verify-authentication', request.headers, { response: body.answer });
      return answer.status === 200 ? welcome(auth, call, answer) : refusalOf(answer, 'passkeyFailed');
    },

    listTokens: ({ tx, who, query, now }) => listTokens(tx, who, query.everybody === 'true', now),
    createToken: ({ tx, who, body, now }) => transact(tx, (inside) => createToken(inside, who, body, now)),
    revokeToken: ({ tx, who, params, now }) => revokeToken(tx, who, params.id, now),

    readLink: async ({ tx, params, request, now }) => {
      const tooMany = await auth.tried(tx, 'link', placeOf(request.ip), now);
      if (tooMany) return tooMany;
      const link = await readLink(tx, params.token, now);
      return isRefused(link) ? link : { ...link, expires: link.expires.toISOString() };
    },

    useLink: async ({ tx, params, body, request, now, cookies }): Promise<Outcome<SignedIn>> => {
      const tooMany = await auth.tried(tx, 'link', placeOf(request.ip), now);
      if (tooMany) return tooMany;
      const used = await transact(tx, async (inside) => {
        const link = await acceptLink(inside, params.token, body, now);
        if (isRefused(link)) return link;
        const made = await auth.signInAs(inside, link.account, now, request.headers['user-agent']);
        return made ? { ...made, person: link.account } : refused('linkGone');
      });
      if (isRefused(used)) return used;
      cookies.push(used.cookie);
      return { person: used.person, expires: used.expires.toISOString() };
    },
  });

/** After better-auth let somebody in: its cookies go along, and the session that the browser had before ends. */
async function welcome(auth: Auth, { tx, request, now, cookies }: Caller, answer: EngineAnswer): Promise<SignedIn> {
  const before = auth.tokenOf(request.headers.cookie);
  if (before) await queries.deleteSessionByToken(tx, before);
  cookies.push(...answer.cookies);
  const { user } = answer.body;
  const person = typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : '';
  return { person, expires: new Date(now.getTime() + sessionLife).toISOString() };
}

function challenge(answer: EngineAnswer, cookies: string[]) {
  cookies.push(...answer.cookies);
  return { ...answer.body, challenge: String(answer.body['challenge']) };
}

const passkeyOf = (row: queries.PasskeyRow): Passkey => ({
  id: row.id,
  name: row.name,
  keeper: getAuthenticatorName(row.aaguid) ?? null,
  synced: row.backed_up,
  created: row.created_at.toISOString(),
});

/** Whatever failed inside a sign-in gets one answer, so that it tells nothing of the account. */
function refusalOf(answer: EngineAnswer, usual: 'signInFailed' | 'passkeyFailed'): Refused {
  switch (answer.body['code']) {
    case 'INVALID_ORIGIN':
    case 'MISSING_OR_NULL_ORIGIN':
    case 'CROSS_SITE_NAVIGATION_LOGIN_BLOCKED':
      return refused('foreignOrigin');
    case 'SESSION_NOT_FRESH':
      return refused('staleSignIn');
    case 'UNAUTHORIZED':
      return refused('signInNeeded');
    case undefined:
      // No code of its own: better-auth broke, for instance on a database that went away.
      if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}`);
      return refused(usual);
    default:
      return refused(usual);
  }
}
