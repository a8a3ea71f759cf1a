// The page of all notices, newest first: on the phone it is what the bell opens.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { noticesApi } from '../../contract/notices.ts';
import { useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { read, readPages, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { NoticeList, Nothing } from './notice-list.tsx';
import css from './notices.module.css';

export default function NoticesPage() {
  const { t } = useWords();
  const [only, setOnly] = useSearchParam('only');
  const unreadOnly = only === 'unread';
  const list = useInfiniteQuery(
    readPages(noticesApi.listNotices, { query: { limit: 40, unread: unreadOnly ? 'true' : 'false' } }),
  );
  // The bell's own question, so that both always tell the same number.
  const unread = useQuery(read(noticesApi.listNotices, { query: { limit: 20 } })).data?.unread ?? 0;
  const { send, isPending } = useWrite(noticesApi.readNotices, { stale: [noticesApi.listNotices] });
  const readAll = unread > 0 && (
    <Button pending={isPending} onClick={() => void send({ body: { all: true } })}>
      {t('notices.readAll')}
    </Button>
  );
  return (
    <Page narrow title={t('notices.title')} sub={t('notices.sub')} acts={readAll}>
      <div className={css.only} role="group" aria-label={t('notices.only')}>
        <button type="button" aria-pressed={!unreadOnly} onClick={() => setOnly('')}>
          {t('notices.only.all')}
        </button>
        <button type="button" aria-pressed={unreadOnly} onClick={() => setOnly('unread')}>
          {t('notices.only.unread')}
          {unread > 0 && ` · ${unread}`}
        </button>
      </div>
      {list.isPending && <Loading />}
      {list.error && !list.data && <ErrorState problem={problemOf(list.error)} again={list.refetch} />}
      {list.data?.length === 0 && <Nothing unreadOnly={unreadOnly} />}
      {list.data && <NoticeList notices={list.data} />}
      {list.hasNextPage && (
        <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('notices.more')}
        </Button>
      )}
    </Page>
  );
}
