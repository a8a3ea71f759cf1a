// What got in the way of promises, the most frequent first: before any rate, since that is what can be mended.
import type { MyTrust } from '../../contract/trust.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { Means } from './definition.tsx';
import css from './trust.module.css';

export function Reasons({ reasons }: Pick<MyTrust, 'reasons'>) {
  const { t } = useWords();
  const most = Math.max(...reasons.map(({ count }) => count));
  if (reasons.length === 0) return null;
  return (
    <Section title={<Means what="reasons">{t('overview.reasons.title')}</Means>} note={t('overview.reasons.note')}>
      <ul className={css.reasons}>
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <span>{t(`requests.miss.${reason}`)}</span>
            <span className={css.measure} style={{ inlineSize: `${(count / most) * 8}rem` }} aria-hidden="true" />
            <span className={css.count}>{t('overview.times', { count })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
