// A figure of trust: its range in plain words, how the promises ended, and what got in the way.
import type { TrustFigure } from '../../contract/trust.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { Means } from './definition.tsx';
import css from './trust.module.css';

const inHundred = (share: number) => Math.round(share * 100);
export const rangeOf = ({ low, high }: TrustFigure) => ({ low: inHundred(low), high: inHundred(high) });
export const keptOf = ({ kept, renegotiated, total }: TrustFigure) => ({
  kept: kept + renegotiated,
  renegotiated,
  total,
});

/** The sentence, and under it how sure one can be. */
export function Said({ figure, whose }: { figure: TrustFigure; whose: { team: string } | 'mine' }) {
  const { rich } = useWords();
  const b = (parts: React.ReactNode[]) => <b>{parts}</b>;
  return (
    <div className={css.said}>
      <p>
        {whose === 'mine'
          ? rich('trust.me.said', { ...keptOf(figure), b })
          : rich('trust.team.said', { ...keptOf(figure), ...whose, b })}
      </p>
      <Bar figure={figure} />
      <p className={css.range}>
        {rich('trust.range', { ...rangeOf(figure), link: (parts) => <Means what="range">{parts}</Means> })}
      </p>
    </div>
  );
}

/** Drawn only: the words beside it say the same. */
export function Bar({ figure: { rate, low, high } }: { figure: TrustFigure }) {
  return (
    <svg className={css.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={css.track} width="100" height="10" />
      <rect className={css.reach} x={low * 100} width={(high - low) * 100} height="10" />
      <rect className={css.mark} x={Math.min(99.2, rate * 100 - 0.4)} width="0.8" height="10" />
    </svg>
  );
}

export function Buckets({ figure }: { figure: TrustFigure }) {
  const { t, number } = useWords();
  return (
    <Section title={t('trust.buckets.title')}>
      <dl className={css.buckets}>
        {(['kept', 'renegotiated', 'repaired', 'missed'] as const).map((bucket) => (
          <div key={bucket}>
            <dt>
              <Means what={bucket}>{t(`trust.bucket.${bucket}`)}</Means>
            </dt>
            <dd>{number(figure[bucket])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
