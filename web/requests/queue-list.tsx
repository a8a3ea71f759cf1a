// One part of the queue: groups of rows, moved along and selected with keys, and the acts on what is selected.
import { useMemo } from 'react';
import type { QueuePart, RequestRow as Line } from '../../contract/requests.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { useNow } from '../platform/now.ts';
import { capital, dayInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState } from '../ui/states.tsx';
import { AnswerActs } from './answer-acts.tsx';
import { useFold, useLeaving } from './leaving-rows.ts';
import { ManyBar } from './queue-many-bar.tsx';
import { groupsOf, type Group, type GroupName } from './queue-order.ts';
import { useQueueKeys, type QueueKeys } from './queue-keys.ts';
import { RequestRow } from './request-row.tsx';
import css from './queue.module.css';

export type QueueListProps = {
  part: QueuePart;
  /** What the words left over. */
  rows: readonly Line[];
  /** How many there are without the words. */
  loaded: number;
  words: string;
  /** Whose promises are shown, when not everyone's. */
  member: PersonRef | null;
  onEveryone: () => void;
  more?: { pending: boolean; onMore: () => void };
};

// What is done already allows no act on many.
const nothingForMany: readonly QueuePart[] = ['delivered', 'ended'];

export function QueueList(props: QueueListProps) {
  const { t, zone } = useWords();
  const { part, rows, more } = props;
  const groups = useMemo(() => groupsOf(part, rows, zone), [part, rows, zone]);
  const ordered = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const keys = useQueueKeys(ordered, !nothingForMany.includes(part));
  const picked = ordered.filter((row) => keys.selection.picked.has(row.id));
  return (
    <>
      <div ref={keys.list} className={css.groups}>
        {groups.map((group) => (
          <GroupOf key={group.key} group={group} keys={keys} />
        ))}
      </div>
      {ordered.length === 0 && <NothingHere {...props} />}
      <p role="status">
        <Hidden>{t('requests.queue.shown', { n: ordered.length })}</Hidden>
      </p>
      {more && (
        <Button pending={more.pending} onClick={more.onMore}>
          {t('requests.queue.more')}
        </Button>
      )}
      <ManyBar rows={picked} asked={keys.many} onClear={keys.clear} />
    </>
  );
}

function GroupOf({ group, keys }: { group: Group; keys: QueueKeys }) {
  const shown = useLeaving(group.rows);
  return (
    <Section title={<GroupTitle name={group.name} />} note={group.rows.length}>
      <RowList>
        {shown.map(({ row, gone }) => (
          <QueueRow key={row.id} request={row} gone={gone} keys={keys} />
        ))}
      </RowList>
    </Section>
  );
}

function GroupTitle({ name }: { name: GroupName }) {
  const words = useWords();
  const now = useNow();
  if (typeof name === 'string') return words.t(`requests.queue.group.${name}`);
  return capital(dayInWords(new Date(name.day), now, words), words.locale);
}

function QueueRow({ request, gone, keys }: { request: Line; gone: boolean; keys: QueueKeys }) {
  const ref = useFold(gone);
  return (
    <RequestRow
      ref={ref}
      request={request}
      ofTeam
      current={keys.selection.at === request.id}
      acts={<AnswerActs request={request} />}
      {...(keys.selectable ? { pick: <Pick request={request} keys={keys} /> } : {})}
    />
  );
}

function Pick({ request, keys }: { request: Line; keys: QueueKeys }) {
  const { t } = useWords();
  return (
    <label className={css.pick}>
      <input
        type="checkbox"
        checked={keys.selection.picked.has(request.id)}
        onChange={({ nativeEvent }) => keys.pick(request.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
      <Hidden>{t('requests.queue.pick', { title: request.title })}</Hidden>
    </label>
  );
}

function NothingHere({ part, loaded, words, member, onEveryone }: QueueListProps) {
  const { t } = useWords();
  if (words.trim() && loaded > 0) return <EmptyState icon="search" title={t('requests.queue.words.none')} />;
  if (member)
    return (
      <EmptyState
        icon="person"
        title={t('requests.queue.empty.member.title', { name: member.name })}
        acts={<Button onClick={onEveryone}>{t('requests.queue.empty.member.all')}</Button>}
      >
        {t('requests.queue.empty.member.words')}
      </EmptyState>
    );
  return (
    <EmptyState icon="check" title={t(`requests.queue.empty.${part}.title`)}>
      {t(`requests.queue.empty.${part}.words`)}
    </EmptyState>
  );
}
