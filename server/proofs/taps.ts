// For tests of the whole: everybody lets their browser be tapped, and what each tap says is read as that browser reads it.
import { newPhone, opened, type Phone } from '../notices/phone-for-tests.ts';
import type { Outbound, Reach } from '../platform/outbound.ts';
import { people, type Cast } from './cast.ts';
import type { View } from './views.ts';

export type Taps = { reach: Reach; subscribe: (cast: Cast) => Promise<void>; read: (cast: Cast) => Promise<View[]> };

const day = 86_400_000;

/** A push service of our own; its `reach` is given to the server before anybody subscribes. */
export function openTaps(): Taps {
  const sent: Outbound[] = [];
  const phones = new Map<string, { who: (typeof people)[number]; phone: Phone }>();
  return {
    reach: async (call) => {
      sent.push(call);
      return { status: 201, headers: {}, body: Buffer.alloc(0), cut: false };
    },
    subscribe: async (cast) => {
      for (const who of people.filter((each) => each !== 'gone')) {
        const phone = newPhone(who);
        const keys = { p256dh: phone.keys.getPublicKey('base64url'), auth: phone.auth.toString('base64url') };
        const { headers, body } = await cast.as(who, 'GET', '/api/notices/settings');
        const { mail } = body as unknown as { mail: object };
        const push = { answer: true, asks: true, follow: true, thanks: true };
        const chosen = await cast.as(who, 'PUT', '/api/notices/settings', {
          body: { mail, push, digestMinutes: null },
          headers: { 'if-match': String(headers['etag']) },
        });
        const made = await cast.as(who, 'POST', '/api/notices/browsers', { body: { endpoint: phone.endpoint, keys } });
        if (chosen.status !== 200 || made.status !== 201) throw new Error(`${chosen.text} ${made.text}`);
        phones.set(phone.endpoint, { who, phone });
      }
    },
    read: async (cast) => {
      const began = cast.time();
      for (const later of [60_000, 60 * 60_000, day, 2 * day]) {
        cast.time(new Date(began.getTime() + later).toISOString());
        await cast.outgoing.push.deliver();
      }
      cast.time(began.toISOString());
      return sent.flatMap(({ url, body }) => {
        const one = phones.get(url);
        const text = one ? JSON.stringify(opened(one.phone, body as Buffer)) : '';
        return one ? [{ who: one.who, from: `a tap: ${text}`, text }] : [];
      });
    },
  };
}
