// On every page for members: "/" goes to the search, what is opened is remembered, and the palette is fetched before it is wanted.
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useGo } from '../platform/address.ts';
import { useMe } from '../platform/session.tsx';
import { useShortcut } from '../platform/shortcuts.ts';
import { useWords } from '../platform/words.tsx';
import { loadPalette } from './load-palette.ts';
import { remember } from './recent.ts';

const idle = (then: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(then, { timeout: 5000 }) : setTimeout(then, 2000);

export function Unseen() {
  const { t } = useWords();
  const { id } = useMe();
  const go = useGo();
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  // On the search page itself the key belongs to its field.
  useShortcut('/', path === '/search' ? null : t('finding.shortcut'), () => go('/search'));
  useEffect(() => {
    if (path) remember(id, path, Date.now());
  }, [id, path]);
  useEffect(() => void idle(() => void loadPalette()), []);
  return null;
}
