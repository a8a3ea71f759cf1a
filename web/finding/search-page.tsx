// The search page: what was asked, said and promised, who and which team; with counts, marks, and the words of the message that matched.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { findingApi, type Findings } from '../../contract/finding.ts';
import { useSearchParam } from '../platform/address.ts';
import { onChange } from '../platform/live.ts';
import { useMoves } from '../platform/moves.ts';
import { invalidate, read } from '../platform/query.ts';
import { useShortcut } from '../platform/shortcuts.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { FoundArticles, FoundPeople, FoundRequests, FoundTeams } from './found.tsx';
import { isSearchable, soughtIn } from '../ui/match.ts';
import { useSettled } from '../platform/settled.ts';
import { Teaching } from './teaching.tsx';
import css from './search.module.css';

const most = 50;

export default function SearchPage() {
  const { t } = useWords();
  const [q, setQ] = useSearchParam('q');
  const [value, setValue] = useState(q);
  const given = useRef(q);
  const typed = useSettled(value.trim().slice(0, 400), 200);
  const asks = isSearchable(typed);
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
        {asks && found.data && <All found={found.data} words={typed} />}
      </div>
    </Page>
  );
}

function SearchField({ value, onChange: change }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const moves = useMoves();
  const arrivedEmpty = useRef(value === '');
  // After the heading took the focus: whoever comes without words came to type some.
  useEffect(() => {
    if (arrivedEmpty.current) field.current?.focus();
  }, [moves]);
  useShortcut('/', t('finding.shortcut'), () => field.current?.select());
  return (
    <search className={css.field}>
      <Icon name="search" large />
      <input
        ref={field}
        type="search"
        aria-label={t('finding.title')}
        placeholder={t('finding.field')}
        value={value}
        maxLength={400}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => change(event.target.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </search>
  );
}

function All({ found, words }: { found: Findings; words: string }) {
  const { t } = useWords();
  const sought = soughtIn(words);
  const { people, teams, articles, requests } = found;
  if (people.length + teams.length + articles.length + requests.items.length === 0)
    return (
      <div role="status">
        <EmptyState
          icon="search"
          title={t('finding.none.title', { words })}
          acts={
            <LinkButton to="/ask" search={{ title: words } as never} weight="soft">
              {t('finding.none.ask')}
            </LinkButton>
          }
        >
          {t('finding.none.words')}
        </EmptyState>
      </div>
    );
  return (
    <div className={css.all}>
      {people.length > 0 && <FoundPeople people={people} sought={sought} />}
      {teams.length > 0 && <FoundTeams teams={teams} sought={sought} />}
      {articles.length > 0 && <FoundArticles articles={articles} sought={sought} />}
      {requests.items.length > 0 && <FoundRequests {...requests} sought={sought} />}
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
