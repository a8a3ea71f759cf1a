// Changing a thing that others may change too: what was typed is kept, what others did meanwhile is told, and nothing is lost.
import { useState } from 'react';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export type Edit<F extends object> = {
  /** The fields as they stand: typed, else saved. */
  fields: F;
  type: <K extends keyof F>(field: K, value: F[K]) => void;
  /** Only what differs from what is saved, for the body of a PATCH. */
  change: Partial<F>;
  /** The version that the person has seen, for If-Match. */
  version: number;
  /** Fields that the person and somebody else both changed, with the value that is saved now. */
  meanwhile: readonly { field: keyof F & string; now: F[keyof F] }[];
  /** After saving, or to begin again from what is saved. */
  forget: () => void;
};

/** `saved` is the newest that was read, at any time newer than before. */
export function useEdit<F extends object>(saved: F, version: number): Edit<F> {
  const [seen, setSeen] = useState({ saved, version });
  const [typed, setTyped] = useState<Partial<F>>({});
  const [clashes, setClashes] = useState<readonly (keyof F & string)[]>([]);
  if (version > seen.version) {
    const moved = fieldsOf(typed).filter((field) => !same(saved[field], seen.saved[field]));
    setClashes([...new Set([...clashes, ...moved])]);
    setSeen({ saved, version });
  }
  const differing = fieldsOf(typed).filter((field) => !same(typed[field], seen.saved[field]));
  return {
    fields: { ...seen.saved, ...typed },
    type: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
    change: Object.fromEntries(differing.map((field) => [field, typed[field]])) as Partial<F>,
    version: seen.version,
    meanwhile: clashes.filter((field) => differing.includes(field)).map((field) => ({ field, now: seen.saved[field] })),
    forget: () => {
      setTyped({});
      setClashes([]);
    },
  };
}

const fieldsOf = <F extends object>(some: Partial<F>) => Object.keys(some) as (keyof F & string)[];
