// better-auth, set up our way: its tables in our spelling, its clock ours, none of its routes open to the world.
// It hashes passwords, signs cookies and runs the ceremonies of passkeys; the routes that people reach are in routes.ts.
import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { IncomingHttpHeaders } from 'node:http';
import type pg from 'pg';
import { newId } from '../platform/db.ts';
import { cookiePrefix } from './cookie.ts';
import { freshFor, sessionLife } from './rules.ts';

export type EngineSettings = {
  pool: pg.Pool;
  /** Where people reach us: scheme, host and port. */
  baseUrl: string;
  secret: string;
  clock: () => Date;
  /** Told of faults inside better-auth, which answers them with a bare 500. */
  report?: (message: string, cause: unknown) => void;
};

const hostHeader = 'x-goodturn-host';
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** The options, apart from the instance, so that a test can ask better-auth what its schema would miss. */
export function engineOptions({ pool, baseUrl, secret, clock, report }: EngineSettings) {
  const secure = baseUrl.startsWith('https:');
  return {
    appName: 'Goodturn',
    database: pool,
    baseURL: baseUrl,
    basePath: '/api/auth',
    // As a list, so that no environment variable of the machine takes its place.
    secrets: [{ version: 1, value: secret }],
    telemetry: { enabled: false },
    // Without a level of its own, or it also writes every refusal to the console.
    logger: { log: (level, message, cause) => (level === 'error' ? report?.(message, cause) : undefined) },
    // Limits are ours: an office behind one address must be able to sign in at nine.
    rateLimit: { enabled: false },
    trustedOrigins: (request) => sameHost(request?.headers),
    advanced: {
      cookiePrefix: cookiePrefix(secure),
      // The prefix is ours, so better-auth must not put its own before it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(), validateSchema: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', ...stamps },
      additionalFields: { active: { type: 'boolean', required: true, defaultValue: true, input: false } },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
      expiresIn: sessionLife / 1000,
      freshAge: freshFor / 1000,
      // Sessions are prolonged by our own reader.
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', ...stamps },
      storeIdentifier: 'hashed',
    },
    databaseHooks: {
      session: {
        create: {
          // Whoever left the company gets no session, whichever way they came.
          before: async (session) => {
            const user = await pool.query<{ active: boolean }>('select active from auth_user where id = $1', [
              session.userId,
            ]);
            if (!user.rows[0]?.active) return false;
            const now = clock();
            const life = { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + sessionLife) };
            return { data: { ...session, ...life, userAgent: session.userAgent?.slice(0, 400) ?? null } };
          },
        },
      },
    },
    plugins: [passkeys(baseUrl)],
  } satisfies BetterAuthOptions;
}

/** A passkey stands alone, so the device must have checked who holds it. */
function passkeys(baseUrl: string) {
  const { hostname } = new URL(baseUrl);
  const unverified = () =>
    new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED', message: 'User verification is needed' });
  return passkey({
    rpName: 'Goodturn',
    // WebAuthn knows no addresses of numbers; the machine itself is called localhost.
    rpID: /^[\d.]+$|:/.test(hostname) ? 'localhost' : hostname,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
    registration: {
      afterVerification: ({ verification }) => {
        if (!verification.registrationInfo?.userVerified) throw unverified();
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw unverified();
      },
    },
    schema: {
      passkey: {
        modelName: 'auth_passkey',
        fields: {
          userId: 'user_id',
          publicKey: 'public_key',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  });
}

/** The door of HTTP lets a page write when its origin names the host that was asked, or one in the settings. So here. */
function sameHost(headers: Headers | undefined): string[] {
  const origin = headers?.get('origin');
  return origin && URL.canParse(origin) && new URL(origin).host === headers?.get(hostHeader) ? [origin] : [];
}

export type EngineAnswer = { status: number; body: Record<string, unknown>; cookies: string[] };

export type Engine = {
  /** Asks one of better-auth's own routes on behalf of a caller; `headers` are the caller's. */
  ask: (path: string, headers: IncomingHttpHeaders, body?: unknown) => Promise<EngineAnswer>;
};

export function createEngine(settings: EngineSettings): Engine {
  const engine = betterAuth(engineOptions(settings));
  const base = new URL(settings.baseUrl);
  return {
    ask: async (path, headers, body) => {
      const response = await engine.handler(
        new Request(new URL(`/api/auth${path}`, base), {
          method: body === undefined ? 'GET' : 'POST',
          headers: forwarded(headers, base),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      if (response.status >= 500) settings.report?.(`better-auth answered ${response.status} to ${path}`, undefined);
      const text = await response.text();
      return { status: response.status, body: text ? objectIn(text) : {}, cookies: response.headers.getSetCookie() };
    },
  };
}

/** Programs send no Origin; pages that may not write were turned away at the door. */
function forwarded(headers: IncomingHttpHeaders, base: URL): Headers {
  const own = new Headers({ 'content-type': 'application/json', origin: headers.origin ?? base.origin });
  own.set(hostHeader, headers.host ?? base.host);
  if (headers.cookie) own.set('cookie', headers.cookie);
  if (headers['user-agent']) own.set('user-agent', headers['user-agent']);
  return own;
}

function objectIn(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
