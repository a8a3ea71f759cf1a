// Front door of goals in the web: how soon a team wants to be there for its colleagues, and how it goes.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { later } from '../platform/words.tsx';
import type words from './words/later/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const goals: Capability = {
  pages: [
    { path: '/teams/$id/goals', page: later(() => import('./team-page.tsx')) },
    { path: '/teams/$id/goals/new', page: later(() => import('./new-goal.tsx')) },
    { path: '/goals/$id', page: later(() => import('./goal-page.tsx')) },
    { path: '/goals/$id/edit', page: later(() => import('./edit-goal.tsx')) },
  ],
  fills: {
    team: lazy(later(() => import('./team-goals.tsx'))),
    request: lazy(later(() => import('./request-goals.tsx'))),
  },
};

onChange('goal', async () => (await import('./fresh.ts')).freshen());
