// The address to which one person's calendar answers for one appointment, and what it proves. Pure; the keys come from the installation's secret.
import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../platform/secrets.ts';

type Signs = Pick<Secrets, 'sign'>;
/** One invitation: to whom, for which appointment. */
export type Invited = { appointment: string; person: string };

const purpose = 'calendar answer';
const signs = 25;

/** 128 bits in small letters and digits: an address may lose its capitals on the way. */
function signOf(secrets: Signs, { appointment, person }: Invited): string {
  const bytes = Buffer.from(secrets.sign(purpose, `${appointment} ${person}`), 'base64url').subarray(0, 16);
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(36)
    .padStart(signs, '0');
}

/**
 * `answers@example.com` with signs that only this invitation bears. Whatever a mail says of its sender, anybody can write there; a forger
 * who knows both addresses and the appointment still lacks what was sent to the invited person alone. Calendars answer to the organizer
 * whom they were told of, so the signs come back by themselves, in the address or in the answer, and can be told without having been kept.
 * Whoever is let read the invitation, in a mailbox or in a shared calendar, has them, too: they are worth one answer for one appointment.
 */
export function answerAddress(secrets: Signs, base: string, invited: Invited): string {
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${signOf(secrets, invited)}${base.slice(at)}`;
}

/** Whether a text with addresses has one that was made for this invitation, under whatever name and host. */
export function provesInvited(secrets: Signs, invited: Invited, addresses: string): boolean {
  const own = Buffer.from(signOf(secrets, invited));
  const found = addresses.toLowerCase().matchAll(/\+([\da-z]{25})@/g);
  return found.some(([, given = '']) => timingSafeEqual(own, Buffer.from(given)));
}
