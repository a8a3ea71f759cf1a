// Front door of recurring in the web: asks that come round by themselves. Its owner alone sees them.
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

// When one has been asked, its next day has moved.
onChange('request', async ({ kind }) => {
  if (kind === 'asked') await (await import('./fresh.ts')).freshen();
});

export const recurring: Capability = {
  pages: [
    { path: '/recurring', page: () => import('./list-page.tsx') },
    { path: '/recurring/new', page: () => import('./new-page.tsx') },
    { path: '/recurring/$id', page: () => import('./edit-page.tsx') },
  ],
  menu: (_standing, { t }) => [{ to: '/recurring', label: t('recurring.title'), icon: 'clock' }],
};
