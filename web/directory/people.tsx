// Everybody: found as one types, typing mistakes forgiven by the server; narrowed to a team, or to those who have left.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { read, readPages } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { SkillFilter, SpeaksFilter } from './people-filters.tsx';
import { PersonRow } from './person-row.tsx';
import { Places } from './places.tsx';
import css from './directory.module.css';

export default function People() {
  const { t } = useWords();
  const { can } = useStanding();
  const [q, setQ] = useSearchParam('q');
  const [team, setTeam] = useSearchParam('team');
  const [left, setLeft] = useSearchParam('left');
  const [skill, setSkill] = useSearchParam('skill');
  const [speaks, setSpeaks] = useSearchParam('speaks');
  return (
    <Page
      title={t('directory.people')}
      sub={t('directory.people.sub')}
      acts={
        can.includes('addPerson') && (
          <>
            <LinkButton to="/people/new" weight="main">
              {t('directory.person.add')}
            </LinkButton>
            <LinkButton to="/people/import">{t('directory.import')}</LinkButton>
          </>
        )
      }
      lead={<Places />}
    >
      <div className={css.filters} role="search">
        <NameField value={q} onChange={setQ} />
        <TeamFilter value={team} onChoose={setTeam} />
        <SkillFilter value={skill} onChoose={setSkill} />
        <SpeaksFilter value={speaks} onChoose={setSpeaks} />
        <Select
          label={t('directory.filter.state')}
          quietLabel
          value={left ? 'false' : 'true'}
          onChange={(event) => setLeft(event.target.value === 'false' ? 'yes' : '')}
        >
          <option value="true">{t('directory.filter.here')}</option>
          <option value="false">{t('directory.filter.left')}</option>
        </Select>
      </div>
      <Found q={q} narrowed={{ team, skill, speaks }} active={left ? 'false' : 'true'} />
    </Page>
  );
}

/** Keeps its own letters, so that typing never waits for the address. */
function NameField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next), 120);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextField
      label={t('directory.filter.name')}
      quietLabel
      placeholder={t('directory.filter.name')}
      type="search"
      value={typed}
      onChange={(event) => type(event.target.value)}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function TeamFilter({ value, onChoose }: { value: string; onChoose: (value: string) => void }) {
  const { t } = useWords();
  const teams = useQuery(read(directoryApi.listTeams, { query: { limit: 100 } }));
  return (
    <Select
      label={t('directory.filter.team')}
      quietLabel
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t('directory.filter.everyTeam')}</option>
      {teams.data?.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

type Narrowed = { team: string; skill: string; speaks: string };

function Found({ q, narrowed, active }: { q: string; narrowed: Narrowed; active: 'true' | 'false' }) {
  const { t } = useWords();
  const chosen = Object.fromEntries(Object.entries({ q, ...narrowed }).filter(([, value]) => value !== ''));
  const query = { active, ...chosen };
  const people = useInfiniteQuery({
    ...readPages(directoryApi.listPeople, { query }),
    placeholderData: keepPreviousData,
  });
  if (people.isPending) return <Loading rows={6} />;
  if (people.error) return <ErrorState problem={problemOf(people.error)} again={people.refetch} />;
  const found = people.data;
  return (
    <>
      <p role="status" className={css.count}>
        {!people.hasNextPage && (Object.keys(chosen).length > 0 || active === 'false')
          ? t('directory.people.found', { count: found.length })
          : ''}
      </p>
      {found.length === 0 ? (
        <EmptyState title={t(q ? 'directory.people.nobodyCalled' : 'directory.people.nobody')} icon="search">
          {q && t('directory.people.nobodyHelp')}
        </EmptyState>
      ) : (
        <RowList label={t('directory.people')}>
          {found.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </RowList>
      )}
      {people.hasNextPage && (
        <div className={css.more}>
          <Button onClick={() => void people.fetchNextPage()} pending={people.isFetchingNextPage}>
            {t('directory.more')}
          </Button>
        </div>
      )}
    </>
  );
}
