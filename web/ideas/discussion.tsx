// What is said about an idea and what became of it, oldest first, and where one writes. New words appear by themselves.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { ideasApi, type Idea, type IdeaEntry } from '../../contract/ideas.ts';
import { findPeople } from '../directory/directory.tsx';
import { problemOf } from '../platform/api.ts';
import { invalidate, readPages, useWrite } from '../platform/query.ts';
import { useNow } from '../platform/now.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Composer } from '../ui/composer.tsx';
import { Face } from '../ui/face.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Section } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import css from './ideas.module.css';

export function Discussion({ idea }: { idea: Idea }) {
  const { t } = useWords();
  const story = useInfiniteQuery(
    readPages(ideasApi.listIdeaEntries, { params: { id: idea.id }, query: { limit: 100 } }),
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = story;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const write = useWrite(ideasApi.discussIdea);
  const send = async (body: string) => {
    const sent = await write.send({ params: { id: idea.id }, body: { body } });
    if (sent) await invalidate(ideasApi.listIdeaEntries);
    return sent !== null;
  };
  return (
    <div className={css.discussion}>
      <Section title={t('ideas.discussion')}>
        {story.data ? (
          <ol className={css.timeline}>
            {story.data.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        ) : story.error ? (
          <ErrorState problem={problemOf(story.error)} again={story.refetch} />
        ) : (
          <Loading rows={3} />
        )}
        {idea.can.includes('discuss') && (
          <div className={css.write}>
            <Composer
              label={t('ideas.write')}
              draftKey={`idea.${idea.id}`}
              mention={findPeople}
              limit={8000}
              problem={write.problem}
              onSend={send}
            />
          </div>
        )}
      </Section>
    </div>
  );
}

function Entry({ entry }: { entry: IdeaEntry }) {
  if (entry.kind === 'message' && entry.by)
    return (
      <li className={css.say}>
        <Face of={entry.by} />
        <div>
          <p className={css.who}>
            <b>{entry.by.name}</b>
            <small>
              <RelativeTime at={entry.at} show="when" />
            </small>
          </p>
          <Markdown>{entry.body}</Markdown>
        </div>
      </li>
    );
  if (entry.kind === 'message') return null;
  return (
    <li className={css.event}>
      <p>
        <Sentence entry={entry} /> · <RelativeTime at={entry.at} show="when" inside />
      </p>
      {entry.words && (
        <div className={css.quoted}>
          <Markdown>{entry.words}</Markdown>
        </div>
      )}
    </li>
  );
}

type Happening = Extract<IdeaEntry, { kind: 'event' }>;
const b = (parts: ReactNode[]) => <b>{parts}</b>;

function Sentence({ entry }: { entry: Happening }): ReactNode {
  const { t, rich, ...words } = useWords();
  const now = useNow();
  const name = entry.by?.name ?? '';
  const due = entry.due ? whenInWords(new Date(entry.due), now, { t, ...words }) : '';
  const { what } = entry;
  if (what === 'fellBack' || what === 'rose') return t(`ideas.event.${what}`);
  if (what === 'declined')
    return rich(entry.answer === 'notNow' ? 'ideas.event.notNow' : 'ideas.event.no', { name, b });
  if (what === 'done' && !entry.by) return t('ideas.event.doneAlone');
  if (what === 'committed' || what === 'promisedAnew')
    return rich(`ideas.event.${what}`, { name, b, to: entry.to?.name ?? '', due });
  if (what === 'appointed' || what === 'calledOff' || what === 'held')
    return rich(`ideas.event.${what}`, { name, b, due });
  return rich(`ideas.event.${what}`, { name, b });
}
