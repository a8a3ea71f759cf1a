// What a search found, as sections of rows with the searched words marked.
import { useState } from 'react';
import type { Findings } from '../../contract/finding.ts';
import { useNow } from '../platform/now.ts';
import { useWords } from '../platform/words.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import { plainOf } from '../ui/markdown-html.ts';
import { Section } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Marked } from '../ui/marked.tsx';
import { around } from '../ui/match.ts';
import { standingOf } from './standing.ts';
import css from './search.module.css';

type Sought = { sought: readonly string[] };

export function FoundPeople({ people, sought }: { people: Findings['people'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.people')}>
      <RowList>
        {people.map((person) => (
          <Row
            key={person.id}
            narrow
            time={<Face of={person} />}
            to={`/people/${person.id}`}
            title={<Marked text={person.name} sought={sought} />}
            sub={
              <Marked
                text={[person.teams.join(', '), person.does, person.place].filter(Boolean).join(' · ')}
                sought={sought}
              />
            }
          />
        ))}
      </RowList>
    </Section>
  );
}

export function FoundTeams({ teams, sought }: { teams: Findings['teams'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.teams')}>
      <RowList>
        {teams.map((team) => (
          <Row
            key={team.id}
            narrow
            time={<Face of={team} square />}
            to={`/teams/${team.id}`}
            title={<Marked text={team.name} sought={sought} />}
            sub={team.does && <Marked text={team.does} sought={sought} />}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function FoundArticles({ articles, sought }: { articles: Findings['articles'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.articles')}>
      <RowList>
        {articles.map((article) => (
          <Row
            key={article.id}
            narrow
            time={<Icon name="book" large />}
            to={`/knowledge/${article.id}`}
            title={<Marked text={article.title} sought={sought} />}
            sub={
              <>
                <span>{article.team.name}</span>
                <q className={css.excerpt}>
                  <Marked text={article.excerpt} sought={sought} />
                </q>
              </>
            }
          />
        ))}
      </RowList>
    </Section>
  );
}

const views = ['all', 'open', 'ended'] as const;
const countedUpTo = 2000;
type Items = Findings['requests']['items'];

export function FoundRequests({ items, total, sought }: { items: Items; total: number } & Sought) {
  const { t, number } = useWords();
  const [view, setView] = useState<(typeof views)[number]>('all');
  const shown = items.filter(({ request }) => view === 'all' || (request.stage === 'ended') === (view === 'ended'));
  const count = t('finding.count.requests', { count: total });
  const counted = total >= countedUpTo ? t('finding.count.many', { count: number(countedUpTo) }) : count;
  const note = items.length < total ? `${counted}; ${t('finding.count.shown', { count: items.length })}` : counted;
  return (
    <Section title={t('finding.group.requests')} note={<span role="status">{note}</span>}>
      <div className={css.views} role="group" aria-label={t('finding.only')}>
        {views.map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
            {t(`finding.only.${one}`)}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className={css.nothing}>{t('finding.none.filter')}</p>}
      <RowList>
        {shown.map((one) => (
          <FoundRequest key={one.request.id} {...one} sought={sought} />
        ))}
      </RowList>
    </Section>
  );
}

function FoundRequest({ request, excerpt, sought }: Items[number] & Sought) {
  const words = useWords();
  const now = useNow();
  const time = (
    <>
      <span>#{request.number}</span>
      <small>
        <RelativeTime at={request.createdAt} show="distance" inside />
      </small>
    </>
  );
  const sub = (
    <>
      <span>{standingOf(request, now, words)}</span>
      {excerpt && (
        <q className={css.excerpt}>
          <span className={css.said}>{words.t('finding.said')}</span>{' '}
          <Marked text={around(plainOf(excerpt), sought)} sought={sought} />
        </q>
      )}
    </>
  );
  return (
    <Row time={time} to={`/requests/${request.id}`} title={<Marked text={request.title} sought={sought} />} sub={sub} />
  );
}
