// Front door of requests in the web: their pages and places, what other pages may show of them, and the news they listen to.
import type { Capability } from '../platform/capability.ts';
import { hearRequests } from './fresh.ts';
import { WaitingCount } from './waiting-count.tsx';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

hearRequests();

export const requests: Capability = {
  pages: [{ path: '/requests', page: () => import('./list-page.tsx') }],
  rail: (_standing, { t }) => [
    { to: '/requests', label: t('requests.rail'), icon: 'requests', order: 20, phone: true, Count: WaitingCount },
  ],
};
