// Whose turn it is when nobody said hello in time. Pure: who is on duty and when a greeting time is over are arguments.

export type Offer = { person: string; at: Date };

/**
 * Whether the ask is to be offered (again) at `now`: its greeting time is over, and so is one more since it was last
 * offered to these. Offers from before `greetBy` were made to others, or for an ask that was greeted since.
 */
export function isDue(
  { greetBy, offers }: { greetBy: Date; offers: readonly Offer[] },
  greetingAfter: (from: Date) => Date,
  now: Date,
): boolean {
  const last = Math.max(...offers.map(({ at }) => at.getTime()).filter((at) => at > greetBy.getTime()));
  return (Number.isFinite(last) ? greetingAfter(new Date(last)) : greetBy) < now;
}

/**
 * The next of those on duty: who was offered anything the longest ago, or never. Never one who asks, and nobody twice;
 * null when nobody is left. `lastOffered`: when each was last offered any ask.
 */
export function nextOnDuty(
  onDuty: readonly string[],
  { asking, offers }: { asking: readonly string[]; offers: readonly Offer[] },
  lastOffered: ReadonlyMap<string, Date>,
): string | null {
  const had = (person: string) => lastOffered.get(person)?.getTime() ?? -Infinity;
  const free = onDuty.filter((person) => !asking.includes(person) && !offers.some((offer) => offer.person === person));
  return free.reduce<string | null>((best, each) => (best === null || had(each) < had(best) ? each : best), null);
}

/** Those who are there: not away, and within their working hours. */
export const presentOf = (
  members: readonly string[],
  away: (person: string) => boolean,
  works: (person: string) => boolean,
): string[] => members.filter((person) => !away(person) && works(person));
