// Under an ask that is being written: up to three articles that may answer it, read in a window over it, so that no word is lost.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { knowledgeApi, type ArticleRow } from '../../contract/knowledge.ts';
import type { Slots } from '../platform/capability.ts';
import { read, useWrite } from '../platform/query.ts';
import { useSettled } from '../platform/settled.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormActs, ProblemNote } from '../ui/form.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Marked } from '../ui/marked.tsx';
import { around, isSearchable, soughtIn } from '../ui/match.ts';
import { Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { ArticleBody } from './article-body.tsx';
import css from './knowledge.module.css';

/** Fewer letters than this say nothing yet. */
const enough = 6;

export default function Answers({ words, team, onSpared }: Slots['ask']) {
  const { t } = useWords();
  const [open, setOpen] = useState<ArticleRow | null>(null);
  const settled = useSettled(words.trim().slice(0, 1000), 400);
  const asks = settled.length >= enough && isSearchable(settled);
  const { data } = useQuery({
    ...read(knowledgeApi.suggestArticles, { query: { words: settled, ...(team ? { team } : {}) } }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  const found = asks ? (data?.items ?? []) : [];
  const sought = soughtIn(settled).filter((word) => word.length > 3);
  return (
    <>
      <span role="status">
        <Hidden>{found.length > 0 && t('knowledge.offer.count', { count: found.length })}</Hidden>
      </span>
      {found.length > 0 && (
        <section className={css.offer} aria-label={t('knowledge.offer')}>
          <h2>{t('knowledge.offer')}</h2>
          <ul>
            {found.map((article) => (
              <li key={article.id}>
                <button type="button" className={css.offered} onClick={() => setOpen(article)} lang={article.language}>
                  <b>
                    <Marked text={article.title} sought={sought} />
                  </b>
                  <span>{around(article.excerpt, sought, 150)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open && <Reading row={open} onClose={() => setOpen(null)} onSpared={onSpared} />}
    </>
  );
}

function Reading({ row, onClose, onSpared }: { row: ArticleRow; onClose: () => void; onSpared: () => void }) {
  const { t } = useWords();
  const article = useQuery(read(knowledgeApi.getArticle, { params: { id: row.id } }));
  const write = useWrite(knowledgeApi.sayHelped, {
    onDone: () => {
      toast(t('knowledge.spared.toast'));
      onClose();
      onSpared();
    },
  });
  return (
    <Dialog open wide onClose={onClose} title={<span lang={row.language}>{row.title}</span>} sub={row.team.name}>
      <Loaded query={article}>
        {(found) => (
          <>
            <ArticleBody words={found.body} language={found.language} />
            {write.problem && <ProblemNote problem={write.problem} />}
            <div className={css.decide}>
              <FormActs>
                <Button
                  weight="main"
                  pending={write.isPending}
                  onClick={() => void write.send({ params: { id: row.id }, body: { helped: true, spared: true } })}
                >
                  {t('knowledge.spared')}
                </Button>
                <Button onClick={onClose}>{t('knowledge.askOn')}</Button>
              </FormActs>
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
