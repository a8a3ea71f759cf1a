// Within how long most deliveries of a service were made. Pure.

/** So many deliveries tell something. */
export const fewest = 5;

/** The time within which three in four were made (nearest rank), in the unit given; null for none. */
export function mostWithin(lengths: readonly number[]): number | null {
  const sorted = lengths.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? null;
}
