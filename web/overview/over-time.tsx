// The figures over time, a chart each; a gap where so few are behind a figure that it would be theirs.
import type { Figures, TeamReport } from '../../contract/overview.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Chart, type ChartProps, type Series } from '../ui/chart.tsx';
import { Section } from '../ui/page.tsx';
import css from './report.module.css';

export function OverTime({ report }: { report: TeamReport }) {
  const words = useWords();
  const { t, number, date } = words;
  const at = (day: string) => `${day}T12:00:00Z`;
  const columns = report.over.map(({ from, to }) => ({
    label:
      report.every === 'month'
        ? date(at(from), { month: 'short', timeZone: 'UTC' })
        : date(at(from), { day: 'numeric', month: 'numeric', timeZone: 'UTC' }),
    full: `${date(at(from), { day: 'numeric', month: 'long', timeZone: 'UTC' })} – ${date(at(to), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}`,
  }));
  const points = (value: (figures: Figures) => number | null | undefined) =>
    report.over.map(({ figures }) => value(figures) ?? null);
  const frame = { columns, across: t(`overview.across.${report.every}`), asTable: t('overview.asTable'), nothing: '–' };
  const length = (minutes: number) => lengthInWords(Math.round(minutes), words);
  const share = (value: number) => number(value, { style: 'percent', maximumFractionDigits: 0 });
  const whole = (value: number) => number(value, { maximumFractionDigits: 0 });
  const one = (value: number) => number(value, { maximumFractionDigits: 1 });

  const charts: ({ key: string } & Pick<ChartProps, 'title' | 'series' | 'format'> & Partial<ChartProps>)[] = [
    {
      key: 'volume',
      title: t('overview.chart.volume'),
      format: whole,
      series: [
        { name: t('overview.series.asked'), kind: 'bar', points: points((each) => each.asked) },
        { name: t('overview.series.delivered'), kind: 'bar', points: points((each) => each.delivered) },
      ],
    },
    {
      key: 'kept',
      title: t('overview.chart.kept'),
      format: share,
      most: 1,
      series: [
        {
          name: t('overview.series.kept'),
          kind: 'range',
          points: points(({ kept }) => kept && kept.kept / kept.total),
          low: points(({ kept }) => kept?.low),
          high: points(({ kept }) => kept?.high),
        },
      ],
    },
    {
      key: 'greeting',
      title: t('overview.chart.greeting'),
      format: length,
      series: [
        { name: t('overview.series.median'), kind: 'line', points: points(({ greeting }) => greeting?.median) },
        { name: t('overview.series.most'), kind: 'line', points: points(({ greeting }) => greeting?.most) },
      ],
    },
    {
      key: 'delivering',
      title: t('overview.chart.delivering'),
      format: length,
      series: [
        { name: t('overview.series.took'), kind: 'line', points: points(({ delivering }) => delivering?.median) },
        { name: t('overview.series.offered'), kind: 'line', points: points(({ delivering }) => delivering?.offered) },
      ],
    },
    {
      key: 'rated',
      title: t('overview.chart.rated'),
      format: one,
      most: 5,
      least: 1,
      series: (['timing', 'quality', 'accuracy'] as const).map((each) => ({
        name: t(`overview.series.${each}`),
        kind: 'line',
        points: points(({ rated }) => rated?.[each]),
      })),
    },
    {
      key: 'again',
      title: t('overview.chart.again'),
      format: whole,
      series: [
        { name: t('overview.series.returned'), kind: 'bar', points: points((each) => each.returned) },
        { name: t('overview.series.reopened'), kind: 'bar', points: points((each) => each.reopened) },
      ],
    },
  ];
  const says = ({ series }: { series: readonly Series[] }) => series.some((each) => each.points.some((point) => point));
  return (
    <Section title={t('overview.time.title')} note={t('overview.time.note')}>
      <div className={css.charts}>
        {charts.filter(says).map(({ key, ...chart }) => (
          <Chart key={key} {...frame} {...chart} />
        ))}
      </div>
    </Section>
  );
}
