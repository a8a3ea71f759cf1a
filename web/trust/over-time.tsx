// The share of promises kept over time, with its range; the chart's table says the same.
import type { MyTrust } from '../../contract/trust.ts';
import { useWords } from '../platform/words.tsx';
import { Chart } from '../ui/chart.tsx';
import { Section } from '../ui/page.tsx';

export function OverTime({ over: all, every }: { over: MyTrust['over']; every: 'week' | 'month' }) {
  const { t, number, date } = useWords();
  const day = (on: string, options: Intl.DateTimeFormatOptions) =>
    date(`${on}T12:00:00Z`, { ...options, timeZone: 'UTC' });
  const over = all.slice(all.findIndex(({ figure }) => figure));
  // One stretch is no course of time.
  if (over.filter(({ figure }) => figure).length < 2) return null;
  const label = (from: string) =>
    every === 'month' ? day(from, { month: 'short' }) : day(from, { day: 'numeric', month: 'numeric' });
  return (
    <Section title={t('trust.over.title')} note={t('trust.over.note')}>
      <Chart
        title={t('trust.over.chart')}
        across={t(`overview.across.${every}`)}
        asTable={t('overview.asTable')}
        nothing="–"
        most={1}
        format={(share) => number(share, { style: 'percent', maximumFractionDigits: 0 })}
        columns={over.map(({ from, to }) => ({
          label: label(from),
          full: `${day(from, { day: 'numeric', month: 'long' })} – ${day(to, { day: 'numeric', month: 'long', year: 'numeric' })}`,
        }))}
        series={[
          {
            name: t('overview.series.kept'),
            kind: 'range',
            points: over.map(({ figure }) => figure?.rate ?? null),
            low: over.map(({ figure }) => figure?.low ?? null),
            high: over.map(({ figure }) => figure?.high ?? null),
          },
        ]}
      />
    </Section>
  );
}
