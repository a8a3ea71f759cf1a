// One team: what it does, who is in it, when it works, and what it holds itself to.
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { useParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { TeamHours } from './team-hours.tsx';

export default function TeamPage() {
  const id = useParam('id');
  const team = useQuery(read(directoryApi.getTeam, { params: { id } }));
  return (
    <Loaded query={team} page>
      {(found) => <Shown key={found.id} team={found} />}
    </Loaded>
  );
}

function Shown({ team }: { team: Team }) {
  const { t } = useWords();
  const me = useMe();
  return (
    <Page
      title={team.name}
      above={team.archived ? <Tag>{t('directory.team.archived')}</Tag> : undefined}
      sub={team.does || undefined}
      acts={
        <>
          {!team.archived && (
            <LinkButton to="/ask" search={{ team: team.id }} weight="main">
              {t('directory.ask', { name: team.name })}
            </LinkButton>
          )}
          {team.mine && <LinkButton to={`/teams/${team.id}/queue`}>{t('directory.team.queue')}</LinkButton>}
          {(team.mine || me.administrator) && (
            <LinkButton to={`/teams/${team.id}/report`} weight="quiet">
              {t('directory.team.report')}
            </LinkButton>
          )}
          {(team.can.includes('update') || team.can.includes('restore')) && (
            <LinkButton to={`/teams/${team.id}/edit`} weight="quiet">
              {t('directory.edit')}
            </LinkButton>
          )}
        </>
      }
      aside={<TeamHours team={team} />}
    >
      <Members team={team} />
      <Slot of="team" team={team} />
    </Page>
  );
}

function Members({ team }: { team: Team }) {
  const { t } = useWords();
  return (
    <Section title={t('directory.team.members')} note={t('directory.team.size', { count: team.members.length })}>
      {team.members.length === 0 ? (
        <EmptyState title={t('directory.team.empty')} icon="team">
          {t(team.can.includes('addMember') ? 'directory.team.emptyHelp' : 'directory.team.emptyWait')}
        </EmptyState>
      ) : (
        <RowList>
          {team.members.map(({ person, does, lead }) => (
            <Row
              key={person.id}
              narrow
              time={<Face of={person} />}
              title={person.name}
              to={`/people/${person.id}`}
              sub={
                <>
                  {lead && <Tag kind="kept">{t('directory.team.lead')}</Tag>}
                  {does && <span>{does}</span>}
                </>
              }
            />
          ))}
        </RowList>
      )}
    </Section>
  );
}
