// Front door of requests in the web: their pages and places, what other pages may show of them, and the news they listen to.
import { lazy, Suspense, type ComponentProps } from 'react';
import type { Capability } from '../platform/capability.ts';
import { hearRequests } from './fresh.ts';
import { unansweredIn } from './queue-count.tsx';
import { WaitingCount } from './waiting-count.tsx';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

hearRequests();

export const requests: Capability = {
  pages: [
    { path: '/', page: () => import('./today-page.tsx') },
    { path: '/requests', page: () => import('./list-page.tsx') },
    { path: '/requests/$id', page: () => import('./request-page.tsx') },
    { path: '/ask', page: () => import('./ask-page.tsx') },
    { path: '/teams/$id/queue', page: () => import('./queue-page.tsx') },
  ],
  rail: ({ person }, { t }) => [
    { to: '/', label: t('requests.today.title'), icon: 'today', order: 10, phone: true, Count: WaitingCount },
    { to: '/requests', label: t('requests.rail'), icon: 'requests', order: 20, phone: true },
    ...person.teams.map((team) => ({
      to: `/teams/${team.id}/queue`,
      label: team.name,
      icon: 'team' as const,
      order: 30,
      Count: unansweredIn(team.id),
      ...(team.id === person.teams[0]?.id ? { phone: true as const } : {}),
    })),
  ],
};

/** `<AskWindow title="…" to={…} onClose={…} />`: asking over any page; after sending it goes to the request. */
export const AskWindow = lazy(() => import('./ask-window.tsx'));

export { findRecipients } from './find.ts';

const Due = lazy(async () => ({ default: (await import('./due-field.tsx')).DueField }));
const Reason = lazy(async () => ({ default: (await import('./reason-field.tsx')).ReasonField }));
const Miss = lazy(async () => ({ default: (await import('./miss-field.tsx')).MissField }));

/** By when, in words that explain themselves: `<DueField promise={null} label value onChange />`. */
export const DueField = (props: ComponentProps<typeof Due>) => (
  <Suspense fallback={null}>
    <Due {...props} />
  </Suspense>
);
/** Why, in one tap or in own words. */
export const ReasonField = (props: ComponentProps<typeof Reason>) => (
  <Suspense fallback={null}>
    <Reason {...props} />
  </Suspense>
);
/** What got in the way, in one tap. */
export const MissField = (props: ComponentProps<typeof Miss>) => (
  <Suspense fallback={null}>
    <Miss {...props} />
  </Suspense>
);
