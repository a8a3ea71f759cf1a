// How a team's work goes: sentences first, then charts with their tables, then the same by service.
import { useQuery } from '@tanstack/react-query';
import { overviewApi, type TeamReport } from '../../contract/overview.ts';
import { useParam, useSearchParam } from '../platform/address.ts';
import { addressOf } from '../platform/api.ts';
import { read } from '../platform/query.ts';
import { useNow } from '../platform/now.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Note, Page } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { ByService } from './by-service.tsx';
import { OverTime } from './over-time.tsx';
import { dayBefore, isPeriod, periods, type PeriodName } from './periods.ts';
import { Reasons, Sentences } from './sentences.tsx';
import css from './report.module.css';

export default function ReportPage() {
  const team = useParam('id');
  const [chosen, choose] = useSearchParam('period');
  const period = isPeriod(chosen) ? chosen : 'quarter';
  const now = useNow();
  const from = dayBefore(now, periods[period]);
  const report = useQuery(read(overviewApi.getTeamReport, { params: { id: team }, query: { from } }));
  return (
    <Loaded query={report} page>
      {(found) => <Shown report={found} period={period} onPeriod={choose} />}
    </Loaded>
  );
}

type Parts = { report: TeamReport; period: PeriodName; onPeriod: (period: string) => void };

function Shown({ report, period, onPeriod }: Parts) {
  const { t } = useWords();
  const { team, whole } = report;
  const quiet = whole.asked + whole.delivered + whole.closed === 0;
  return (
    <Page
      title={t('overview.title', { team: team.name })}
      sub={t('overview.sub')}
      acts={<LinkButton to={`/teams/${team.id}`}>{t('overview.toTeam', { team: team.name })}</LinkButton>}
      lead={
        <div className={css.period}>
          <Select
            label={t('overview.period')}
            value={period}
            onChange={(event) => onPeriod(event.currentTarget.value === 'quarter' ? '' : event.currentTarget.value)}
          >
            {(Object.keys(periods) as PeriodName[]).map((name) => (
              <option key={name} value={name}>
                {t(`overview.period.${name}`)}
              </option>
            ))}
          </Select>
        </div>
      }
      aside={
        <>
          <Note title={t('overview.how.title')}>
            <p>{t('overview.how.people')}</p>
            <p>{t('overview.how.time')}</p>
            <p>{t('overview.how.range')}</p>
          </Note>
          <Downloads report={report} />
        </>
      }
    >
      {report.hides && <p className={css.hides}>{t(`overview.hides.${report.hides}`)}</p>}
      {quiet ? (
        <EmptyState title={t('overview.empty.title')} icon="requests">
          {t('overview.empty.words')}
        </EmptyState>
      ) : (
        <>
          <Sentences figures={whole} />
          <Reasons reasons={report.reasons} />
          <OverTime report={report} />
          <ByService report={report} />
        </>
      )}
    </Page>
  );
}

function Downloads({ report: { team, from, to } }: Pick<Parts, 'report'>) {
  const { t } = useWords();
  const sheet = (
    route: typeof overviewApi.exportRequests | typeof overviewApi.exportTeamReport,
    format: 'csv' | 'xlsx',
  ) => addressOf(route, { params: { id: team.id }, query: { from, to, format } });
  const links = (route: typeof overviewApi.exportRequests | typeof overviewApi.exportTeamReport, about: string) =>
    (['xlsx', 'csv'] as const).map((format) => (
      <a key={format} href={sheet(route, format)} download aria-label={`${about}, ${format.toUpperCase()}`}>
        {format.toUpperCase()}
      </a>
    ));
  return (
    <Note title={t('overview.download.title')}>
      <p className={css.links}>
        {t('overview.download.figures')} {links(overviewApi.exportTeamReport, t('overview.download.figures'))}
      </p>
      <p className={css.links}>
        {t('overview.download.requests')} {links(overviewApi.exportRequests, t('overview.download.requests'))}
      </p>
      <p>{t('overview.download.words')}</p>
    </Note>
  );
}
