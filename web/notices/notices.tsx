// Front door of notices in the web: the bell in the shell, and the page with all of them.
import { lazy } from 'react';
import type { Capability } from '../platform/capability.ts';
import { later } from '../platform/words.tsx';
import { Bell } from './bell.tsx';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

/** A quiet sentence for administrators while mail cannot leave. */
export const MailWaits = lazy(async () => ({ default: (await import('./mail-waits.tsx')).MailWaits }));

/** Why a promise of mine may not hold, and asking for a new time in one tap. */
export const AtRisk = lazy(later(() => import('./at-risk.tsx')));

export const notices: Capability = {
  pages: [
    { path: '/notices', page: later(() => import('./notices-page.tsx')) },
    { path: '/me/notices', page: () => import('./choices-page.tsx') },
    { path: '/settings/mail', page: later(() => import('./mail-page.tsx')) },
    { path: '/answer/$token', plain: true, page: later(() => import('./answer-page.tsx')) },
    { path: '/mail-choice/$token', plain: true, page: () => import('./mail-choice.tsx') },
  ],
  menu: (_inside, { t }) => [{ to: '/me/notices', label: t('notices.choices.menu'), icon: 'bell' }],
  settings: ({ person }, { t }) =>
    person.administrator
      ? [{ to: '/settings/mail', label: t('mail.title'), about: t('mail.about'), icon: 'mail', group: 'ways' }]
      : [],
  Bell,
};
