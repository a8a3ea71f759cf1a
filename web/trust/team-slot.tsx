// On a team's page: how many of its promises it kept, where that may be told. Nothing where there is no figure.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Team } from '../../contract/directory-teams.ts';
import { trustApi } from '../../contract/trust.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { Said } from './figure.tsx';

export default function TeamSlot({ team }: { team: Team }) {
  const { t } = useWords();
  const { data } = useQuery(read(trustApi.getTeamTrust, { params: { id: team.id } }));
  if (!data?.figure) return null;
  return (
    <Section title={t('trust.slot.title')} note={t('trust.slot.note')}>
      <Said figure={data.figure} whose={{ team: team.name }} />
      <p>
        <Link to={`/teams/${team.id}/trust`}>{t('trust.slot.more')}</Link>
      </p>
    </Section>
  );
}
