// The session cookie, in better-auth's form: `token.signature`, percent-encoded. Signing and reading only; no database.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sessionLife } from './rules.ts';

export type Cookie = {
  name: string;
  /** The signed token of a Cookie header, or null where there is none or its signature is not ours. */
  read: (header: string | undefined) => string | null;
  /** Set-Cookie for a session. */
  give: (token: string) => string;
  /** Set-Cookie that removes it. */
  take: () => string;
};

/** `__Host-` makes browsers refuse the cookie from any other host and without TLS. */
export const cookiePrefix = (secure: boolean): string => (secure ? '__Host-goodturn' : 'goodturn');

export function sessionCookie(secret: string, secure: boolean): Cookie {
  const name = `${cookiePrefix(secure)}.session_token`;
  const attributes = `Path=/; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`;
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest();
  return {
    name,
    read: (header) => {
      const value = valueOf(header, name);
      const dot = value?.lastIndexOf('.') ?? -1;
      if (!value || dot < 1) return null;
      const token = value.slice(0, dot);
      const signature = value.slice(dot + 1);
      const expected = sign(token);
      const given = Buffer.from(signature, 'base64');
      // Decoding is lenient; only the one spelling of a signature that we write ourselves counts.
      if (given.length !== expected.length || signature !== given.toString('base64')) return null;
      return timingSafeEqual(given, expected) ? token : null;
    },
    give: (token) => {
      const value = encodeURIComponent(`${token}.${sign(token).toString('base64')}`);
      return `${name}=${value}; Max-Age=${sessionLife / 1000}; ${attributes}`;
    },
    take: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}

/** The first cookie of that name, decoded; null where there is none or it is not decodable. */
function valueOf(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
