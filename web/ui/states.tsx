// What stands where content would: nothing yet, still coming, failed, absent. Each says what to do next.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from './button.tsx';
import { Hidden } from './hidden.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Page } from './page.tsx';
import { useProblemWords } from './problem-words.ts';
import css from './states.module.css';

/** Nothing here yet: say what will be, and offer the act that begins it. `<EmptyState title acts icon>what to do</EmptyState>` */
export const EmptyState = (props: { title: ReactNode; icon?: IconName; acts?: ReactNode; children?: ReactNode }) => (
  <div className={css.state}>
    {props.icon && <Icon name={props.icon} large />}
    <p className={css.title}>{props.title}</p>
    {props.children && <div className={css.words}>{props.children}</div>}
    {props.acts && <div className={css.acts}>{props.acts}</div>}
  </div>
);

/** It did not work: why, in words, and a way to try again. */
export function ErrorState({ problem, again }: { problem: Problem | null; again?: () => unknown }) {
  const { t } = useWords();
  const words = useProblemWords(problem) || t('ui.problem.unexpected');
  return (
    <div role="alert">
      <EmptyState
        title={t('ui.error.title')}
        icon="warning"
        acts={again && <Button onClick={() => void again()}>{t('ui.error.again')}</Button>}
      >
        {words}
      </EmptyState>
    </div>
  );
}

/** Lines where words will be. Appears only after a moment, so that quick answers do not flicker. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const { t } = useWords();
  return (
    <div className={css.loading} role="status">
      <Hidden>{t('ui.loading')}</Hidden>
      {Array.from({ length: rows }, (_none, row) => (
        <div key={row} className={css.bone} aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}

/** The whole page is not there, or not for this reader: the two are one answer on purpose. */
export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t('ui.notFound.title')} sub={t('ui.notFound.words')}>
      <LinkButton to="/">{t('ui.notFound.home')}</LinkButton>
    </Page>
  );
}

/** A place that exists but is another role's, such as the administrator's pages. */
export function NotAllowed() {
  const { t } = useWords();
  return (
    <Page title={t('ui.notAllowed.title')} sub={t('ui.notAllowed.words')}>
      <LinkButton to="/">{t('ui.notFound.home')}</LinkButton>
    </Page>
  );
}

/**
 * A query's answer when it is there, else the fitting state: `<Loaded query={useQuery(read(…))}>{(request) => …}</Loaded>`.
 * `page` gives 404 and 403 the whole page.
 */
export function Loaded<T>(props: {
  query: UseQueryResult<T, Problem>;
  page?: boolean;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch, isPending } = props.query;
  if (data !== undefined && !(error && error.status === 404)) return props.children(data);
  if (isPending) return <Loading {...(props.rows ? { rows: props.rows } : {})} />;
  if (props.page && error?.status === 404) return <NotFound />;
  if (props.page && error?.status === 403) return <NotAllowed />;
  return <ErrorState problem={error} again={refetch} />;
}
