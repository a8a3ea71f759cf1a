// The two lists of the directory, side by side: people and teams.
import { Link } from '@tanstack/react-router';
import { useWords } from '../platform/words.tsx';
import css from './directory.module.css';

export function Places() {
  const { t } = useWords();
  return (
    <nav className={css.places} aria-label={t('directory.places')}>
      <Link to="/people" activeOptions={{ exact: true, includeSearch: false }}>
        {t('directory.people')}
      </Link>
      <Link to="/teams" activeOptions={{ exact: true, includeSearch: false }}>
        {t('directory.teams')}
      </Link>
    </nav>
  );
}
