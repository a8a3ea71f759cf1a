// One person in a list: face, name and how it is said, what they do, where; and the way to ask them.
import type { Person } from '../../contract/directory-people.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { Row } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { AwayWords } from './away.tsx';
import css from './directory.module.css';

export function PersonRow({ person }: { person: Person }) {
  const { t, list } = useWords();
  const me = useMe();
  const where = [list(person.teams.map(({ name }) => name)), person.place].filter(Boolean).join(' · ');
  return (
    <Row
      narrow
      time={<Face of={person} />}
      to={`/people/${person.id}`}
      title={
        <>
          {person.name}
          {person.pronouns && <span className={css.pronouns}>{person.pronouns}</span>}
        </>
      }
      sub={
        <>
          {!person.active && <Tag>{t('directory.person.left')}</Tag>}
          {person.away && (
            <Tag kind="risk">
              <AwayWords away={person.away} />
            </Tag>
          )}
          {person.does && <span className={css.does}>{person.does}</span>}
          {where && <span>{where}</span>}
          {person.said && <span className={css.said}>{t('directory.person.said', { said: person.said })}</span>}
        </>
      }
      acts={
        person.active &&
        person.id !== me.id && (
          <LinkButton to="/ask" search={{ person: person.id }} aria-label={t('directory.ask', { name: person.name })}>
            {t('directory.ask.short')}
          </LinkButton>
        )
      }
    />
  );
}
