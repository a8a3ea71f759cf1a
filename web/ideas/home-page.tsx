// Ideas as a ladder: the rungs with what stands on each and what gets done from there; or a list, when something is looked for.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { ideaStates } from '../../contract/ideas.ts';
import { useSearchParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useSettled } from '../platform/settled.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Ladder } from './ladder.tsx';
import { Listing } from './listing.tsx';
import css from './ideas.module.css';

const shows = ['ladder', 'mine', 'done', 'declined'] as const;

export default function HomePage() {
  const { t } = useWords();
  const [show, setShow] = useSearchParam('show');
  const [whom, setWhom] = useSearchParam('for');
  const { typed, field } = useSought();
  const known = shows.find((one) => one === show);
  const state = ideaStates.find((one) => one === show);
  const asked = {
    ...(state ? { state } : {}),
    ...(show === 'mine' ? { mine: 'true' as const } : {}),
    ...(whom === 'company' ? { company: 'true' as const } : whom ? { team: whom } : {}),
    ...(typed ? { q: typed } : {}),
  };
  const whole = Object.keys(asked).length === 0;
  return (
    <Page
      title={t('ideas.title')}
      sub={t('ideas.sub')}
      acts={
        <LinkButton to="/ideas/new" weight="main">
          {t('ideas.propose')}
        </LinkButton>
      }
      lead={
        <div className={css.filters}>
          <Chips
            label={t('ideas.show')}
            name="show"
            chips={shows.map((value) => ({ value, label: t(`ideas.show.${value}`) }))}
            value={known ?? (show ? null : 'ladder')}
            onChoose={(value) => setShow(value === 'ladder' ? '' : value)}
          />
          <Whom value={whom} onChange={setWhom} />
          {field}
        </div>
      }
    >
      {whole ? <Ladder /> : <Listing asked={asked} />}
    </Page>
  );
}

/** What is looked for: typed here, kept in the address. */
function useSought() {
  const { t } = useWords();
  const [q, setQ] = useSearchParam('q');
  const [value, setValue] = useState(q);
  const typed = useSettled(value.trim().slice(0, 400), 200);
  const given = useRef(q);
  useEffect(() => {
    if (typed === given.current) return;
    given.current = typed;
    setQ(typed);
  });
  const field = (
    <TextField
      type="search"
      label={t('ideas.find')}
      value={value}
      autoComplete="off"
      onChange={(event) => setValue(event.target.value)}
    />
  );
  return { typed, field };
}

function Whom({ value, onChange }: { value: string; onChange: (whom: string) => void }) {
  const { t } = useWords();
  const teams = useQuery(read(directoryApi.listTeams, { query: { limit: 100 } }));
  return (
    <Select label={t('ideas.team')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('ideas.team.any')}</option>
      <option value="company">{t('ideas.company')}</option>
      {teams.data?.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
