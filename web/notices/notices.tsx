// Front door of notices in the web: the bell in the shell, and the page with all of them.
import type { Capability } from '../platform/capability.ts';
import { Bell } from './bell.tsx';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const notices: Capability = {
  pages: [{ path: '/notices', page: () => import('./notices-page.tsx') }],
  Bell,
};
