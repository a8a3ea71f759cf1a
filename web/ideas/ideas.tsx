// Front door of ideas in the web: the ladder, its pages, its place, and the news that it listens to.
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { later } from '../platform/words.tsx';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

onChange('idea', async () => (await import('./fresh.ts')).freshen());

export const ideas: Capability = {
  pages: [
    { path: '/ideas', page: later(() => import('./home-page.tsx')) },
    { path: '/ideas/new', page: later(() => import('./new-page.tsx')) },
    { path: '/ideas/$id', page: later(() => import('./idea-page.tsx')) },
  ],
  rail: (_inside, { t }) => [{ to: '/ideas', label: t('ideas.title'), icon: 'idea', order: 45 }],
};
