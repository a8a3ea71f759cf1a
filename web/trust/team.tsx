// How a team keeps its word: a sentence for every colleague; what is behind it for the team itself.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trustApi, type TeamTrust } from '../../contract/trust.ts';
import { useParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Buckets, Said } from './figure.tsx';
import { Hidden } from './hides.tsx';
import { HowToRead } from './how-to-read.tsx';
import { OverTime } from './over-time.tsx';
import { Parts } from './parts.tsx';
import { Reasons } from './reasons.tsx';
import css from './trust.module.css';

export default function TeamTrustPage() {
  const id = useParam('id');
  const trust = useQuery(read(trustApi.getTeamTrust, { params: { id } }));
  return (
    <Loaded query={trust} page>
      {(found) => <Shown trust={found} />}
    </Loaded>
  );
}

function Shown({ trust }: { trust: TeamTrust }) {
  const { t, date } = useWords();
  const { team, figure, hides, inside } = trust;
  const day = (on: string) =>
    date(`${on}T12:00:00Z`, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <Page
      title={t('trust.team.title', { team: team.name })}
      sub={t('trust.team.sub', { from: day(trust.from), to: day(trust.to) })}
      acts={<LinkButton to={`/teams/${team.id}`}>{t('trust.team.to', { team: team.name })}</LinkButton>}
      aside={<HowToRead />}
    >
      {hides && <Hidden why={hides} />}
      {figure && (
        <>
          <Said figure={figure} whose={{ team: team.name }} />
          {inside && <Reasons reasons={inside.reasons} />}
          <Buckets figure={figure} />
          {inside ? <Inside inside={inside} /> : <p className={css.released}>{t('trust.team.inside')}</p>}
        </>
      )}
    </Page>
  );
}

function Inside({ inside: { over, services, pairs } }: { inside: NonNullable<TeamTrust['inside']> }) {
  const { t } = useWords();
  return (
    <>
      <OverTime over={over} every="month" />
      <Parts
        title={t('trust.services.title')}
        head={t('trust.head.service')}
        parts={services.map(({ service, figure }) => ({
          key: service?.id ?? '',
          name: service ? <Link to={`/services/${service.id}`}>{service.name}</Link> : t('trust.services.free'),
          figure,
        }))}
      />
      <Parts
        title={t('trust.pairs.title')}
        note={t('trust.pairs.note')}
        head={t('trust.head.team')}
        parts={pairs.map(({ team, figure }) => ({
          key: team.id,
          name: <Link to={`/teams/${team.id}`}>{team.name}</Link>,
          figure,
        }))}
      />
    </>
  );
}
