// Front door of trust in the web: one's own page, a team's, and what it all means; and a line of it on pages of teams and services.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import { later } from '../platform/words.tsx';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const trust: Capability = {
  pages: [
    { path: '/me/trust', page: later(() => import('./me.tsx')) },
    { path: '/teams/$id/trust', page: later(() => import('./team.tsx')) },
    { path: '/trust', page: later(() => import('./about.tsx')) },
  ],
  menu: (_inside, { t }) => [{ to: '/me/trust', label: t('trust.menu'), icon: 'check' }],
  fills: {
    team: lazy(later(() => import('./team-slot.tsx'))),
    service: lazy(later(() => import('./service-slot.tsx'))),
  },
};
