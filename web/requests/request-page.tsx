// A request whole: who asked whom, where it stands, the conversation, and the one card with the promise and the next act.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { useParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotFound } from '../ui/states.tsx';
import { ActsHost } from './acts.tsx';
import { AnswersShown } from './answers-shown.tsx';
import { AskedLine } from './asked-line.tsx';
import { ChecklistNote } from './checklist-note.tsx';
import { Conversation } from './conversation.tsx';
import { LinksNote } from './links-note.tsx';
import { MergedLine } from './merged-line.tsx';
import { PeopleNote } from './people-note.tsx';
import { PromiseCard } from './promise-card.tsx';
import { Rewording } from './rewording.tsx';
import css from './request.module.css';
import { Stages } from './stages.tsx';
import { ApprovalsNote } from './waits-for-yes.tsx';

export default function RequestPage() {
  const id = useParam('id');
  return <One key={id} id={id} />;
}

function One({ id }: { id: string }) {
  // Once a minute, because time alone makes a promise late.
  const query = useQuery({ ...read(requestsApi.getRequest, { params: { id } }), refetchInterval: 60_000 });
  const gone = query.error?.status === 404;
  // An address that names no request at all is as absent as one that names another's.
  if (query.error?.status === 422) return <NotFound />;
  if (gone && query.data) return <NoLongerHere />;
  return (
    <Loaded query={query} page rows={5}>
      {(request) => (
        <ActsHost>
          <Whole request={request} />
        </ActsHost>
      )}
    </Loaded>
  );
}

function Whole({ request }: { request: Request }) {
  const { t } = useWords();
  const [rewording, setRewording] = useState(false);
  const mayEdit = request.can.includes('edit');
  return (
    <Page
      title={request.title}
      heading={<span dir="auto">{request.title}</span>}
      above={<AskedLine request={request} />}
      acts={
        mayEdit &&
        !rewording && (
          <Button weight="quiet" onClick={() => setRewording(true)}>
            {t('requests.edit')}
          </Button>
        )
      }
      lead={
        <>
          {mayEdit && rewording && <Rewording request={request} onClose={() => setRewording(false)} />}
          <MergedLine request={request} />
          <Stages request={request} />
        </>
      }
      aside={
        <>
          <PromiseCard request={request} />
          <ApprovalsNote request={request} />
          <ChecklistNote request={request} />
          <Slot of="request" request={request} />
          <LinksNote request={request} />
          <div className={css.beside}>
            <PeopleNote request={request} />
          </div>
        </>
      }
      asideFirst
    >
      <AnswersShown request={request} />
      <Conversation request={request} />
      <div className={css.below}>
        <PeopleNote request={request} />
      </div>
    </Page>
  );
}

/** It was here a moment ago: handed over, or the reader was taken out. */
function NoLongerHere() {
  const { t } = useWords();
  return (
    <Page title={t('requests.gone.title')} sub={t('requests.gone.words')}>
      <LinkButton to="/requests">{t('requests.list.title')}</LinkButton>
    </Page>
  );
}
