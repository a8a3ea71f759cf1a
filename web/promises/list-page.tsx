// What I promised, what was promised to me, and what has ended: wherever it was said.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { promisesApi } from '../../contract/promise-moves.ts';
import { useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { readPages } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { PromiseLine } from './rows.tsx';

const views = ['made', 'given', 'ended'] as const;

export default function ListPage() {
  const { t } = useWords();
  const [view, setView] = useSearchParam('view');
  const promise = (
    <LinkButton to="/promises/new" weight="main">
      {t('promises.new')}
    </LinkButton>
  );
  const shown: Record<(typeof views)[number], ReactNode> = {
    made: (
      <List side="made" state="open">
        <EmptyState icon="check" title={t('promises.empty.made')}>
          {t('promises.empty.madeWords')}
        </EmptyState>
      </List>
    ),
    given: (
      <List side="given" state="open">
        <EmptyState icon="check" title={t('promises.empty.given')}>
          {t('promises.empty.givenWords')}
        </EmptyState>
      </List>
    ),
    ended: <Ended />,
  };
  return (
    <Page
      title={t('promises.title')}
      sub={t('promises.sub')}
      acts={
        <>
          {promise}
          <LinkButton to="/appointments">{t('appointments.title')}</LinkButton>
        </>
      }
    >
      <Tabs
        label={t('promises.tabs')}
        chosen={views.find((one) => one === view) ?? 'made'}
        onChoose={(chosen) => setView(chosen === 'made' ? '' : chosen)}
        tabs={views.map((one) => ({ id: one, label: t(`promises.tab.${one}`), children: shown[one] }))}
      />
    </Page>
  );
}

function Ended() {
  const { t } = useWords();
  const nothing = <EmptyState title={t('promises.empty.ended')}>{t('promises.empty.endedWords')}</EmptyState>;
  return (
    <>
      <Section title={t('promises.ended.made')}>
        <List side="made" state="ended">
          {nothing}
        </List>
      </Section>
      <Section title={t('promises.ended.given')}>
        <List side="given" state="ended">
          {nothing}
        </List>
      </Section>
    </>
  );
}

/** `children`: what is said when there is none. */
function List(props: { side: 'made' | 'given'; state: 'open' | 'ended'; children: ReactNode }) {
  const { t } = useWords();
  const { side, state } = props;
  const list = useInfiniteQuery(readPages(promisesApi.listPromises, { query: { side, state, limit: 30 } }));
  if (list.isPending) return <Loading />;
  if (!list.data) return <ErrorState problem={problemOf(list.error)} again={list.refetch} />;
  if (list.data.length === 0) return props.children;
  return (
    <>
      <RowList label={t(state === 'ended' ? `promises.ended.${side}` : `promises.tab.${side}`)}>
        {list.data.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} />
        ))}
      </RowList>
      {list.hasNextPage && (
        <Button weight="quiet" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('promises.more')}
        </Button>
      )}
    </>
  );
}
