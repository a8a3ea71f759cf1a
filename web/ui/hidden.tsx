// Words that only screen readers meet.
import type { ReactNode } from 'react';
import css from './hidden.module.css';

export const Hidden = ({ children }: { children: ReactNode }) => <span className={css.hidden}>{children}</span>;
