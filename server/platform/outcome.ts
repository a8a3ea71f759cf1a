// What a rule answers: a value, or a refusal with its code. Mapping to HTTP lives in http.ts, words in words/.
import type { ProblemCode } from '../../contract/problems.ts';

export type Refused = {
  refused: ProblemCode;
  /** The input that must be mended, as a path: `due`, `fields.2.name`. */
  field?: string;
  /** Facts for the sentence. */
  params?: Record<string, string | number>;
  /** What else is to be mended, when it is more than one field. */
  also?: readonly Refused[];
};

export type Outcome<T> = T | Refused;

/** Says no, with the code of the sentence that explains the mend. */
export const refused = (code: ProblemCode, more: Omit<Refused, 'refused'> = {}): Refused => ({
  refused: code,
  ...more,
});

export const isRefused = (outcome: unknown): outcome is Refused =>
  typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
