// Chance that can be repeated: the same seed makes the same choices in the same order.

export type Chance = {
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  one: <T>(of: readonly T[]) => T;
  /** True in this share of cases, 0 to 1. */
  happens: (share: number) => boolean;
};

/** Mulberry32: small, quick, and good enough for choosing. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    one: (of) => of[between(0, of.length - 1)] as (typeof of)[number],
    happens: (share) => next() < share,
  };
}
