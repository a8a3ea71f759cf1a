// The log of administration in sentences, newest first, for administrators.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { auditApi, auditSubjects, type AuditEntry, type AuditSubject } from '../../contract/audit.ts';
import { problemOf } from '../platform/api.ts';
import { readPages } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords, type WordId } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading, NotAllowed } from '../ui/states.tsx';
import css from './connect.module.css';

export default function AuditPage() {
  const { t } = useWords();
  const { can } = useStanding();
  if (!can.includes('update')) return <NotAllowed />;
  return (
    <Page
      narrow
      above={<Link to="/settings">{t('platform.settings')}</Link>}
      title={t('connect.audit.title')}
      sub={t('connect.audit.sub')}
    >
      <Log />
    </Page>
  );
}

function Log() {
  const { t } = useWords();
  const [about, setAbout] = useState<AuditSubject | ''>('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const query = { limit: 50, ...(about ? { about } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const log = useInfiniteQuery(readPages(auditApi.listAudit, { query }));
  return (
    <>
      <div className={css.filters}>
        <Select
          label={t('connect.audit.about')}
          value={about}
          onChange={(event) => setAbout(event.target.value as AuditSubject)}
        >
          <option value="">{t('connect.audit.everything')}</option>
          {auditSubjects.map((subject) => (
            <option key={subject} value={subject}>
              {t(`connect.audit.subject.${subject}`)}
            </option>
          ))}
        </Select>
        <TextField
          label={t('connect.audit.from')}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t('connect.audit.to')}
          type="date"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      {log.error ? (
        <ErrorState problem={problemOf(log.error)} again={log.refetch} />
      ) : !log.data ? (
        <Loading rows={6} />
      ) : log.data.length === 0 ? (
        <EmptyState title={t('connect.audit.none')} icon="book">
          {t('connect.audit.teach')}
        </EmptyState>
      ) : (
        <>
          <RowList label={t('connect.audit.title')}>
            {log.data.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </RowList>
          {log.hasNextPage && (
            <div className={css.after}>
              <Button onClick={() => void log.fetchNextPage()} pending={log.isFetchingNextPage}>
                {t('connect.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** The fields that have a word; others are told by their names. */
const fields = [
  'about',
  'active',
  'approval',
  'askers',
  'checklist',
  'closingMinutes',
  'country',
  'description',
  'does',
  'email',
  'exceptions',
  'form',
  'greetingMinutes',
  'language',
  'manager',
  'name',
  'place',
  'rates',
  'region',
  'said',
  'sight',
  'url',
  'week',
  'zone',
] as const;
const fieldNamed = (name: string) => fields.find((field) => field === name);

function Entry({ entry }: { entry: AuditEntry }) {
  const { t, rich, list } = useWords();
  const { by, subject, person, facts } = entry;
  const changed = (facts.fields ?? []).map((name) => {
    const known = fieldNamed(name);
    return known ? t(`connect.field.${known}`) : name;
  });
  const sentence = rich(`connect.audit.${entry.act}`, {
    by: <b key="by">{by?.name ?? t('connect.audit.byTime')}</b>,
    subject: subject.name || t('connect.audit.somebody'),
    person: person?.name ?? t('connect.audit.somebody'),
    count: facts.count ?? 0,
  });
  return (
    <Row
      time={<RelativeTime at={entry.at} stacked />}
      title={sentence}
      sub={
        <>
          {changed.length > 0 && <span>{t('connect.audit.fields', { fields: list(changed) })}</span>}
          {facts.lead && <span>{t('connect.audit.asLead')}</span>}
          {facts.scopes && (
            <span>{list(facts.scopes.map((scope) => t(`connect.scope.${scope}.short` as WordId)))}</span>
          )}
          {entry.byProgram && <span>{t('connect.audit.byProgram')}</span>}
        </>
      }
    />
  );
}
