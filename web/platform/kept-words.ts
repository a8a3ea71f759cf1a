// What is typed into a form of several fields, kept as one draft until it is sent.
import { useCallback, useRef, useState } from 'react';
import { draft, keepDraft } from './drafts.ts';

type Fields = Record<string, string>;

/**
 * `const [words, write, forget] = useKeptWords('request.7.promise', { deliverable: '', words: '' })`
 * — the begun words when there are any, else `begin`. Words that still are what they began with are not kept.
 */
export function useKeptWords<F extends Fields>(
  key: string,
  begin: F,
): readonly [F, (change: Partial<F>) => void, () => void] {
  const first = useRef(begin).current;
  const [words, setWords] = useState<F>(() => ({ ...first, ...keptAs(key, first) }));
  const write = useCallback(
    (change: Partial<F>) =>
      setWords((old) => {
        const next = { ...old, ...change };
        const begun = Object.keys(first).some((name) => next[name] !== first[name]);
        keepDraft(key, begun ? JSON.stringify(next) : '');
        return next;
      }),
    [key, first],
  );
  return [words, write, useCallback(() => keepDraft(key, ''), [key])];
}

function keptAs<F extends Fields>(key: string, begin: F): Partial<F> {
  try {
    const kept: unknown = JSON.parse(draft(key) || '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([name, value]) => name in begin && typeof value === 'string'),
    ) as Partial<F>;
  } catch {
    return {};
  }
}
