// What stands behind an offer, in words: the team's own advice, or counts with what chance alone would have made.
import type { Anticipation } from '../../contract/anticipation.ts';
import { useWords } from '../platform/words.tsx';

type Told = Pick<Anticipation, 'by' | 'evidence' | 'wanted' | 'silent'>;

/** `wanted`: also tell how many of those who were offered it wanted it. */
export function Reasons({ of, wanted = false }: { of: Told; wanted?: boolean }) {
  const { t } = useWords();
  const { evidence } = of;
  return (
    <>
      {of.by === 'team' && <span>{t('anticipation.byTeam')} </span>}
      {evidence && (
        <span>
          {t('anticipation.evidence', {
            asked: evidence.asked,
            needed: evidence.needed,
            days: evidence.days,
            atLeast: String(evidence.atLeast),
          })}{' '}
          {evidence.byChance < 1
            ? t('anticipation.chance.hardly')
            : t('anticipation.chance', { count: Math.round(evidence.byChance) })}
        </span>
      )}
      {wanted && of.wanted && (
        <span>
          {' '}
          {t(of.silent ? 'anticipation.silent' : 'anticipation.wanted', { yes: of.wanted.yes, of: of.wanted.of })}
        </span>
      )}
    </>
  );
}
