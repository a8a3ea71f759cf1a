// The front door of programs: my tokens and webhooks, and for administrators everybody's and the log of administration.
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { later } from '../platform/words.tsx';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const connect: Capability = {
  pages: [
    { path: '/me/tokens', page: later(() => import('./tokens.tsx')) },
    { path: '/me/webhooks', page: later(() => import('./webhooks.tsx')) },
    { path: '/settings/programs', page: later(() => import('./everybody.tsx')) },
    { path: '/settings/import', page: later(() => import('./import.tsx')) },
    { path: '/settings/audit', page: later(() => import('./audit.tsx')) },
  ],
  menu: (_inside, { t }) => [{ to: '/me/tokens', label: t('connect.menu'), icon: 'key' }],
  settings: ({ can }, { t }) =>
    can.includes('update')
      ? [
          {
            to: '/settings/programs',
            label: t('connect.menu'),
            about: t('connect.everybody.sub'),
            icon: 'key',
            group: 'ways',
          },
          {
            to: '/settings/import',
            label: t('connect.import.title'),
            about: t('connect.import.sub'),
            icon: 'file',
            group: 'ways',
          },
          {
            to: '/settings/audit',
            label: t('connect.audit.title'),
            about: t('connect.audit.sub'),
            icon: 'book',
            group: 'kept',
          },
        ]
      : [],
};

for (const subject of ['person', 'team', 'company', 'service', 'token', 'webhook'])
  onChange(subject, async () => (await import('./fresh.ts')).freshen(subject));
