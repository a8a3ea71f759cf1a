// Front door of overview in the web: a team's report. No page of it is about a person.
import type { Capability } from '../platform/capability.ts';
import { later } from '../platform/words.tsx';
import type words from './words/later/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const overview: Capability = {
  pages: [{ path: '/teams/$id/report', page: later(() => import('./report-page.tsx')) }],
};
