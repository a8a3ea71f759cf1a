// One entry of the timeline: words with a face, a note in brass, or something that happened as a quiet sentence.
import type { ReactNode } from 'react';
import type { AttachmentRef } from '../../contract/attachments.ts';
import type { Request } from '../../contract/requests.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { Attached } from '../attachments/attachments.tsx';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { EventSentence } from './event-sentence.tsx';
import type { Happening, Shown } from './told.ts';
import css from './conversation.module.css';

export function EntryView(props: Shown & { request: Request; noteOwner: string | null }) {
  const { entry, request, noteOwner } = props;
  const { t } = useWords();
  const id = `entry-${entry.id}`;
  if (entry.kind === 'note')
    return (
      <li id={id} className={css.note}>
        <small>
          <Icon name="lock" />{' '}
          {noteOwner ? t('requests.note.only', { team: noteOwner }) : t('requests.note.onlyWriters')} · {entry.by.name}{' '}
          · <RelativeTime at={entry.at} show="when" inside />
        </small>
        {entry.body && <Markdown>{entry.body}</Markdown>}
        <Attached files={entry.attachments} />
      </li>
    );
  const more = <Slot of="entry" request={request} entry={entry} />;
  if (entry.kind === 'message')
    return (
      <Said
        id={id}
        by={entry.by}
        at={entry.at}
        words={entry.body}
        files={entry.attachments}
        hello={props.hello}
        more={more}
      />
    );
  // The ask itself is the first thing that was said.
  if (entry.what === 'asked' && entry.by && (request.details || request.attachments.length > 0))
    return <Said id={id} by={entry.by} at={entry.at} words={request.details} files={request.attachments} />;
  return (
    <li id={id} className={css.event}>
      <p>
        <EventSentence entry={entry} request={request} answer={props.answer} />
        {props.timed && (
          <span className={css.at}>
            {' · '}
            <RelativeTime at={entry.at} show="when" inside />
          </span>
        )}
      </p>
      <EventWords entry={entry} />
      {entry.what === 'delivered' && more}
    </li>
  );
}

type Spoken = {
  id: string;
  by: PersonRef;
  at: string;
  words: string;
  files: readonly AttachmentRef[];
  hello?: boolean | undefined;
  more?: ReactNode;
};

function Said(props: Spoken) {
  const { t } = useWords();
  const { id, by, at, words } = props;
  return (
    <li id={id} className={css.say}>
      <Face of={by} />
      <div>
        <p className={css.who}>
          <b>{by.name}</b>
          <small>
            <RelativeTime at={at} show="when" />
            {props.hello && ` · ${t('requests.event.hello')}`}
          </small>
        </p>
        {words && <Markdown>{words}</Markdown>}
        <Attached files={props.files} />
        {props.more}
      </div>
    </li>
  );
}

/** The longer words that belong to what happened: what was done, what is missing, thanks, where to go instead. */
function EventWords({ entry }: { entry: Happening }) {
  const { t } = useWords();
  const { words, instead } = entry.facts;
  if (entry.what === 'accepted' && words) return <blockquote dir="auto">{words}</blockquote>;
  if (entry.what === 'edited' && words)
    return (
      <p>
        {t('requests.event.before')} <s dir="auto">{words}</s>
      </p>
    );
  const told = words ?? (instead && t('requests.event.instead', { instead }));
  return told ? (
    <div className={css.told}>
      <Markdown>{told}</Markdown>
    </div>
  ) : null;
}
