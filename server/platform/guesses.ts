// Whom a cookie led to the last time: something to begin with while the database is asked again, never a proof of anything.
import type { Who } from './who.ts';

export type Guesses = {
  of: (cookie: string | undefined) => Who | undefined;
  /** Takes note of what the database said now. */
  keep: (cookie: string | undefined, who: Who | null) => void;
};

/** Remembers the last `most` cookies. */
export function createGuesses(most = 10_000): Guesses {
  const known = new Map<string, Who>();
  return {
    of: (cookie) => (cookie === undefined ? undefined : known.get(cookie)),
    keep: (cookie, who) => {
      if (cookie === undefined || cookie.length > 4000) return;
      known.delete(cookie);
      if (who) known.set(cookie, who);
      if (known.size > most) for (const oldest of known.keys()) return void known.delete(oldest);
    },
  };
}

/** Whether both are the same person with the same rights, in the same session. */
export const isSame = (one: Who, other: Who): boolean => JSON.stringify(one) === JSON.stringify(other);
