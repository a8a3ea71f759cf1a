// Front door of knowledge in the web: its pages and place, what it shows in others' pages, and the news that it listens to.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { patiently } from '../platform/patiently.ts';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

onChange('article', async (change) => (await import('./fresh.ts')).freshen(change));
// What its team has taken back is not named to those who may no longer read it.
onChange('team', async (change) => (await import('./fresh.ts')).freshen(change));

export const knowledge: Capability = {
  pages: [
    { path: '/knowledge', page: () => import('./home-page.tsx') },
    { path: '/knowledge/new', page: () => import('./new-page.tsx') },
    { path: '/knowledge/$id', page: () => import('./article-page.tsx') },
    { path: '/knowledge/$id/edit', page: () => import('./edit-page.tsx') },
    { path: '/knowledge/$id/versions', page: () => import('./versions-page.tsx') },
  ],
  rail: (_inside, { t }) => [{ to: '/knowledge', label: t('knowledge.title'), icon: 'book', order: 35 }],
  fills: {
    ask: lazy(patiently(() => import('./answers.tsx'))),
    entry: lazy(patiently(() => import('./make-article.tsx'))),
    service: lazy(patiently(() => import('./before-asking.tsx'))),
    team: lazy(patiently(() => import('./team-articles.tsx'))),
  },
};
