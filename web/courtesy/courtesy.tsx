// Front door of courtesy in the web: a team's words of hello and goodbye, what both sides say of an ask, and how one asks oneself.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { later } from '../platform/words.tsx';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const courtesy: Capability = {
  pages: [{ path: '/me/asking', page: later(() => import('./asking-page.tsx')) }],
  menu: (_standing, { t }) => [{ to: '/me/asking', label: t('courtesy.menu'), icon: 'thanks' }],
  fills: {
    standard: lazy(later(() => import('./offer.tsx'))),
    asked: lazy(later(() => import('./asked.tsx'))),
    served: lazy(later(() => import('./served.tsx'))),
    team: lazy(later(() => import('./of-team.tsx'))),
  },
};

onChange('team', async (change) => (await import('./fresh.ts')).freshen(change.id));
