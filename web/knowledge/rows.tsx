// Articles in a list: title, a few of their words, whose they are, and whom they helped.
import type { ReactNode } from 'react';
import type { ArticleRow } from '../../contract/knowledge.ts';
import { useWords } from '../platform/words.tsx';
import { Marked } from '../ui/marked.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Marks } from './marks.tsx';
import css from './knowledge.module.css';

type Shown = { sought?: readonly string[]; brief?: boolean; withoutTeam?: boolean };
const nothing: readonly string[] = [];

/** `brief` leaves the few words out. */
export function ArticleRows({
  articles,
  label,
  ...shown
}: Shown & { articles: readonly ArticleRow[]; label?: string }) {
  return (
    <RowList {...(label ? { label } : {})}>
      {articles.map((article) => (
        <ArticleLine key={article.id} article={article} {...shown} />
      ))}
    </RowList>
  );
}

export function ArticleLine(props: Shown & { article: ArticleRow; acts?: ReactNode }) {
  const { article, sought = nothing, brief, withoutTeam } = props;
  const { t } = useWords();
  const facts = [
    ...(withoutTeam ? [] : [article.team.name]),
    ...(article.helped > 0 ? [t('knowledge.helped.short', { count: article.helped })] : []),
  ];
  return (
    <Row
      to={`/knowledge/${article.id}`}
      title={
        <span lang={article.language}>
          <Marked text={article.title} sought={sought} />
        </span>
      }
      sub={
        <>
          <Marks article={article} />
          {!brief && article.excerpt && (
            <span className={css.excerpt} lang={article.language}>
              <Marked text={article.excerpt} sought={sought} />
            </span>
          )}
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        </>
      }
      acts={props.acts}
    />
  );
}
