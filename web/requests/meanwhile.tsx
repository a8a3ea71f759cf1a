// What others did while one was writing: the same quiet sentences as in the conversation.
import { useQuery } from '@tanstack/react-query';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Entry, RequestRow } from '../../contract/requests.ts';
import { call } from '../platform/api.ts';
import { keyOf } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { EventSentence } from './event-sentence.tsx';
import css from './meanwhile.module.css';
import type { Happening } from './told.ts';

/** The whole history; conversations are read oldest first, and the news is at the end. */
async function wholeConversation(id: string, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const query: { limit: number; cursor?: string } = { limit: 100, ...(cursor ? { cursor } : {}) };
    const page = await call(requestsApi.listMessages, { params: { id }, query }, { signal });
    entries.push(...page.items);
    cursor = page.next;
  }
  return entries;
}

/** `since` is when the request was last seen to change, by the server's clock. */
export function Meanwhile({ request, since }: { request: RequestRow; since: string }) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: [...keyOf(requestsApi.listMessages, { params: { id: request.id } }), 'whole', request.version],
    queryFn: ({ signal }) => wholeConversation(request.id, signal),
  });
  const news = (data ?? []).filter((entry): entry is Happening => entry.kind === 'event' && entry.at > since);
  return (
    <div className={css.meanwhile} role="status">
      <p>{t('requests.meanwhile.title')}</p>
      {news.map((entry) => (
        <p key={entry.id}>
          <EventSentence entry={entry} request={request} />
        </p>
      ))}
    </div>
  );
}
