// Requests and files that a search found, with the words around what matched and the searched words marked.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { attachmentsApi } from '../../contract/attachments.ts';
import type { Findings } from '../../contract/finding.ts';
import { addressOf } from '../platform/api.ts';
import { useNow } from '../platform/now.ts';
import { useWords } from '../platform/words.tsx';
import { Icon } from '../ui/icons.tsx';
import { Marked } from '../ui/marked.tsx';
import { Section } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { standingOf } from './standing.ts';
import css from './search.module.css';

type Sought = { sought: readonly string[] };

const views = ['all', 'open', 'ended'] as const;
const countedUpTo = 2000;
type Items = Findings['requests']['items'];

export function FoundRequests({ items, total, sought }: { items: Items; total: number } & Sought) {
  const { t, number } = useWords();
  const [view, setView] = useState<(typeof views)[number]>('all');
  const shown = items.filter(({ request }) => view === 'all' || (request.stage === 'ended') === (view === 'ended'));
  const count = t('finding.count.requests', { count: total });
  const counted = total >= countedUpTo ? t('finding.count.many', { count: number(countedUpTo) }) : count;
  const note = items.length < total ? `${counted}; ${t('finding.count.shown', { count: items.length })}` : counted;
  return (
    <Section title={t('finding.group.requests')} note={<span role="status">{note}</span>}>
      <div className={css.views} role="group" aria-label={t('finding.only')}>
        {views.map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
            {t(`finding.only.${one}`)}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className={css.nothing}>{t('finding.none.filter')}</p>}
      <RowList>
        {shown.map((one) => (
          <FoundRequest key={one.request.id} {...one} sought={sought} />
        ))}
      </RowList>
    </Section>
  );
}

function FoundRequest({ request, excerpt, place, file, sought }: Items[number] & Sought) {
  const words = useWords();
  const now = useNow();
  const time = (
    <>
      <span>#{request.number}</span>
      <small>
        <RelativeTime at={request.createdAt} show="distance" inside />
      </small>
    </>
  );
  const sub = (
    <>
      <span>{standingOf(request, now, words)}</span>
      {excerpt && (
        <q className={css.excerpt}>
          <span className={css.said}>{words.t(place === 'ask' ? 'finding.asked' : 'finding.said')}</span>{' '}
          <Marked text={excerpt} sought={sought} />
        </q>
      )}
      {file && (
        <span className={css.file}>
          <span className={css.said}>{words.t('finding.file')}</span> <FileLink file={file} sought={sought} />
        </span>
      )}
    </>
  );
  return (
    <Row time={time} to={`/requests/${request.id}`} title={<Marked text={request.title} sought={sought} />} sub={sub} />
  );
}

/** Pressing it saves the file; what it belongs to stands beside it. */
const FileLink = ({ file, sought }: { file: { id: string; name: string } } & Sought) => (
  <a href={addressOf(attachmentsApi.getAttachment, { params: { id: file.id } })} download={file.name}>
    <Marked text={file.name} sought={sought} />
  </a>
);

export function FoundFiles({ files, sought }: { files: Findings['files'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.files')}>
      <RowList>
        {files.map((file) => (
          <Row
            key={file.id}
            narrow
            time={<Icon name="file" large />}
            title={<FileLink file={file} sought={sought} />}
            sub={
              <Link to={`/requests/${file.request.id}`} className={css.of}>
                #{file.request.number} · {file.request.title}
              </Link>
            }
          />
        ))}
      </RowList>
    </Section>
  );
}
