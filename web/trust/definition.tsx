// Every figure leads to what it means: links into the one page of definitions.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The anchors of the page of definitions, in its order. */
export const definitions = {
  counts: ['kept', 'renegotiated', 'repaired', 'missed', 'released'],
  figures: ['rate', 'range', 'reasons', 'months', 'few'],
  who: ['who', 'off'],
} as const;
export type Definition = (typeof definitions)[keyof typeof definitions][number];

export const Means = ({ what, children }: { what: Definition; children: ReactNode }) => (
  <Link to="/trust" hash={what}>
    {children}
  </Link>
);
