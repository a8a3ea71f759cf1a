// The front door of privacy: one's own data, how long words are kept, and the word that this is a restored copy.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import { later } from '../platform/words.tsx';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const privacy: Capability = {
  pages: [
    { path: '/me/data', page: later(() => import('./own-data.tsx')) },
    { path: '/settings/retention', page: later(() => import('./retention.tsx')) },
  ],
  menu: (_inside, { t }) => [{ to: '/me/data', label: t('privacy.own'), icon: 'respect' }],
  settings: ({ person }, { t }) =>
    person.administrator
      ? [
          {
            to: '/settings/retention',
            label: t('privacy.retention'),
            about: t('privacy.retention.sub'),
            icon: 'clock',
            group: 'kept',
          },
        ]
      : [],
  Banner: lazy(() => import('./silence.tsx')),
};
