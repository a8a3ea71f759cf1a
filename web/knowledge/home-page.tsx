// Where one begins to look for an answer: a field, what helped, what is new, which teams write; and a team's own shelf.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { knowledgeApi, type KnowledgeHome } from '../../contract/knowledge.ts';
import { useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { read, readPages } from '../platform/query.ts';
import { useSettled } from '../platform/settled.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { isSearchable, soughtIn } from '../ui/match.ts';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, ErrorState, Loaded, Loading } from '../ui/states.tsx';
import { ArticleRows } from './rows.tsx';
import { Shelf } from './shelf.tsx';
import css from './knowledge.module.css';

export default function HomePage() {
  const { t } = useWords();
  const [q, setQ] = useSearchParam('q');
  const [team] = useSearchParam('team');
  const [value, setValue] = useState(q);
  const typed = useSettled(value.trim().slice(0, 400), 200);
  const given = useRef(q);
  useEffect(() => {
    if (typed === given.current) return;
    given.current = typed;
    setQ(typed);
  });
  // The address may change under the page, by going back or to the shelf of a team.
  useEffect(() => {
    if (q === given.current) return;
    given.current = q;
    setValue(q);
  }, [q]);
  const home = useQuery(read(knowledgeApi.getKnowledge, {}));
  const chosen = home.data?.teams.find((one) => one.id === team);
  const mine = home.data?.teams.filter((one) => one.mine) ?? [];
  return (
    <Page
      title={chosen ? `${chosen.name} · ${t('knowledge.title')}` : t('knowledge.title')}
      heading={chosen ? chosen.name : t('knowledge.title')}
      {...(chosen ? { above: <Link to="/knowledge">{t('knowledge.title')}</Link> } : { sub: t('knowledge.sub') })}
      acts={
        mine.length > 0 && (
          <LinkButton to="/knowledge/new" {...(team ? { search: { team } as never } : {})} weight="main">
            {t('knowledge.write')}
          </LinkButton>
        )
      }
      lead={<Field value={value} onChange={setValue} />}
      aside={home.data && home.data.teams.length > 0 && <Teams teams={home.data.teams} chosen={team} />}
    >
      {isSearchable(typed) ? (
        <FoundArticles typed={typed} team={team} />
      ) : team ? (
        <Shelf key={team} team={team} mine={chosen?.mine ?? false} />
      ) : (
        <Loaded query={home}>{(found) => <Beginning home={found} />}</Loaded>
      )}
    </Page>
  );
}

function Field({ value, onChange: change }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  return (
    <search className={css.field}>
      <Icon name="search" large />
      <input
        type="search"
        aria-label={t('knowledge.field.label')}
        placeholder={t('knowledge.field')}
        value={value}
        maxLength={400}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => change(event.target.value)}
      />
    </search>
  );
}

function Beginning({ home }: { home: KnowledgeHome }) {
  const { t } = useWords();
  const { helpful, fresh, toCheck, drafts } = home;
  const newest = fresh.filter((one) => !helpful.some((other) => other.id === one.id));
  if (helpful.length + fresh.length + drafts.length === 0)
    return (
      <EmptyState title={t('knowledge.empty')} icon="book">
        {t('knowledge.empty.words')}
      </EmptyState>
    );
  return (
    <>
      {helpful.length > 0 && (
        <Section title={t('knowledge.helpful')}>
          <ArticleRows articles={helpful} />
        </Section>
      )}
      {newest.length > 0 && (
        <Section title={t('knowledge.fresh')}>
          <ArticleRows articles={newest} />
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={t('knowledge.drafts')} note={t('knowledge.drafts.note')}>
          <ArticleRows articles={drafts} brief />
        </Section>
      )}
      {toCheck.length > 0 && (
        <Section title={t('knowledge.toCheck')} note={t('knowledge.toCheck.note')}>
          <ArticleRows articles={toCheck} brief />
        </Section>
      )}
    </>
  );
}

function Teams({ teams, chosen }: { teams: KnowledgeHome['teams']; chosen: string }) {
  const { t } = useWords();
  return (
    <nav aria-label={t('knowledge.teams')}>
      <h3>{t('knowledge.teams')}</h3>
      <ul className={css.teams}>
        {teams.map((team) => (
          <li key={team.id}>
            <Link
              to="/knowledge"
              search={{ team: team.id } as never}
              aria-current={team.id === chosen ? 'page' : undefined}
              activeProps={{}}
            >
              {team.name} <small>{t('knowledge.count', { count: team.count })}</small>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FoundArticles({ typed, team }: { typed: string; team: string }) {
  const { t } = useWords();
  const found = useInfiniteQuery({
    ...readPages(knowledgeApi.listArticles, { query: { q: typed, limit: 20, ...(team ? { team } : {}) } }),
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorState problem={problemOf(found.error)} again={found.refetch} />;
  if (found.data.length === 0)
    return (
      <div role="status">
        <EmptyState
          icon="search"
          title={t('knowledge.none', { words: typed })}
          acts={
            <LinkButton to="/ask" search={{ title: typed, ...(team ? { team } : {}) } as never}>
              {t('knowledge.none.ask')}
            </LinkButton>
          }
        >
          {t('knowledge.none.words')}
        </EmptyState>
      </div>
    );
  return (
    <div className={css.found} aria-busy={found.isFetching}>
      <Section title={t('knowledge.found')}>
        <ArticleRows articles={found.data} sought={soughtIn(typed)} />
      </Section>
      {found.hasNextPage && (
        <div className={css.more}>
          <Button pending={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('knowledge.next')}
          </Button>
        </div>
      )}
    </div>
  );
}
