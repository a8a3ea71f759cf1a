// Front door of the desk in the web: saved views over lists of requests, and a team's replies where one writes.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const desk: Capability = {
  pages: [{ path: '/teams/$id/replies', page: () => import('./replies-page.tsx') }],
  fills: {
    reply: lazy(() => import('./replies-menu.tsx')),
    list: lazy(() => import('./views-bar.tsx')),
  },
};
