// The search page: what was asked, said and promised, who and which team; with counts, marks, and the words of the message that matched.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { findingApi, type Findings } from '../../contract/finding.ts';
import { readSearch } from '../../contract/search-text.ts';
import { useSearchParam } from '../platform/address.ts';
import { onChange } from '../platform/live.ts';
import { invalidate, read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { FoundPromises } from '../promises/promises.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { FoundArticles, FoundIdeas, FoundPeople, FoundServices, FoundTeams } from './found.tsx';
import { FoundFiles, FoundRequests } from './found-requests.tsx';
import { SearchField } from './search-field.tsx';
import { isSearchable, soughtIn } from '../ui/match.ts';
import { useSettled } from '../platform/settled.ts';
import { Teaching } from './teaching.tsx';
import css from './search.module.css';

const most = 50;

export default function SearchPage() {
  const { t, language } = useWords();
  const [q, setQ] = useSearchParam('q');
  const [value, setValue] = useState(q);
  const given = useRef(q);
  const typed = useSettled(value.trim().slice(0, 400), 200);
  const { words: plain, filters } = readSearch(typed, language);
  const asks = isSearchable(plain) || filters.length > 0;
  const found = useQuery({
    ...read(findingApi.search, { query: { q: typed, limit: most } }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (typed === given.current) return;
    given.current = typed;
    setQ(typed);
  });
  // The address may change under the page: by the palette, or by going back.
  useEffect(() => {
    if (q === given.current) return;
    given.current = q;
    setValue(q);
  }, [q]);
  useFreshFindings();
  return (
    <Page
      title={asks ? t('finding.title.for', { words: typed }) : t('finding.title')}
      heading={t('finding.title')}
      lead={<SearchField value={value} onChange={setValue} />}
    >
      <div aria-busy={found.isFetching}>
        {!asks && <Teaching onTry={setValue} />}
        {asks && found.isPending && <Loading />}
        {asks && found.error && !found.data && <ErrorState problem={found.error} again={found.refetch} />}
        {asks && found.data && <All found={found.data} typed={typed} words={plain} />}
      </div>
    </Page>
  );
}

function All({ found, typed, words }: { found: Findings; typed: string; words: string }) {
  const { people, teams, services, articles, ideas, promises, requests, files } = found;
  const all = [people, teams, services, articles, ideas, promises, requests.items, files];
  const sought = soughtIn(words);
  return (
    <div className={css.all}>
      <Misread parts={found.misread} />
      {all.every((some) => some.length === 0) && <None typed={typed} words={words} />}
      {services.length > 0 && <FoundServices services={services} sought={sought} />}
      {people.length > 0 && <FoundPeople people={people} sought={sought} />}
      {teams.length > 0 && <FoundTeams teams={teams} sought={sought} />}
      {articles.length > 0 && <FoundArticles articles={articles} sought={sought} />}
      {ideas.length > 0 && <FoundIdeas ideas={ideas} sought={sought} />}
      {promises.length > 0 && (
        <Suspense>
          <FoundPromises found={promises} sought={sought} />
        </Suspense>
      )}
      {requests.items.length > 0 && <FoundRequests {...requests} sought={sought} />}
      {files.length > 0 && <FoundFiles files={files} sought={sought} />}
    </div>
  );
}

function None({ typed, words }: { typed: string; words: string }) {
  const { t } = useWords();
  const ask = isSearchable(words) && (
    <LinkButton to="/ask" search={{ title: words } as never} weight="soft">
      {t('finding.none.ask')}
    </LinkButton>
  );
  return (
    <div role="status">
      <EmptyState icon="search" title={t('finding.none.title', { words: typed })} acts={ask}>
        {t('finding.none.words')}
      </EmptyState>
    </div>
  );
}

/** What was not understood is told, so that nobody trusts a filter that narrows nothing. */
function Misread({ parts }: { parts: Findings['misread'] }) {
  const { t } = useWords();
  return (
    <div role="status">
      {parts.map(({ part, why }) => (
        <p key={part} className={css.misread}>
          <Icon name="warning" /> {t(`finding.misread.${why}`, { part })}
        </p>
      ))}
    </div>
  );
}

/** What is found stays true while it is looked at; a busy company does not make the page ask more than every other second. */
function useFreshFindings(): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = onChange('*', ({ subject }) => {
      if (subject === 'notice') return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void invalidate(findingApi.search);
      }, 2000);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, []);
}
