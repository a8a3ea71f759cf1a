// The front door of signing in: its pages, its place in one's own menu, and the form for whoever receives strangers.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const auth: Capability = {
  pages: [
    { path: '/welcome/$token', plain: true, page: () => import('./link.tsx') },
    { path: '/security', page: () => import('./security.tsx') },
  ],
  menu: (_inside, { t }) => [{ to: '/security', label: t('auth.security.title'), icon: 'lock' }],
};

/** Signing in by e-mail and password or by passkey; the page around it stays at its address and is shown afterwards. */
export const SignIn = lazy(() => import('./sign-in.tsx'));
