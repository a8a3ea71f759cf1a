// How long things live, how often one may try, what a device says of itself. Pure.
import type { LinkPurpose } from '../../contract/auth.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds that a session lives after it was last seen. */
export const sessionLife = 30 * day;
/** Milliseconds after which a session that is seen again gets its full life back; so at most one write a day. */
export const sessionRest = day;
/** A passkey may be added only within this time after signing in. */
export const freshFor = day;

/** Tokens that one person may have at a time. */
export const mostTokens = 50;

const linkLife = { invite: 72 * hour, reset: hour } as const satisfies Record<LinkPurpose, number>;
export const linkExpires = (purpose: LinkPurpose, now: Date): Date => new Date(now.getTime() + linkLife[purpose]);

export type Limit = { tries: number; milliseconds: number };

/**
 * Whole offices share one address, so what comes from an address alone gets a wide limit;
 * it is there against one machine that guesses at many accounts.
 */
export const limits = {
  signIn: { tries: 5, milliseconds: minute },
  signInFromAddress: { tries: 120, milliseconds: minute },
  passkey: { tries: 60, milliseconds: minute },
  password: { tries: 5, milliseconds: minute },
  link: { tries: 10, milliseconds: minute },
  forgotten: { tries: 3, milliseconds: hour },
  forgottenFromAddress: { tries: 60, milliseconds: hour },
  token: { tries: 60, milliseconds: minute },
  mail: { tries: 300, milliseconds: minute },
} as const satisfies Record<string, Limit>;

/** Tokens are exactly 32 bytes in base64url; nothing else can be one, so nothing else is looked up. */
export const isToken = (token: string): boolean => /^[\w-]{43}$/.test(token);

export type Device = { browser: string | null; system: string | null; mobile: boolean };

// The order matters: each browser also claims to be those below it.
const browsers: ReadonlyArray<[name: string, mark: RegExp]> = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', / Version\/[\d.]+ (?:Mobile(?:\/\w+)? )?Safari\//],
  ['curl', /^curl\//],
];
const systems: ReadonlyArray<[name: string, mark: RegExp]> = [
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** Names of browser and system as the device tells them; null where it does not. Good enough to recognise one's own. */
export function deviceOf(userAgent: string | null): Device {
  const agent = userAgent ?? '';
  const find = (list: typeof browsers) => list.find(([, mark]) => mark.test(agent))?.[0] ?? null;
  return { browser: find(browsers), system: find(systems), mobile: /\bMobile\b|\bAndroid\b|\biPad\b/.test(agent) };
}
