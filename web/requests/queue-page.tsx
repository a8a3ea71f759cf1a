// The queue of a team: its parts as tabs with counts, filtered by member and by words. Only members find it.
import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import { queueParts, type Queue, type QueuePart } from '../../contract/requests.ts';
import { useParam, useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { read, readPages } from '../platform/query.ts';
import { capital } from '../platform/time.ts';
import { useWords, type Speech } from '../platform/words.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, Loading, NotFound } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ActsHost } from './acts.tsx';
import { useFocusAfterActs } from './leaving-rows.ts';
import { QueueFilter } from './queue-filter.tsx';
import { QueueList } from './queue-list.tsx';
import { rowsWith } from './queue-order.ts';

const isPart = (text: string): text is QueuePart => queueParts.some((part) => part === text);
const isId = (text: string) => /^[\da-f-]{36}$/.test(text);

export default function QueuePage() {
  const team = useParam('id');
  return <QueueOf key={team} team={team} />;
}

function QueueOf({ team }: { team: string }) {
  const words = useWords();
  const { t } = words;
  const [chosen, setPart] = useSearchParam('part');
  const [member, setMember] = useSearchParam('member');
  const [filter, setFilter] = useState('');
  const part = isPart(chosen) ? chosen : 'unanswered';
  const provider = isId(member) ? member : '';
  const { query, head } = useQueue(team, part, provider);
  const members = useQuery({ ...read(directoryApi.getTeam, { params: { id: team } }), enabled: head !== undefined });
  const wanted = useDeferredValue(filter);
  const loaded = query.data?.items;
  const acted = useFocusAfterActs(loaded);
  const rows = useMemo(() => rowsWith(wanted, loaded ?? []), [wanted, loaded]);
  if (query.error && problemOf(query.error)?.status === 404) return <NotFound />;

  const people = members.data?.members.map((one) => one.person) ?? [];
  const list = loaded ? (
    <QueueList
      key={`${part} ${provider}`}
      part={part}
      rows={rows}
      loaded={loaded.length}
      words={wanted}
      member={people.find((person) => person.id === provider) ?? null}
      onEveryone={() => setMember('')}
      {...(query.hasNextPage
        ? { more: { pending: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() } }
        : {})}
    />
  ) : query.error ? (
    <ErrorState problem={problemOf(query.error)} again={query.refetch} />
  ) : (
    <Loading rows={5} />
  );
  return (
    <ActsHost onDone={acted}>
      <Page
        title={head ? t('requests.queue.title', { team: head.team.name }) : t('requests.queue.plain')}
        sub={head && queueSentence(head.counts, words)}
        lead={<QueueFilter people={people} member={provider} onMember={setMember} words={filter} onWords={setFilter} />}
      >
        <Tabs
          label={t('requests.queue.parts')}
          chosen={part}
          onChoose={(next) => setPart(next === 'unanswered' ? '' : next)}
          tabs={queueParts.map((id) => ({
            id,
            label: t(`requests.queue.part.${id}`),
            // The counts are the team's; beside one member's rows they would mislead.
            ...(head && id !== 'ended' && !provider ? { count: head.counts[id] } : {}),
            children: list,
          }))}
        />
      </Page>
    </ActsHost>
  );
}

/** One part of the queue, page by page, and the team with its counts as last heard in any part. */
function useQueue(team: string, part: QueuePart, provider: string) {
  const params = { id: team };
  const query = useInfiniteQuery({
    ...readPages(requestsApi.getQueue, {
      params,
      query: { part, limit: 100, ...(provider ? { provider } : {}) },
    }),
    select: joined,
  });
  const [head, keep] = useState(query.data);
  if (query.data && query.data !== head) keep(query.data);
  return { query, head };
}

const joined = (all: InfiniteData<Queue>) => {
  const [first] = all.pages;
  const items = all.pages.flatMap((page) => page.items);
  return { team: first?.team ?? { id: '', name: '' }, counts: first?.counts ?? nothing, items };
};
const nothing: Queue['counts'] = { unanswered: 0, promised: 0, atRisk: 0, waiting: 0, delivered: 0 };

/** "Three asks wait for an answer; one promise is at risk." */
export function queueSentence(counts: Queue['counts'], { t, locale }: Pick<Speech, 't' | 'locale'>): string {
  const asks = counts.unanswered > 0 && t('requests.queue.day.unanswered', { n: counts.unanswered });
  const risks = counts.atRisk > 0 && t('requests.queue.day.atRisk', { n: counts.atRisk });
  if (asks && risks) return capital(t('requests.queue.day.both', { asks, risks }), locale);
  const what = asks || risks;
  return what ? capital(t('requests.queue.day.one', { what }), locale) : t('requests.queue.day.calm');
}
