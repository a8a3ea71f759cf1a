// Front door of anticipation in the web: what else is needed, where one asks, where one reads of a service, and where one serves.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { later } from '../platform/words.tsx';
import type words from './words/later/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

for (const subject of ['request', 'openRequest', 'service'])
  onChange(subject, async (change) => (await import('./fresh.ts')).freshen(change));

export const anticipation: Capability = {
  fills: {
    along: lazy(later(() => import('./along-ask.tsx'))),
    needed: lazy(later(() => import('./needed.tsx'))),
    request: lazy(later(() => import('./request-note.tsx'))),
    promising: lazy(later(() => import('./promising.tsx'))),
  },
};
