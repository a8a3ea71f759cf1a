// My asks that come round: what, of whom, by which rule, when next.
import { useInfiniteQuery } from '@tanstack/react-query';
import { recurringApi, type Recurring } from '../../contract/recurring.ts';
import { useNow } from '../platform/now.ts';
import { readPages, useWrite } from '../platform/query.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { problemOf } from '../platform/api.ts';
import { rhythmInWords } from './rhythm-words.ts';

export default function ListPage() {
  const { t } = useWords();
  const list = useInfiniteQuery(readPages(recurringApi.listRecurring, { query: { limit: 50 } }));
  return (
    <Page
      title={t('recurring.title')}
      sub={t('recurring.sub')}
      acts={
        <LinkButton to="/recurring/new" weight="main">
          {t('recurring.new')}
        </LinkButton>
      }
    >
      {list.isPending ? (
        <Loading />
      ) : !list.data ? (
        <ErrorState problem={problemOf(list.error)} again={list.refetch} />
      ) : list.data.length === 0 ? (
        <EmptyState icon="clock" title={t('recurring.empty')}>
          {t('recurring.emptyWords')}
        </EmptyState>
      ) : (
        <RowList label={t('recurring.title')}>
          {list.data.map((one) => (
            <Line key={one.id} of={one} />
          ))}
        </RowList>
      )}
      {list.hasNextPage && (
        <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('recurring.more')}
        </Button>
      )}
    </Page>
  );
}

function Line({ of }: { of: Recurring }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const write = useWrite(recurringApi.updateRecurring, {
    stale: [recurringApi.listRecurring, recurringApi.getRecurring],
  });
  const to = of.team?.name ?? of.person?.name ?? '';
  const when = of.paused
    ? t('recurring.paused')
    : of.next
      ? t('recurring.next', { when: whenInWords(new Date(of.next), now, words) })
      : t('recurring.over');
  return (
    <Row
      title={of.title}
      to={`/recurring/${of.id}`}
      sub={
        <>
          {of.paused && <Tag>{t('recurring.rests')}</Tag>}
          {of.trouble && <Tag kind="risk">{t('recurring.stuck')}</Tag>}
          <span>{t('recurring.line', { to, rule: rhythmInWords(of.recurrence, words), time: of.time })}</span>
          <span>{when}</span>
          {of.trouble && <span>{of.trouble}</span>}
        </>
      }
      acts={
        (of.next !== null || of.paused) && (
          <Button
            weight="quiet"
            pending={write.isPending}
            onClick={() =>
              void write.send({ params: { id: of.id }, body: { paused: !of.paused }, ifMatch: of.version })
            }
          >
            {t(of.paused ? 'recurring.goOn' : 'recurring.pause')}
          </Button>
        )
      }
    />
  );
}
