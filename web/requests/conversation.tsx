// The conversation as a timeline, and where one writes. New words appear by themselves; they are told, but never take focus or scroll.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Entry, Request } from '../../contract/requests.ts';
import { AddFiles, ChosenFiles, DropZone, useFiles, type Files } from '../attachments/attachments.tsx';
import { problemOf } from '../platform/api.ts';
import { readPages, useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Composer } from '../ui/composer.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Icon } from '../ui/icons.tsx';
import { plainOf } from '../ui/markdown-html.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { EventSentence } from './event-sentence.tsx';
import { EntryView } from './entry-view.tsx';
import { findPeople } from './find.ts';
import { freshen } from './fresh.ts';
import { firstName } from './names.ts';
import { noteOwner } from './note-owner.ts';
import { useNews } from './news.ts';
import { toldTogether } from './told.ts';
import css from './conversation.module.css';

export function Conversation({ request }: { request: Request }) {
  const { t } = useWords();
  const timeline = useInfiniteQuery(
    readPages(requestsApi.listMessages, { params: { id: request.id }, query: { limit: 100 } }),
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = timeline;
  // Oldest first, and the newest is what one comes for: read on until the end.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const files = useFiles(`request.${request.id}`);
  const mayWrite = request.can.includes('message');
  return (
    <section aria-label={t('requests.conversation')}>
      <DropZone onFiles={mayWrite ? files.add : undefined}>
        {timeline.data ? (
          <Timeline request={request} entries={timeline.data} whole={!hasNextPage} />
        ) : timeline.error ? (
          <ErrorState problem={problemOf(timeline.error)} again={timeline.refetch} />
        ) : (
          <Loading rows={4} />
        )}
        {mayWrite && <Write request={request} entries={timeline.data ?? []} files={files} />}
      </DropZone>
    </section>
  );
}

function Timeline({ request, entries, whole }: { request: Request; entries: readonly Entry[]; whole: boolean }) {
  const { t, list } = useWords();
  const me = useMe();
  const end = useRef<HTMLDivElement>(null);
  const news = useNews(entries, whole, me.id, end);
  const owner = noteOwner(request, entries, me.teams);
  const jump = () => document.getElementById(`entry-${news.first}`)?.scrollIntoView({ block: 'center' });
  return (
    <>
      <ol className={css.timeline}>
        {toldTogether(entries).map((shown) => (
          <EntryView key={shown.entry.id} {...shown} request={request} noteOwner={owner} />
        ))}
      </ol>
      <div ref={end} className={css.end} aria-hidden="true" />
      <p aria-live="polite">
        <Hidden>
          {news.latest &&
            (news.latest.kind === 'event' ? (
              <EventSentence entry={news.latest} request={request} />
            ) : (
              t('requests.news.said', {
                name: firstName(news.latest.by),
                words:
                  plainOf(news.latest.body).slice(0, 140) || list(news.latest.attachments.map((file) => file.name)),
              })
            ))}
        </Hidden>
      </p>
      {news.count > 0 && (
        <div className={css.jump}>
          <Button weight="main" onClick={jump}>
            {t('requests.news.jump', { count: news.count })} <Icon name="down" />
          </Button>
        </div>
      )}
    </>
  );
}

function Write({ request, entries, files }: { request: Request; entries: readonly Entry[]; files: Files }) {
  const { t, list } = useWords();
  const me = useMe();
  const write = useWrite(requestsApi.addMessage);
  const send = async (body: string, { teamOnly }: { teamOnly: boolean }) => {
    const kind = teamOnly ? ('note' as const) : ('message' as const);
    const sent = await write.send({ params: { id: request.id }, body: { body, kind, attachments: files.ids } });
    if (sent) {
      freshen(request.id);
      files.clear();
    }
    return sent !== null;
  };
  const owner = noteOwner(request, entries, me.teams);
  return (
    <div id="write" className={css.write}>
      <Composer
        label={t('requests.write', { names: list(readersOf(request, me)) })}
        draftKey={`request.${request.id}`}
        mention={findPeople}
        limit={20_000}
        problem={write.problem}
        onSend={send}
        along={<ChosenFiles files={files} />}
        tools={(put) => (
          <>
            <AddFiles files={files} />
            <Slot of="reply" request={request} put={put} />
          </>
        )}
        filled={files.ids.length > 0}
        wait={files.sending ? t('attachments.wait') : undefined}
        {...(request.can.includes('note')
          ? { teamOnly: t('requests.note.only', { team: request.team?.name ?? owner ?? '' }) }
          : {})}
      />
    </div>
  );
}

/** Who reads what one writes, as one would call them: "Mika", "IT". */
function readersOf(request: Request, me: { id: string }): string[] {
  const people = [request.requester, request.provider ?? request.greetedBy ?? request.person].flatMap((person) =>
    person && person.id !== me.id ? [firstName(person)] : [],
  );
  const team = request.team && request.requester.id === me.id ? [request.team.name] : [];
  const names = [...new Set([...people, ...team])];
  return names.length > 0 ? names : [request.team?.name ?? firstName(request.requester)];
}
