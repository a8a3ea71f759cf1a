// The narrow column beside figures of trust: where it is said what they mean, and who sees what.
import { useWords } from '../platform/words.tsx';
import { Note } from '../ui/page.tsx';
import { Means } from './definition.tsx';

export function HowToRead() {
  const { t } = useWords();
  return (
    <Note title={t('overview.how.title')}>
      <p>{t('trust.about.rate.words')}</p>
      <p>
        <Means what="rate">{t('trust.about.link')}</Means>
      </p>
    </Note>
  );
}
