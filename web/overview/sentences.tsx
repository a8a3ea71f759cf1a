// A report in sentences: what a lead would say of the last weeks, and why promises did not hold before how many did.
import { Link } from '@tanstack/react-router';
import type { Figures, TeamReport } from '../../contract/overview.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Counts } from '../ui/figures.tsx';
import { Section } from '../ui/page.tsx';
import css from './report.module.css';

export function Sentences({ figures }: { figures: Figures }) {
  const words = useWords();
  const { rich, number } = words;
  const b = (parts: React.ReactNode[]) => <b>{parts}</b>;
  const length = (minutes: number) => lengthInWords(Math.round(minutes), words);
  const share = (value: number) => number(value, { style: 'percent', maximumFractionDigits: 0 });
  const stars = (value: number) => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const { asked, delivered, greeting, delivering, kept, rated, returned, reopened } = figures;
  const means = rated && (['timing', 'quality', 'accuracy'] as const).filter((each) => rated[each] !== null);
  const counted = () =>
    rich('overview.said.keptHow', {
      link: (parts) => (
        <Link to="/trust" hash="months">
          {parts}
        </Link>
      ),
    });
  return (
    <div className={css.sentences}>
      <p>{rich('overview.said.volume', { asked, delivered, b })}</p>
      {greeting && greeting.median !== null && greeting.most !== null && (
        <p>
          {rich('overview.said.greeting', {
            median: length(greeting.median),
            most: length(greeting.most),
            inTime: greeting.inTime,
            count: greeting.count,
            b,
          })}
        </p>
      )}
      {kept && (
        <p>
          {rich('overview.said.kept', {
            kept: kept.kept,
            total: kept.total,
            renegotiated: kept.renegotiated,
            low: share(kept.low),
            high: share(kept.high),
            b,
          })}{' '}
          {counted()}
        </p>
      )}
      {delivering && (
        <p>
          {rich('overview.said.delivering', {
            median: length(delivering.median),
            offered: length(delivering.offered),
            fromAsk: length(delivering.fromAsk),
            b,
          })}
        </p>
      )}
      {rated && means && means.length > 0 && (
        <p>
          {rich('overview.said.rated', {
            count: rated.count,
            means: words.list(
              means.map((each) => words.t(`overview.mean.${each}`, { value: stars(rated[each] ?? 0) })),
            ),
            b,
          })}{' '}
          {counted()}
        </p>
      )}
      {returned > 0 && <p>{rich('overview.said.returned', { count: returned, b })}</p>}
      {reopened > 0 && <p>{rich('overview.said.reopened', { count: reopened, b })}</p>}
    </div>
  );
}

export function Reasons({ reasons }: Pick<TeamReport, 'reasons'>) {
  const { t } = useWords();
  if (reasons.length === 0) return null;
  return (
    <Section title={t('overview.reasons.title')} note={t('overview.reasons.note')}>
      <Counts
        items={reasons.map(({ reason, count }) => ({
          key: reason,
          name: t(`requests.miss.${reason}`),
          count,
          said: t('overview.times', { count }),
        }))}
      />
    </Section>
  );
}
