// One person: how their name is said, what they do and for whom, where they are and what time it is there.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { useParam } from '../platform/address.ts';
import { languageNames } from '../platform/language.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { Note, Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { Absences } from './absences.tsx';
import { AwayBanner } from './away.tsx';
import { useLanguageName } from './belongings-fields.tsx';
import { DottedAbove, LineAbove, Reports } from './line.tsx';
import { LocalTime } from './local-time.tsx';
import { PersonActs } from './person-acts.tsx';
import { HoursTable } from './team-hours.tsx';
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
            {person.pronouns && <span className={css.pronouns}>{person.pronouns}</span>}
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
          <Slot of="person" person={person} />
          <PersonActs person={person} />
        </>
      }
      lead={<AwayBanner away={person.away} />}
      aside={<About person={person} />}
    >
      {(person.active || person.teams.length > 0) && (
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
      )}
      <Skills person={person} />
      <LineAbove person={person} />
      <DottedAbove person={person} />
      <Reports person={person} />
      <Reports person={person} dotted />
      <Absences person={person} />
    </Page>
  );
}

function Skills({ person }: { person: Person }) {
  const { t } = useWords();
  if (person.skills.length === 0) return null;
  return (
    <Section title={t('directory.skills')}>
      <ul className={css.chips}>
        {person.skills.map((skill) => (
          <li key={skill}>
            <Link to="/people" search={{ skill }}>
              {skill}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What they speak; as long as they have not told, what they read here. */
function Spoken({ person }: { person: Person }) {
  const { list } = useWords();
  const nameOf = useLanguageName();
  if (person.languages.length === 0) return <p lang={person.language}>{languageNames[person.language]}</p>;
  return <p>{list(person.languages.map(nameOf))}</p>;
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
      {person.week && (
        <Note title={t('directory.ownHours')}>
          <HoursTable week={person.week} />
        </Note>
      )}
      <Note title={t(person.languages.length > 0 ? 'directory.languages' : 'directory.person.speaks')}>
        <Spoken person={person} />
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
