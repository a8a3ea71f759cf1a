// What the figures of goals mean, and what they leave out.
import { useWords } from '../platform/words.tsx';
import { Note } from '../ui/page.tsx';

export function HowToRead() {
  const { t } = useWords();
  return (
    <Note title={t('goals.how.title')}>
      <p>{t('goals.how.clock')}</p>
      <p>{t('goals.how.over')}</p>
      <p>{t('goals.how.people')}</p>
      <p>{t('goals.how.range')}</p>
    </Note>
  );
}
