// The catalog: what colleagues do for each other, by team, found as one types.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { catalogApi, type Services, type TeamServices } from '../../contract/catalog.ts';
import { useGo, useSearchParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { Page, Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { ServiceRow } from './service-row.tsx';
import css from './catalog.module.css';

export default function ServicesPage() {
  const { t } = useWords();
  const [q, setQ] = useSearchParam('q');
  const [archived, setArchived] = useSearchParam('archived');
  const query = { ...(q ? { q } : {}), ...(archived ? { archived: 'true' as const } : {}) };
  const services = useQuery({
    ...read(catalogApi.listServices, { query }),
    placeholderData: keepPreviousData,
  });
  const manages = services.data?.manages ?? [];
  return (
    <Page
      title={t('catalog.title')}
      sub={t('catalog.sub')}
      acts={<AddService teams={manages} />}
      lead={<SearchField value={q} onChange={setQ} />}
    >
      <Loaded query={services} rows={8}>
        {(found) => <Found found={found} q={q} archived={archived !== ''} />}
      </Loaded>
      {manages.length > 0 && (
        <div className={css.foot}>
          <Button weight="quiet" onClick={() => setArchived(archived ? '' : 'yes')}>
            {t(archived ? 'catalog.list.living' : 'catalog.list.archived')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function AddService({ teams }: { teams: Services['manages'] }) {
  const { t } = useWords();
  const go = useGo();
  const [first] = teams;
  if (!first) return null;
  if (teams.length === 1)
    return (
      <LinkButton to="/services/new" search={{ team: first.id }}>
        {t('catalog.add')}
      </LinkButton>
    );
  return (
    <Menu label={t('catalog.add')} weight="soft">
      {teams.map(({ id, name }) => (
        <MenuAct key={id} onAct={() => go(`/services/new?team=${id}`)}>
          {name}
        </MenuAct>
      ))}
    </Menu>
  );
}

/** Keeps its own letters, so that typing never waits for the address. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className={css.search} role="search">
      <TextField
        label={t('catalog.search')}
        quietLabel
        type="search"
        placeholder={t('catalog.search')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(next.trim()), 120);
        }}
      />
    </div>
  );
}

function Found({ found, q, archived }: { found: Services; q: string; archived: boolean }) {
  const { t } = useWords();
  const count = found.teams.reduce((sum, { services }) => sum + services.length, 0);
  if (count === 0) return <Nothing found={found} q={q} archived={archived} />;
  return (
    <div className={css.catalog}>
      <p role="status" className={css.count}>
        {q ? t('catalog.found', { count }) : ''}
      </p>
      <div>
        {found.teams.map((group) => (
          <TeamGroup key={group.team.id} group={group} />
        ))}
      </div>
      {found.teams.length > 2 && <TeamIndex teams={found.teams} />}
    </div>
  );
}

const TeamGroup = ({ group: { team, services } }: { group: TeamServices }) => (
  <div id={`team-${team.id}`} className={css.group}>
    <Section title={team.name}>
      {team.does && <p className={css.teamDoes}>{team.does}</p>}
      <RowList>
        {services.map((service) => (
          <ServiceRow key={service.id} service={service} />
        ))}
      </RowList>
    </Section>
  </div>
);

/** Beside a long list, on a wide page: the teams, to go to each. */
function TeamIndex({ teams }: { teams: readonly TeamServices[] }) {
  const { t } = useWords();
  return (
    <nav className={css.index} aria-label={t('catalog.index')}>
      <ul>
        {teams.map(({ team, services }) => (
          <li key={team.id}>
            <a
              href={`#team-${team.id}`}
              onClick={(event) => {
                event.preventDefault();
                const group = document.getElementById(`team-${team.id}`);
                group?.scrollIntoView({ block: 'start' });
                group?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
              }}
            >
              {team.name} <small>{services.length}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({ found, q, archived }: { found: Services; q: string; archived: boolean }) {
  const { t } = useWords();
  if (archived) return <EmptyState title={t('catalog.none.archived')} icon="search" />;
  if (q)
    return (
      <EmptyState
        title={t('catalog.none.found', { words: q })}
        icon="search"
        acts={<LinkButton to="/ask">{t('catalog.none.askAnyway')}</LinkButton>}
      >
        {t('catalog.none.foundHelp')}
      </EmptyState>
    );
  return (
    <EmptyState title={t('catalog.none')} icon="hand">
      {t(found.manages.length > 0 ? 'catalog.none.begin' : 'catalog.none.wait')}
    </EmptyState>
  );
}
