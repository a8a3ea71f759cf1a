// Signing in and staying safe: passwords, passkeys, sessions, invitation and reset links. None of it is for programs.
// Tokens of programs: contract/tokens.ts; who I am: contract/directory.ts.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, instant, line } from './shapes.ts';
import { tokensApi } from './tokens.ts';

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ description: 'E-mail address; kept in lower case', format: 'email', example: 'aino@example.com' });

/** A password to be set. Any characters, nothing trimmed: length is what makes it strong. */
export const newPassword = z
  .string()
  .min(12)
  .max(128)
  .meta({ description: 'At least 12 characters', format: 'password' });
const givenPassword = z.string().min(1).max(128).meta({ format: 'password' });

export const SignedIn = z
  .object({ person: id, expires: instant })
  .meta({ id: 'SignedIn', description: 'The session itself is in the cookie' });
export type SignedIn = z.infer<typeof SignedIn>;

export const Session = z
  .object({
    id,
    browser: z
      .string()
      .nullable()
      .meta({ description: 'Name of the browser or program, when it told', example: 'Firefox' }),
    system: z
      .string()
      .nullable()
      .meta({ description: 'Name of the operating system, when it told', example: 'Windows' }),
    mobile: z.boolean(),
    created: instant,
    seen: instant.meta({ description: 'Last seen, to the day' }),
    current: z.boolean().meta({ description: 'Whether it is the session that asks' }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const Passkey = z
  .object({
    id,
    name: z.string().nullable().meta({ description: 'As the person named it' }),
    keeper: z.string().nullable().meta({ description: 'Who keeps it, when known', example: 'Windows Hello' }),
    synced: z.boolean().meta({ description: 'Whether it is copied to the person’s other devices' }),
    created: instant,
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;

export const linkPurposes = ['invite', 'reset'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export const Link = z
  .object({ purpose: z.enum(linkPurposes), name: z.string(), email: z.string(), expires: instant })
  .meta({ id: 'Link' });
export type Link = z.infer<typeof Link>;

// WebAuthn Level 3, JSON forms. The browser makes and reads the rest; we name what we look at.
const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);
export const PasskeyChallenge = z
  .looseObject({ challenge: z.string() })
  .meta({ id: 'PasskeyChallenge', description: 'Options for navigator.credentials, as JSON of WebAuthn Level 3' });
export type PasskeyChallenge = z.infer<typeof PasskeyChallenge>;
const PasskeyAnswer = z
  .looseObject({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: base64url, transports: z.array(z.string().max(30)).max(10).optional() }),
  })
  .meta({ id: 'PasskeyAnswer', description: 'What navigator.credentials gave, as JSON of WebAuthn Level 3' });

// Any text may stand for a token: a bad one gets the same answer as a used or an expired one.
const byToken = z.object({ token: z.string() });

export const authApi = {
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with e-mail and password',
    scope: 'never',
    for: 'anyone',
    body: z.object({ email, password: givenPassword }),
    status: 200,
    response: SignedIn,
    idempotent: false,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out here',
    scope: 'never',
    for: 'anyone',
    status: 204,
    idempotent: false,
  }),
  listSessions: route({
    method: 'GET',
    path: '/api/sessions',
    summary: 'Where I am signed in',
    scope: 'never',
    status: 200,
    response: z.object({ items: z.array(Session) }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/api/sessions/{id}',
    summary: 'Sign out one of my devices',
    scope: 'never',
    params: byId,
    status: 204,
  }),
  endOtherSessions: route({
    method: 'DELETE',
    path: '/api/sessions',
    summary: 'Sign out everywhere but here',
    scope: 'never',
    status: 204,
  }),
  changePassword: route({
    method: 'PUT',
    path: '/api/password',
    summary: 'Change my password; signs out everywhere else',
    scope: 'never',
    body: z.object({ current: givenPassword, next: newPassword }),
    status: 204,
    idempotent: false,
  }),
  startPasskeyRegistration: route({
    method: 'POST',
    path: '/api/passkeys/challenge',
    summary: 'Begin adding a passkey; needs a sign-in of the last 24 hours',
    scope: 'never',
    status: 200,
    response: PasskeyChallenge,
    idempotent: false,
  }),
  finishPasskeyRegistration: route({
    method: 'POST',
    path: '/api/passkeys',
    summary: 'Keep the passkey that the device made',
    scope: 'never',
    body: z.object({ answer: PasskeyAnswer, name: line(60).optional() }),
    status: 201,
    response: Passkey,
    idempotent: false,
  }),
  listPasskeys: route({
    method: 'GET',
    path: '/api/passkeys',
    summary: 'My passkeys',
    scope: 'never',
    status: 200,
    response: z.object({ items: z.array(Passkey) }),
  }),
  renamePasskey: route({
    method: 'PATCH',
    path: '/api/passkeys/{id}',
    summary: 'Name a passkey',
    scope: 'never',
    params: byId,
    body: z.object({ name: line(60) }),
    status: 200,
    response: Passkey,
  }),
  removePasskey: route({
    method: 'DELETE',
    path: '/api/passkeys/{id}',
    summary: 'Remove a passkey, unless it is my only way in',
    scope: 'never',
    params: byId,
    status: 204,
  }),
  startPasskeySignIn: route({
    method: 'POST',
    path: '/api/session/challenge',
    summary: 'Begin signing in with a passkey',
    scope: 'never',
    for: 'anyone',
    status: 200,
    response: PasskeyChallenge,
    idempotent: false,
  }),
  finishPasskeySignIn: route({
    method: 'POST',
    path: '/api/session/passkey',
    summary: 'Sign in with the passkey',
    scope: 'never',
    for: 'anyone',
    body: z.object({ answer: PasskeyAnswer }),
    status: 200,
    response: SignedIn,
    idempotent: false,
  }),
  readLink: route({
    method: 'GET',
    path: '/api/links/{token}',
    summary: 'Whom an invitation or reset link is for',
    scope: 'never',
    for: 'anyone',
    params: byToken,
    status: 200,
    response: Link,
  }),
  useLink: route({
    method: 'POST',
    path: '/api/links/{token}/use',
    summary: 'Set the password with a link, once, and sign in',
    scope: 'never',
    for: 'anyone',
    params: byToken,
    body: z.object({ password: newPassword }),
    status: 200,
    response: SignedIn,
    idempotent: false,
  }),
  ...tokensApi,
};
