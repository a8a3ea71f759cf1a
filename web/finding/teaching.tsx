// What the empty search page teaches: how words, phrases, a minus, a number, a name and filters are searched. Each example can be tried.
import { useWords } from '../platform/words.tsx';
import { EmptyState } from '../ui/states.tsx';
import css from './search.module.css';

const examples = ['plain', 'phrase', 'without', 'number', 'name', 'filters'] as const;

export function Teaching({ onTry }: { onTry: (typed: string) => void }) {
  const { t } = useWords();
  return (
    <EmptyState title={t('finding.teach.title')}>
      <p>{t('finding.teach.words')}</p>
      <dl className={css.teaching}>
        {examples.map((one) => {
          const typed = t(`finding.teach.${one}`);
          return (
            <div key={one}>
              <dt>
                <button type="button" onClick={() => onTry(typed)}>
                  {typed}
                </button>
              </dt>
              <dd>{t(`finding.teach.${one}.means`)}</dd>
            </div>
          );
        })}
      </dl>
    </EmptyState>
  );
}
