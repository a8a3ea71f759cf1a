// A day with nothing in it: for somebody new, how asking and promising go here; for everybody else, rest.
import type { Today } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { EmptyState } from '../ui/states.tsx';
import css from './today.module.css';

export function TodayEmpty({ today }: { today: Today }) {
  const { t } = useWords();
  const known = today.thanks.length > 0 || today.mine !== null;
  if (known)
    return (
      <EmptyState icon="check" title={t('requests.today.calm.title')}>
        {t('requests.today.calm.words')}
      </EmptyState>
    );
  return (
    <section className={css.first}>
      <h2>{t('requests.today.first.title')}</h2>
      <ol>
        <li>{t('requests.today.first.ask')}</li>
        <li>{t('requests.today.first.promise')}</li>
        <li>{t('requests.today.first.thanks')}</li>
      </ol>
    </section>
  );
}
