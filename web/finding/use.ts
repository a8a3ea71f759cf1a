// How much one uses what: often and lately counts most. Pure; where it is kept is recent.ts.

/** `key`: an address, or the id of a command. `weight` is what it weighed at `at` (ms). */
export type Use = { key: string; weight: number; at: number };

const week = 7 * 86_400_000;
const longest = 40;

/** Each use counts one and half as much after a week: thrice last week weighs more than once today. */
export const weightOf = (use: Use, now: number): number => use.weight * 0.5 ** (Math.max(0, now - use.at) / week);

/** The list after `key` was used once more, the weightiest first; what is hardly used falls out. */
export function used(uses: readonly Use[], key: string, now: number): Use[] {
  const before = uses.find((use) => use.key === key);
  const after = { key, weight: (before ? weightOf(before, now) : 0) + 1, at: now };
  return byWeight([after, ...uses.filter((use) => use.key !== key)], now).slice(0, longest);
}

/** The weightiest first; of equals, the one used last. */
export const byWeight = (uses: readonly Use[], now: number): Use[] =>
  uses.toSorted((one, other) => weightOf(other, now) - weightOf(one, now) || other.at - one.at);
