// Teams: mine first, then all others; what each does, and who leads it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { TeamItem } from '../../contract/directory-teams.ts';
import { useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { readPages } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Places } from './places.tsx';
import css from './directory.module.css';

export default function Teams() {
  const { t } = useWords();
  const { can } = useStanding();
  const [archived, setArchived] = useSearchParam('archived');
  const mayAdd = can.includes('addTeam');
  return (
    <Page
      title={t('directory.teams')}
      sub={t('directory.teams.sub')}
      acts={
        mayAdd && (
          <LinkButton to="/teams/new" weight="main">
            {t('directory.team.add')}
          </LinkButton>
        )
      }
      lead={<Places />}
    >
      <Found archived={archived ? 'true' : 'false'} mayAdd={mayAdd} />
      {mayAdd && (
        <div className={css.more}>
          <Button weight="quiet" onClick={() => setArchived(archived ? '' : 'yes')}>
            {t(archived ? 'directory.teams.living' : 'directory.teams.archived')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Found({ archived, mayAdd }: { archived: 'true' | 'false'; mayAdd: boolean }) {
  const { t } = useWords();
  const teams = useInfiniteQuery(readPages(directoryApi.listTeams, { query: { archived, limit: 100 } }));
  if (teams.isPending) return <Loading rows={5} />;
  if (teams.error) return <ErrorState problem={problemOf(teams.error)} again={teams.refetch} />;
  if (archived === 'true' && teams.data.length === 0)
    return <EmptyState title={t('directory.teams.noneArchived')} icon="team" />;
  if (teams.data.length === 0)
    return (
      <EmptyState title={t('directory.teams.none')} icon="team">
        {t(mayAdd ? 'directory.teams.noneHelp' : 'directory.teams.noneWait')}
      </EmptyState>
    );
  const [mine, others] = [teams.data.filter((team) => team.mine), teams.data.filter((team) => !team.mine)];
  return (
    <>
      {mine.length > 0 && (
        <Section title={t('directory.teams.mine')}>
          <TeamRows teams={mine} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t(mine.length > 0 ? 'directory.teams.others' : 'directory.teams.all')}>
          <TeamRows teams={others} />
        </Section>
      )}
      {teams.hasNextPage && (
        <div className={css.more}>
          <Button onClick={() => void teams.fetchNextPage()} pending={teams.isFetchingNextPage}>
            {t('directory.more')}
          </Button>
        </div>
      )}
    </>
  );
}

const TeamRows = ({ teams }: { teams: readonly TeamItem[] }) => (
  <RowList>
    {teams.map((team) => (
      <TeamRow key={team.id} team={team} />
    ))}
  </RowList>
);

function TeamRow({ team }: { team: TeamItem }) {
  const { t, list } = useWords();
  const leads = list(team.leads.map(({ name }) => name));
  return (
    <Row
      narrow
      time={<Face of={team} square />}
      to={`/teams/${team.id}`}
      title={team.name}
      sub={
        <>
          {team.does && <span className={css.does}>{team.does}</span>}
          <span>
            {t('directory.team.size', { count: team.size })}
            {leads && ` · ${t('directory.team.ledBy', { leads })}`}
          </span>
        </>
      }
      acts={
        !team.archived && (
          <LinkButton to="/ask" search={{ team: team.id }} aria-label={t('directory.ask', { name: team.name })}>
            {t('directory.ask.short')}
          </LinkButton>
        )
      }
    />
  );
}
