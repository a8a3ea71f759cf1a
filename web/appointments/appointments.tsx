// Front door of appointments in the web: their pages, one's private calendar, and the news that they listen to.
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { later } from '../platform/words.tsx';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

for (const subject of ['appointment', 'promise', 'calendarFeed'])
  onChange(subject, async () => (await import('./fresh.ts')).freshen());

export const appointments: Capability = {
  pages: [
    { path: '/appointments', page: later(() => import('./list-page.tsx')) },
    { path: '/appointments/new', page: later(() => import('./new-page.tsx')) },
    { path: '/appointments/$id', page: later(() => import('./appointment-page.tsx')) },
    { path: '/me/calendar', page: later(() => import('./calendar-page.tsx')) },
  ],
  menu: (_inside, { t }) => [
    { to: '/appointments', label: t('appointments.title'), icon: 'clock' },
    { to: '/me/calendar', label: t('appointments.calendar'), icon: 'today' },
  ],
};
