// Notices under the days they came on, for the bell's panel and for the page.
import { lazy, Suspense } from 'react';
import { Link } from '@tanstack/react-router';
import type { Notice } from '../../contract/notices.ts';
import { useNow } from '../platform/now.ts';
import { capital, dayInWords, dayNumber } from '../platform/time.ts';
import { later, useWords } from '../platform/words.tsx';
import { Face } from '../ui/face.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Sentence } from './sentence.tsx';
import css from './notices.module.css';

const AtRisk = lazy(later(() => import('./at-risk.tsx')));

/** `onGo` is told when one of them is followed. */
export function NoticeList({ notices, onGo }: { notices: readonly Notice[]; onGo?: () => void }) {
  const words = useWords();
  const now = useNow();
  const days = Map.groupBy(notices, (notice) => dayNumber(new Date(notice.at), words.zone));
  return [...days].map(([day, those]) => (
    <section key={day} className={css.day}>
      <h3>{capital(dayInWords(new Date(those[0]?.at ?? now), now, words), words.locale)}</h3>
      <ul>
        {those.map((notice) => (
          <Line key={notice.id} notice={notice} onGo={onGo} />
        ))}
      </ul>
    </section>
  ));
}

function Line({ notice, onGo }: { notice: Notice; onGo: (() => void) | undefined }) {
  const { t } = useWords();
  return (
    <li>
      <Link to={notice.path} className={css.line} data-unread={!notice.read || undefined} onClick={onGo}>
        {notice.actor ? (
          <Face of={notice.actor} />
        ) : (
          <span className={css.sign} data-kind={notice.kind}>
            <Icon name={signs[notice.kind] ?? 'bell'} />
          </span>
        )}
        <span className={css.words}>
          <span>
            {!notice.read && <Hidden>{t('notices.unread.one')} </Hidden>}
            <Sentence of={notice} />
          </span>
          <small>
            <RelativeTime at={notice.at} show="distance" />
          </small>
        </span>
      </Link>
      {notice.kind === 'atRisk' && typeof notice.params['promise'] === 'string' && (
        <Suspense>
          <div className={css.lineRisk}>
            <AtRisk promise={notice.params['promise']} bare />
          </div>
        </Suspense>
      )}
    </li>
  );
}

const signs: Partial<Record<Notice['kind'], IconName>> = {
  atRisk: 'clock',
  overdue: 'warning',
  ungreeted: 'hand',
  goalNear: 'clock',
  goalMissed: 'warning',
  offered: 'hand',
  closedBySilence: 'check',
};

/** What stands there when there is none. */
export function Nothing({ unreadOnly = false }: { unreadOnly?: boolean }) {
  const { t } = useWords();
  return (
    <EmptyState icon="bell" title={t('notices.empty.title')}>
      {t(unreadOnly ? 'notices.empty.unread' : 'notices.empty.words')}
    </EmptyState>
  );
}
