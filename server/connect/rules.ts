// When a delivery is tried again and what ends a webhook: pure.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The waits after each failure, in milliseconds, as the Standard Webhooks specification proposes: ten tries in about three days. */
export const waits = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;
/** Nothing but failures for this long ends a webhook. */
export const patience = 5 * day;
/** How long an earlier secret goes on signing. */
export const overlap = day;
/** How long a claimed delivery is left alone: whoever claimed it was killed if it is still waiting then. */
export const lease = 30 * second;
/** How long deliveries are kept. */
export const kept = 14 * day;
export const mostWebhooks = 20;

/** A tenth more or less, so that what failed together does not come back together. `chance` is from 0 to 1. */
export const nextTry = (attempts: number, now: Date, chance: number): Date | null => {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + Math.round(wait * (0.9 + 0.2 * chance)));
};

/** Only 2xx counts: a redirect is a failure, because nothing is ever followed. */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Why a failing webhook ends now, or null while it goes on. `failingSince` is the first failure since the last success. */
export function endOf(status: number | null, failingSince: Date, now: Date): 'gone' | 'failing' | null {
  if (status === 410) return 'gone';
  return now.getTime() - failingSince.getTime() >= patience ? 'failing' : null;
}
