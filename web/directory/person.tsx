// One person: how their name is said, what they do and for whom, where they are and what time it is there.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { useParam } from '../platform/address.ts';
import { languageNames } from '../platform/language.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { Note, Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { LineAbove, Reports } from './line.tsx';
import { LocalTime } from './local-time.tsx';
import { PersonActs } from './person-acts.tsx';
import css from './directory.module.css';

export default function PersonPage() {
  const id = useParam('id');
  const person = useQuery(read(directoryApi.getPerson, { params: { id } }));
  return (
    <Loaded query={person} page>
      {(found) => <Shown key={found.id} person={found} />}
    </Loaded>
  );
}

function Shown({ person }: { person: Person }) {
  const { t } = useWords();
  const me = useMe();
  const mine = person.id === me.id;
  return (
    <Page
      title={person.name}
      heading={
        <span className={css.portrait}>
          <Face of={person} size="large" />
          <span>
            {person.name}
            {!person.active && <Tag>{t('directory.person.left')}</Tag>}
          </span>
        </span>
      }
      sub={person.does || (mine ? t('directory.person.doesEmptyMine') : undefined)}
      acts={
        <>
          {mine ? (
            <LinkButton to="/me" weight="main">
              {t('directory.me.edit')}
            </LinkButton>
          ) : (
            person.active && (
              <LinkButton to="/ask" search={{ person: person.id }} weight="main">
                {t('directory.ask', { name: person.name })}
              </LinkButton>
            )
          )}
          <PersonActs person={person} />
        </>
      }
      aside={<About person={person} />}
    >
      <Section title={t('directory.person.teams')}>
        {person.teams.length === 0 ? (
          <EmptyState title={t('directory.person.noTeams')}>{t('directory.person.noTeamsHelp')}</EmptyState>
        ) : (
          <RowList>
            {person.teams.map((team) => (
              <Row
                key={team.id}
                narrow
                time={<Face of={team} square />}
                title={team.name}
                to={`/teams/${team.id}`}
                sub={team.lead && t('directory.team.leads')}
              />
            ))}
          </RowList>
        )}
      </Section>
      <LineAbove person={person} />
      <Reports person={person} />
    </Page>
  );
}

function About({ person }: { person: Person }) {
  const { t } = useWords();
  return (
    <>
      {person.said && (
        <Note title={t('directory.said')}>
          <p className={css.saidLarge}>{person.said}</p>
          <p className={css.quiet}>{t('directory.said.why')}</p>
        </Note>
      )}
      <Note title={t('directory.person.where')}>
        {person.place && <p>{person.place}</p>}
        <LocalTime zone={person.zone} />
      </Note>
      <Note title={t('directory.person.speaks')}>
        <p lang={person.language}>{languageNames[person.language]}</p>
      </Note>
      {person.email && (
        <Note title={t('directory.email')}>
          <p>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </p>
        </Note>
      )}
      {person.administrator && (
        <Note title={t('directory.person.administrator')}>
          <p className={css.quiet}>
            {t('directory.person.administratorHelp')}{' '}
            {person.can.includes('govern') && <Link to="/settings">{t('platform.settings')}</Link>}
          </p>
        </Note>
      )}
    </>
  );
}
