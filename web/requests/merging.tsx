// Putting two requests of a team together: which one goes on, who will then see what, and what is said to those concerned.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mergingApi } from '../../contract/request-merging.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { findRequests } from './find-requests.ts';
import { freshen, settle } from './fresh.ts';

export function Merging({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useWords();
  const [into, setInto] = useState<Findable | null>(null);
  const [reason, setReason] = useState('');
  const merge = useWrite(mergingApi.mergeRequests);
  const team = request.team?.id ?? '';
  const send = async () => {
    if (!into) return;
    const body = { into: into.id, reason: reason.trim() };
    const now = await merge.send({ params: { id: request.id }, body, ifMatch: request.version });
    if (!now) return;
    settle(now);
    freshen(into.id);
    toast(t('requests.merge.done'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('requests.merge.title')} sub={t('requests.merge.help')}>
      <Combobox
        label={t('requests.merge.which')}
        of={`merging.${request.id}`}
        search={findRequests((each) => each.id !== request.id && each.team?.id === team && each.endedAt === null)}
        value={into}
        onChoose={setInto}
        name="into"
        autoFocus
      />
      {into && <WhoSeesWhat request={request} into={into.id} />}
      <TextArea
        label={t('requests.merge.reason')}
        description={t('requests.merge.reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {merge.problem && <ProblemNote problem={merge.problem} />}
      <div>
        <Button
          weight="main"
          pending={merge.isPending}
          disabled={!into || reason.trim() === ''}
          onClick={() => void send()}
        >
          {t('requests.merge.send')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Said before it is done, because it cannot be unseen. */
function WhoSeesWhat({ request, into }: { request: Request; into: string }) {
  const { t, list } = useWords();
  const { data } = useQuery(read(requestsApi.getRequest, { params: { id: into } }));
  if (!data) return null;
  const there = new Set([data.requester, data.askedBy, ...data.coRequesters].map((person) => person?.id));
  const more = [request.requester, ...request.coRequesters].filter(({ id }) => !there.has(id));
  return (
    <p role="status">
      {more.length === 0
        ? t('requests.merge.nobodyMore')
        : t('requests.merge.whoSees', {
            names: list(more.map(({ name }) => name)),
            count: more.length,
            whose: data.requester.name,
          })}
    </p>
  );
}
