// An article that is being written: kept on this device as one types, and told apart from what somebody else saved meanwhile.
import { useState } from 'react';
import { z } from 'zod';
import { ServiceRef } from '../../contract/catalog.ts';
import { Language } from '../../contract/shapes.ts';
import { Reading } from '../../contract/knowledge.ts';
import { draft, keepDraft } from '../platform/drafts.ts';

const Fields = z.object({
  title: z.string(),
  body: z.string(),
  language: Language,
  reading: Reading,
  checkBy: z.string(),
  services: z.array(ServiceRef).default([]),
});
export type Fields = z.infer<typeof Fields>;
const Kept = z.object({ fields: Fields, version: z.number() });

export type Writing = {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
  /** The version that the words build on, for If-Match. */
  version: number;
  /** Words from an earlier time on this device were taken up again. */
  takenUp: boolean;
  /** Somebody saved other words meanwhile: theirs. */
  theirs: Fields | null;
  /** Goes on with one's own words, on top of theirs; or takes theirs. */
  settle: (choice: 'mine' | 'theirs') => void;
  forget: () => void;
};

function kept(key: string) {
  try {
    return Kept.safeParse(JSON.parse(draft(key) || 'null')).data ?? null;
  } catch {
    return null;
  }
}

const same = (one: Fields, other: Fields) => JSON.stringify(one) === JSON.stringify(other);

/** `saved` is the newest that was read, at any time newer than before; version 0 is an article that is not there yet. */
export function useWriting(key: string, saved: Fields, version: number): Writing {
  const [begun] = useState(() => kept(key));
  const [seen, setSeen] = useState(begun?.version ?? version);
  const [fields, setFields] = useState(begun?.fields ?? saved);
  const [base, setBase] = useState(saved);
  const [takenUp, setTakenUp] = useState(begun !== null && !same(begun.fields, saved));
  // Whoever has typed nothing reads on in what is newest.
  if (version > seen && (same(fields, base) || same(fields, saved))) {
    setSeen(version);
    setBase(saved);
    setFields(saved);
  }
  const forget = () => keepDraft(key, '');
  return {
    fields,
    version: seen,
    takenUp,
    theirs: version > seen && !same(fields, base) && !same(fields, saved) ? saved : null,
    change: (part) => {
      const next = { ...fields, ...part };
      setFields(next);
      keepDraft(key, same(next, saved) && seen === version ? '' : JSON.stringify({ fields: next, version: seen }));
    },
    settle: (choice) => {
      setSeen(version);
      setBase(saved);
      setTakenUp(false);
      if (choice === 'theirs') {
        setFields(saved);
        forget();
      } else keepDraft(key, JSON.stringify({ fields, version }));
    },
    forget,
  };
}
