// An article to be read with pleasure: the words, a map of long ones, who keeps it, and whether it helped.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { knowledgeApi, type Article } from '../../contract/knowledge.ts';
import { useParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Note, Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { ArticleActs } from './article-acts.tsx';
import { ArticleBody, Contents, headingsOf } from './article-body.tsx';
import { Helped } from './helped.tsx';
import { Marks } from './marks.tsx';
import css from './article.module.css';

export default function ArticlePage() {
  const id = useParam('id');
  const article = useQuery(read(knowledgeApi.getArticle, { params: { id } }));
  return (
    <Loaded query={article} page rows={6}>
      {(found) => <Whole key={found.id} article={found} />}
    </Loaded>
  );
}

function Whole({ article }: { article: Article }) {
  const { t } = useWords();
  const headings = headingsOf(article.body);
  const mayWrite = article.can.includes('save');
  return (
    <Page
      title={article.title}
      heading={
        <span dir="auto" lang={article.language}>
          {article.title}
        </span>
      }
      above={
        <span className={css.above}>
          <Link to="/knowledge">{t('knowledge.title')}</Link> ·
          <Link to="/knowledge" search={{ team: article.team.id } as never}>
            {article.team.name}
          </Link>
          <Marks article={article} />
        </span>
      }
      acts={
        <>
          {mayWrite && <LinkButton to={`/knowledge/${article.id}/edit`}>{t('knowledge.edit')}</LinkButton>}
          <ArticleActs article={article} />
        </>
      }
      aside={
        <div className={css.facts}>
          {headings.length > 0 && (
            <div className={css.longContents}>
              <Contents headings={headings} />
            </div>
          )}
          <Facts article={article} />
        </div>
      }
    >
      {article.body === '' ? (
        <EmptyState title={t('knowledge.blank')} icon="book" />
      ) : (
        <ArticleBody words={article.body} language={article.language} />
      )}
      {article.can.includes('sayHelped') && <Helped article={article} />}
      {article.services.length > 0 && (
        <Section title={t('knowledge.services')}>
          <RowList>
            {article.services.map(({ id, name, team }) => (
              <Row key={id} to={`/services/${id}`} title={name} sub={team.name} />
            ))}
          </RowList>
        </Section>
      )}
    </Page>
  );
}

function Facts({ article }: { article: Article }) {
  const { t, rich, date } = useWords();
  const at = (instant: string) => <RelativeTime at={instant} show="when" inside />;
  return (
    <Note title={t('knowledge.keeper')}>
      <p>
        <Link to={`/teams/${article.team.id}`}>{article.team.name}</Link>
      </p>
      <p>
        <small>{rich('knowledge.writtenBy', { name: article.by.name, when: at(article.updatedAt) })}</small>
      </p>
      {article.checkedAt && (
        <p>
          <small>{rich('knowledge.checked', { when: at(article.checkedAt) })}</small>
        </p>
      )}
      {article.checkBy && (
        <p>
          <small>
            {t('knowledge.checkBy', {
              day: date(`${article.checkBy}T12:00:00Z`, { day: 'numeric', month: 'long', year: 'numeric' }),
            })}
          </small>
        </p>
      )}
      {article.origin && (
        <p>
          <small>
            {rich('knowledge.origin', {
              title: <Link to={`/requests/${article.origin.id}`}>{article.origin.title}</Link>,
            })}
          </small>
        </p>
      )}
    </Note>
  );
}
