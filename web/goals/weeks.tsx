// How it went week by week: the share within the time with its range, as a chart and as a table.
import type { GoalPage } from '../../contract/goals.ts';
import { useWords } from '../platform/words.tsx';
import { Chart } from '../ui/chart.tsx';
import { Section } from '../ui/page.tsx';

export function Weeks({ goal }: { goal: GoalPage }) {
  const { t, number, date } = useWords();
  const at = (day: string) => `${day}T12:00:00Z`;
  const day = (of: string, options: Intl.DateTimeFormatOptions) => date(at(of), { ...options, timeZone: 'UTC' });
  const shares = goal.weeks.map(({ figure }) => figure && figure.met / figure.total);
  if (!shares.some((share) => share !== null)) return null;
  return (
    <Section title={t('goals.weeks.title')}>
      <Chart
        title={t('goals.weeks.chart')}
        across={t('goals.weeks.across')}
        asTable={t('goals.weeks.asTable')}
        nothing="–"
        most={1}
        format={(value) => number(value, { style: 'percent', maximumFractionDigits: 0 })}
        columns={goal.weeks.map(({ from, to, figure }) => ({
          label: day(from, { day: 'numeric', month: 'numeric' }),
          full: t('goals.weeks.week', {
            from: day(from, { day: 'numeric', month: 'long' }),
            to: day(to, { day: 'numeric', month: 'long', year: 'numeric' }),
            met: figure?.met ?? 0,
            total: figure?.total ?? 0,
          }),
        }))}
        series={[
          {
            name: t('goals.weeks.series'),
            kind: 'range',
            points: shares,
            low: goal.weeks.map(({ figure }) => figure?.low ?? null),
            high: goal.weeks.map(({ figure }) => figure?.high ?? null),
          },
        ]}
      />
    </Section>
  );
}
