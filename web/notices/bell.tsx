// The bell with the count of what is unread: a panel on a wide screen, a link to the page on a phone. Live; the tab's title counts along.
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { noticesApi } from '../../contract/notices.ts';
import { onChange } from '../platform/live.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { later, useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Icon } from '../ui/icons.tsx';
import { Popup } from '../ui/popup.tsx';
import { Loading } from '../ui/states.tsx';
import { useCountInTitle } from './title-count.ts';
import css from './notices.module.css';

const BellList = lazy(later(() => import('./bell-list.tsx')));

const newest = { query: { limit: 20 } };
const mostCounted = 100;

export function Bell() {
  const { t } = useWords();
  const found = useQuery(read(noticesApi.listNotices, newest)).data;
  const { send, isPending } = useWrite(noticesApi.readNotices, { stale: [noticesApi.listNotices] });
  const [open, setOpen] = useState(false);
  const { items = [], unread = 0 } = found ?? {};
  useEffect(() => onChange('notice', () => void invalidate(noticesApi.listNotices)), []);
  useReadOnSight(items, (about) => void send({ body: { about } }));
  useCountInTitle(unread);
  const label = unread > 0 ? t('notices.bell.unread', { count: unread }) : t('notices.bell');
  const trigger = (
    <span className={css.bell}>
      <Icon name="bell" large />
      {unread > 0 && (
        <b aria-hidden="true">{unread < mostCounted ? unread : t('notices.many', { count: mostCounted - 1 })}</b>
      )}
    </span>
  );
  return (
    <>
      <span role="status">
        <Hidden>{unread > 0 && label}</Hidden>
      </span>
      <Link to="/notices" className={css.onPhone} aria-label={label}>
        {trigger}
      </Link>
      <span className={css.onDesk}>
        <Popup label={label} trigger={trigger} onOpenChange={setOpen}>
          {(close) => (
            <section className={css.panel} aria-label={t('notices.title')}>
              <header>
                <h2>{t('notices.title')}</h2>
                {unread > 0 && (
                  <Button weight="quiet" pending={isPending} onClick={() => void send({ body: { all: true } })}>
                    {t('notices.readAll')}
                  </Button>
                )}
              </header>
              {open && (
                <Suspense fallback={<Loading />}>
                  <BellList notices={items} onGo={close} />
                </Suspense>
              )}
              <Link to="/notices" className={css.all} onClick={close}>
                {t('notices.all')}
              </Link>
            </section>
          )}
        </Popup>
      </span>
    </>
  );
}

/** Whoever looks at the page that a notice leads to has read the notice, whichever way they came. */
function useReadOnSight(
  items: readonly { path: string; subjectId: string; read: boolean }[],
  readAbout: (subjectId: string) => void,
): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const seen = items.find((one) => !one.read && one.path === path)?.subjectId;
  const latest = useRef(readAbout);
  useEffect(() => {
    latest.current = readAbout;
  });
  useEffect(() => {
    if (!seen) return;
    const look = () => {
      if (document.visibilityState === 'visible') latest.current(seen);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [seen]);
}
