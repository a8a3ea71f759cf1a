// The frame before the door: the mark, the language, one calm column. For welcome, sign-in, invitations.
import { Suspense, type ReactNode } from 'react';
import { Loading } from '../ui/states.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { LanguageSwitch } from './own-menu.tsx';
import { useWords } from './words.tsx';
import css from './plain.module.css';

export function Plain({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={css.plain}>
      <a className={css.skip} href="#main">
        {t('platform.skip')}
      </a>
      <header className={css.header}>
        <a href="/" className={css.mark}>
          goodturn
        </a>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className={css.main}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </main>
      <ToastRegion />
    </div>
  );
}
