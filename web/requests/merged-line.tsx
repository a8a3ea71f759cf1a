// Above a request that goes on in another one: where, for those who may see that one.
import { Link } from '@tanstack/react-router';
import type { Request } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import css from './request.module.css';

export function MergedLine({ request }: { request: Request }) {
  const { t, rich } = useWords();
  if (!request.merged) return null;
  const { into } = request.merged;
  return (
    <div className={css.moved} role="note">
      <p>
        {into
          ? rich('requests.merged.into', {
              title: (
                <Link to={`/requests/${into.id}`} className={css.onward} dir="auto">
                  {into.title}
                </Link>
              ),
            })
          : t('requests.merged.elsewhere', { team: request.team?.name ?? '' })}
      </p>
    </div>
  );
}
