// Front door of finding in the web: the palette behind Ctrl K, the search page, and what both remember of where one was.
import type { Capability } from '../platform/capability.ts';
import { loadPalette } from './load-palette.ts';
import { Unseen } from './unseen.tsx';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export const finding: Capability = {
  pages: [{ path: '/search', page: () => import('./search-page.tsx') }],
  palette: loadPalette,
  Unseen,
};
