// Numbers that stay honest when there are few of them. Which counts to show, and to whom, is each capability's to say.

export type Interval = { low: number; high: number };

/** The 97.5 % point of the normal distribution: 95 % lie within it on both sides. */
const z = 1.959963984540054;

/**
 * The 95 % score interval for a share, both ends between 0 and 1, for `kept` of `total` (whole numbers, 0 ≤ kept ≤ total).
 * Unlike the textbook interval it holds for small numbers and never leaves 0 to 1: 3 of 3 is 0.44 to 1, not "100 %".
 * Nothing observed says nothing: 0 of 0 is 0 to 1.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), 209-212.
 */
export function wilson(kept: number, total: number): Interval {
  if (total <= 0) return { low: 0, high: 1 };
  const share = kept / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const whole = 1 + (z * z) / total;
  // At the ends the formula is exact, floating point is not.
  return {
    low: kept === 0 ? 0 : Math.max(0, (centre - spread) / whole),
    high: kept === total ? 1 : Math.min(1, (centre + spread) / whole),
  };
}
