// Links between requests: how each is kept and how it reads from the other side. Pure.
import type { LinkKind } from '../../contract/request-links.ts';

/** What is kept; the rest is the same seen from the other side. */
export type Stored = 'related' | 'blocks' | 'partOf';

const other: Record<LinkKind, LinkKind> = {
  related: 'related',
  blocks: 'waitsFor',
  waitsFor: 'blocks',
  partOf: 'hasPart',
  hasPart: 'partOf',
};

/** The same link, seen from the other request. */
export const turned = (kind: LinkKind): LinkKind => other[kind];

/** The link as it is kept, from which side. */
export function keptAs(one: string, kind: LinkKind, to: string): { one: string; kind: Stored; other: string } {
  if (kind === 'waitsFor') return { one: to, kind: 'blocks', other: one };
  if (kind === 'hasPart') return { one: to, kind: 'partOf', other: one };
  return { one, kind, other: to };
}
