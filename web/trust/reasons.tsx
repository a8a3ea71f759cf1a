// What got in the way of promises, the most frequent first: before any rate, since that is what can be mended.
import type { MyTrust } from '../../contract/trust.ts';
import { useWords } from '../platform/words.tsx';
import { Counts } from '../ui/figures.tsx';
import { Section } from '../ui/page.tsx';
import { Means } from './definition.tsx';

export function Reasons({ reasons }: Pick<MyTrust, 'reasons'>) {
  const { t } = useWords();
  if (reasons.length === 0) return null;
  return (
    <Section title={<Means what="reasons">{t('overview.reasons.title')}</Means>} note={t('overview.reasons.note')}>
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
