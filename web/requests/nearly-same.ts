// Whether one sentence already says what another does, so that a row need not say it twice. Pure.

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How much of a sentence must be said before it says nothing new. */
const enough = 0.75;

/** Whether `said` already holds nearly all the words of `other`; their order does not matter. */
export function saysAlready(said: string, other: string): boolean {
  const known = new Set(wordsOf(said));
  const words = wordsOf(other);
  return words.filter((word) => known.has(word)).length >= words.length * enough;
}
