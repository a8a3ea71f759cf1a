// An ask that is being written, kept on this device until it is sent.
import { useCallback, useState } from 'react';
import { z } from 'zod';
import type { Given } from '../../contract/forms.ts';
import { draft, keepDraft } from '../platform/drafts.ts';
import type { Findable } from '../ui/combobox.tsx';

export type Asking = {
  title: string;
  details: string;
  to: Findable | null;
  behalf: Findable | null;
  along: Findable[];
  /** To the questions of a service, not yet checked. */
  answers: Given;
  /** Other services that are to be asked along with it. */
  also: string[];
};

const empty: Asking = { title: '', details: '', to: null, behalf: null, along: [], answers: {}, also: [] };

const Found = z.object({
  id: z.string(),
  name: z.string(),
  photo: z.string().nullable().optional(),
  does: z.string().optional(),
  kind: z.enum(['person', 'team']).optional(),
});
const Kept = z.object({
  title: z.string(),
  details: z.string(),
  to: Found.nullable(),
  behalf: Found.nullable(),
  along: z.array(Found),
  answers: z.record(z.string(), z.unknown()).default({}),
  also: z.array(z.string()).default([]),
});

function kept(key: string): Asking {
  try {
    const found = Kept.safeParse(JSON.parse(draft(key) || 'null')).data;
    return found ? (found as Asking) : empty;
  } catch {
    return empty;
  }
}

const isEmpty = (asking: Asking) =>
  asking.title === '' &&
  asking.details === '' &&
  !asking.to &&
  !asking.behalf &&
  asking.along.length === 0 &&
  asking.also.length === 0 &&
  Object.keys(asking.answers).length === 0;

/** `begin` goes before what was kept; what is asked of a service is kept by itself: `[asking, change, forget]`. */
export function useKeptAsk(
  begin: Partial<Asking>,
  service?: string,
): readonly [Asking, (change: Partial<Asking>) => void, () => void] {
  const key = service === undefined ? 'ask' : `ask.${service}`;
  const [asking, setAsking] = useState<Asking>(() => ({ ...kept(key), ...begin }));
  const change = useCallback(
    (part: Partial<Asking>) =>
      setAsking((old) => {
        const next = { ...old, ...part };
        keepDraft(key, isEmpty(next) ? '' : JSON.stringify(next));
        return next;
      }),
    [key],
  );
  return [asking, change, useCallback(() => keepDraft(key, ''), [key])];
}
