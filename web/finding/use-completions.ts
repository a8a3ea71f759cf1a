// Completions of what is being typed, with people, teams and services looked up where a filter wants them.
import { useQuery } from '@tanstack/react-query';
import { useSettled } from '../platform/settled.ts';
import { useWords } from '../platform/words.tsx';
import { isSearchable } from '../ui/match.ts';
import { completions, lookedUp, openEnd } from './completion.ts';
import type { Option } from './options.ts';
import { findAsTyped } from './search.ts';

/** What could come next. What is looked up is what the reader may see: it is the same search. */
export function useCompletions(text: string): Option[] {
  const words = useWords();
  const sought = lookedUp(openEnd(text));
  const settled = useSettled(sought);
  const { data } = useQuery(findAsTyped(settled, isSearchable(settled)));
  return completions(text, isSearchable(sought) && data ? data : null, words);
}
