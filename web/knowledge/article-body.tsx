// An article's words as one reads them, and the contents of a long one.
import { useRouter } from '@tanstack/react-router';
import { useMemo, type MouseEvent } from 'react';
import type { Language } from '../../contract/shapes.ts';
import { useWords } from '../platform/words.tsx';
import { safeArticle, type Heading } from './article-html.ts';
import css from './article.module.css';

/** Links to pages of ours stay in the app. */
export function ArticleBody({ words, language }: { words: string; language: Language }) {
  const router = useRouter();
  const html = useMemo(() => ({ __html: safeArticle(words).html }), [words]);
  const follow = (event: MouseEvent) => {
    const path = (event.target as Element).closest('a')?.getAttribute('href') ?? '';
    if (!path.startsWith('/') || path.startsWith('/api/')) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ to: path });
  };
  return (
    <div className={css.words} lang={language} dir="auto" onClickCapture={follow} dangerouslySetInnerHTML={html} />
  );
}

const worthwhile = 3;

/** Its headings, when there are enough of them to need a map. */
export const headingsOf = (words: string): Heading[] => {
  const { headings } = safeArticle(words);
  return headings.length < worthwhile ? [] : headings;
};

export function Contents({ headings }: { headings: readonly Heading[] }) {
  const { t } = useWords();
  return (
    <nav className={css.contents} aria-label={t('knowledge.contents')}>
      <h3>{t('knowledge.contents')}</h3>
      <ol>
        {headings.map((heading) => (
          <li key={heading.id} data-level={heading.level}>
            <a href={`#${heading.id}`}>{heading.words}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
