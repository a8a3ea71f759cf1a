// A word on a coloured ground; the words carry the meaning, the colour repeats it.
import type { ReactNode } from 'react';
import css from './tag.module.css';

/** risk: needs attention (brass) · kept: holds (green) · miss: was missed (brick) · plain: everything else. */
export type TagKind = 'risk' | 'kept' | 'miss' | 'plain';

export const Tag = ({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) => (
  <span className={`${css.tag} ${css[kind]}`}>{children}</span>
);
