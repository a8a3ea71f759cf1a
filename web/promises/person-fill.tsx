// On a colleague's page: promising them something.
import type { Person } from '../../contract/directory-people.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';

export default function PersonFill({ person }: { person: Person }) {
  const { t } = useWords();
  const me = useMe();
  if (person.id === me.id || !person.active) return null;
  return (
    <LinkButton to="/promises/new" search={{ to: person.id }}>
      {t('promises.person')}
    </LinkButton>
  );
}
