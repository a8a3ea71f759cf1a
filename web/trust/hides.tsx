// Why there is no figure of a team or a service, said kindly.
import type { TrustHides } from '../../contract/trust.ts';
import { useWords } from '../platform/words.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Means } from './definition.tsx';

export function Hidden({ why }: { why: NonNullable<TrustHides> }) {
  const { t, rich } = useWords();
  const link = (parts: React.ReactNode[]) => <Means what="few">{parts}</Means>;
  return why === 'ratesOff' ? (
    <EmptyState title={t('trust.off.title')} icon="lock">
      {t('trust.hides.ratesOff')}
    </EmptyState>
  ) : (
    <EmptyState title={t(`trust.hides.${why}.title`)} icon="team">
      {rich(`trust.hides.${why}`, { link })}
    </EmptyState>
  );
}
