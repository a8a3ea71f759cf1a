// The front door of promises in the web: everything promised by me and to me, one page a promise, and promising out of the blue.
// It stands after requests, whose fields for times and reasons it shows.
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

export const promises: Capability = {
  pages: [
    { path: '/promises', page: later(() => import('./list-page.tsx')) },
    { path: '/promises/new', page: later(() => import('./new-page.tsx')) },
    { path: '/promises/$id', page: later(() => import('./promise-page.tsx')) },
  ],
  rail: (_inside, { t }) => [{ to: '/promises', label: t('promises.rail'), icon: 'check', order: 22 }],
  fills: {
    today: lazy(() => import('./today-fill.tsx')),
    person: lazy(later(() => import('./person-fill.tsx'))),
    request: lazy(later(() => import('./request-fill.tsx'))),
  },
};

/** `<FoundPromises found={…} sought={…} />`: what a search found, as a section. */
export const FoundPromises = lazy(later(() => import('./found.tsx')));

const freshen = async () => (await import('./fresh.ts')).freshen();
onChange('promise', freshen);
// A request's promise is moved in the request as well.
onChange('request', freshen);
