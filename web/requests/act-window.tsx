// The window of one act: keeps the request as it was when the act was begun beside how it is now, and shows the fitting form.
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request, RequestRow } from '../../contract/requests.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Approve, Refuse } from './approving-forms.tsx';
import { Accept, RateAsk, Reopen, Return, Withdraw } from './closing-forms.tsx';
import type { FormOf } from './move-form.tsx';
import { firstName } from './names.ts';
import { AskAgain, Decline, Greet } from './opening-forms.tsx';
import type { Act, InWindow } from './offers.ts';
import { Counter, HandOver, Promising } from './promising-forms.tsx';
import { Deliver, Hold, Release, Renegotiate, Revoke } from './serving-forms.tsx';
import { Split } from './splitting.tsx';

const forms: Record<InWindow, ComponentType<FormOf>> = {
  approve: Approve,
  refuse: Refuse,
  greet: Greet,
  promise: Promising,
  counter: Counter,
  askAgain: AskAgain,
  decline: Decline,
  handOver: HandOver,
  renegotiate: Renegotiate,
  holdToTime: Hold,
  release: Release,
  revoke: Revoke,
  deliver: Deliver,
  accept: Accept,
  return: Return,
  withdraw: Withdraw,
  reopen: Reopen,
  rateAsk: RateAsk,
  split: Split,
};

const isInWindow = (act: Act): act is InWindow => act in forms;

export default function ActWindow(props: {
  request: RequestRow;
  act: Act;
  onClose: () => void;
  onDone: (request: Request) => void;
}) {
  const { t } = useWords();
  const { act, onClose, onDone } = props;
  const [seen] = useState(props.request);
  const { data, error } = useQuery(read(requestsApi.getRequest, { params: { id: seen.id } }));
  const request = data && data.version >= seen.version ? data : seen;
  if (!isInWindow(act)) return null;
  const FormOfAct = forms[act];
  const possible = error?.status !== 404 && request.can.includes(act === 'holdToTime' ? 'answerRenegotiation' : act);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`requests.window.${act}`, { name: firstName(request.requester) })}
      sub={<span dir="auto">{request.title}</span>}
    >
      <FormOfAct request={request} seen={seen} act={act} possible={possible} onDone={onDone} onClose={onClose} />
    </Dialog>
  );
}
