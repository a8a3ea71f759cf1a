// A problem as a sentence: the server's own words, or ours when the server could not speak.
import type { Problem } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';

/** The sentence to show for a problem. */
export function useProblemWords(problem: Problem | null): string {
  const { t } = useWords();
  if (!problem) return '';
  if (problem.detail) return problem.detail;
  return t(problem.code === 'offline' ? 'ui.problem.offline' : 'ui.problem.unexpected');
}
