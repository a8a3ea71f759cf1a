// Places in the log of changes, as numbers that can be compared: by transaction, then by sequence.
export type Place = readonly [xid: bigint, seq: bigint];

/** The place that a cursor names; the very beginning for what is none. */
export function placeAt(cursor: string): Place {
  const [, xid = '0', seq = '0'] = /^(\d+)-(-?\d+)$/.exec(cursor) ?? [];
  return [BigInt(xid), BigInt(seq)];
}

export const isBehind = (one: Place, other: Place): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

/** Whether the one cursor comes after the other. */
export const isAfter = (one: string, other: string): boolean => isBehind(placeAt(other), placeAt(one));
