// The first words to somebody who has just created the company: who else should be here, and who answers for what.
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import { read } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';

export default function FirstSteps() {
  const { can } = useStanding();
  return can.includes('addPerson') ? <Steps /> : null;
}

function Steps() {
  const { t } = useWords();
  const people = useQuery(read(directoryApi.listPeople, { query: { limit: 2 } }));
  const teams = useQuery(read(directoryApi.listTeams, { query: { limit: 1 } }));
  if (!people.data || !teams.data) return null;
  const [alone, teamless] = [people.data.items.length < 2, teams.data.items.length === 0];
  if (!alone && !teamless) return null;
  return (
    <EmptyState
      title={t(alone ? 'directory.first.alone' : 'directory.first.teamless')}
      icon="hand"
      acts={
        <>
          <LinkButton to="/people/new" weight={alone ? 'main' : 'soft'}>
            {t('directory.person.add')}
          </LinkButton>
          <LinkButton to="/teams/new" weight={alone ? 'soft' : 'main'}>
            {t('directory.team.add')}
          </LinkButton>
        </>
      }
    >
      {t('directory.first.help')}
    </EmptyState>
  );
}
