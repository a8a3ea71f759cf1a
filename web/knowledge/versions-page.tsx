// What an article said before: two versions compared, and an old one brought back.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { knowledgeApi, type Article, type ArticleVersion, type ArticleVersionWhole } from '../../contract/knowledge.ts';
import { useGo, useParam, useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { invalidate, keyOf, queries, read, readPages, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ErrorState, Loaded, Loading } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { ByWords, SideBySide } from './changes.tsx';
import css from './versions.module.css';

export default function VersionsPage() {
  const id = useParam('id');
  const article = useQuery(read(knowledgeApi.getArticle, { params: { id } }));
  return (
    <Loaded query={article} page>
      {(found) => <Versions key={found.id} article={found} />}
    </Loaded>
  );
}

function Versions({ article }: { article: Article }) {
  const { t } = useWords();
  const [named, name] = useSearchParam('version');
  const list = useInfiniteQuery(
    readPages(knowledgeApi.listArticleVersions, { params: { id: article.id }, query: { limit: 30 } }),
  );
  const chosen = /^\d{1,6}$/.test(named) ? Number(named) : article.number;
  return (
    <Page
      title={t('knowledge.versions')}
      above={<Link to={`/knowledge/${article.id}`}>{article.title}</Link>}
      aside={
        list.isPending ? (
          <Loading />
        ) : list.error ? (
          <ErrorState problem={problemOf(list.error)} again={list.refetch} />
        ) : (
          <nav aria-label={t('knowledge.versions')}>
            <ol className={css.list}>
              {list.data.map((one) => (
                <li key={one.number}>
                  <Choice version={one} chosen={one.number === chosen} onChoose={() => name(String(one.number))} />
                </li>
              ))}
            </ol>
            {list.hasNextPage && (
              <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('knowledge.next')}
              </Button>
            )}
          </nav>
        )
      }
      asideFirst
    >
      <Compared key={chosen} article={article} number={chosen} />
    </Page>
  );
}

function Choice(props: { version: ArticleVersion; chosen: boolean; onChoose: () => void }) {
  const { number, by, at, note, restored } = props.version;
  const { t } = useWords();
  const said = restored === null ? note : t('knowledge.version.restored', { number: restored });
  return (
    <button type="button" className={css.choice} aria-pressed={props.chosen} onClick={props.onChoose}>
      <b>{t('knowledge.version', { number })}</b>
      <small>
        {by.name} · <RelativeTime at={at} show="when" inside />
      </small>
      {said && <span dir="auto">{said}</span>}
    </button>
  );
}

const textOf = ({ title, body }: ArticleVersionWhole) => `${title}\n\n${body}`;

function Compared({ article, number }: { article: Article; number: number }) {
  const { t } = useWords();
  const newest = number >= article.number;
  // The newest is compared with what it was before; an older one with what is there now.
  const other = newest ? Math.max(1, number - 1) : article.number;
  const version = (wanted: number) =>
    read(knowledgeApi.getArticleVersion, { params: { id: article.id, number: wanted } });
  const one = useQuery(version(number));
  const with_ = useQuery(version(other));
  const [sides, setSides] = useState(false);
  const show = (mine: ArticleVersionWhole, theirs: ArticleVersionWhole) => {
    const [before, after] = mine.number < theirs.number ? [mine, theirs] : [theirs, mine];
    const titles = [
      t('knowledge.version', { number: before.number }),
      t('knowledge.version', { number: after.number }),
    ] as const;
    const texts = { before: textOf(before), after: textOf(after) };
    return (
      <>
        <div className={css.head}>
          <h2>
            {number === other
              ? t('knowledge.version.first')
              : t('knowledge.version.compared', { before: before.number, after: after.number })}
          </h2>
          <div className={css.acts}>
            {number !== other && (
              <Button weight="quiet" aria-pressed={sides} onClick={() => setSides(!sides)}>
                {t(sides ? 'knowledge.byWords' : 'knowledge.sideBySide')}
              </Button>
            )}
            {!newest && article.can.includes('save') && <BringBack article={article} number={number} />}
          </div>
        </div>
        {sides ? <SideBySide {...texts} titles={titles} /> : <ByWords {...texts} />}
      </>
    );
  };
  return <Loaded query={one}>{(mine) => <Loaded query={with_}>{(theirs) => show(mine, theirs)}</Loaded>}</Loaded>;
}

function BringBack({ article, number }: { article: Article; number: number }) {
  const { t } = useWords();
  const go = useGo();
  const write = useWrite(knowledgeApi.restoreArticleVersion, {
    stale: [knowledgeApi.listArticleVersions, knowledgeApi.listArticles, knowledgeApi.getKnowledge],
    onDone: (saved) => {
      queries.setQueryData(keyOf(knowledgeApi.getArticle, { params: { id: saved.id } }), saved);
      toast(t('knowledge.version.brought', { number }));
      go(`/knowledge/${saved.id}`);
    },
  });
  const bring = async () => {
    const params = { id: article.id, number };
    if (!(await write.send({ params, body: {}, ifMatch: article.version }))) await invalidate(knowledgeApi.getArticle);
  };
  return (
    <>
      <Button pending={write.isPending} onClick={() => void bring()}>
        {t('knowledge.version.bring')}
      </Button>
      {write.problem && <ProblemNote problem={write.problem} />}
    </>
  );
}
