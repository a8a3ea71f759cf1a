// A call that works when it is pasted into a terminal, and the way to the description of all others.
import { useWords } from '../platform/words.tsx';
import css from './connect.module.css';

export function Example({ token }: { token: string }) {
  const { t, rich } = useWords();
  const call = `curl -H 'Authorization: Bearer ${token}' ${window.location.origin}/api/today`;
  return (
    <>
      <pre className={css.code} tabIndex={0} role="region" aria-label={t('connect.example')}>
        <code>{call}</code>
      </pre>
      <p className={css.quiet}>
        {rich('connect.docs', {
          link: (words) => (
            <a key="docs" href="/api/docs">
              {words}
            </a>
          ),
        })}
      </p>
    </>
  );
}
