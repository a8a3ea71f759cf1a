// The form every act is made in: its fields, what happened meanwhile, and what becomes of the words when the act is no longer possible.
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request, RequestRow } from '../../contract/requests.ts';
import type { Problem } from '../platform/api.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { freshen } from './fresh.ts';
import { Meanwhile } from './meanwhile.tsx';
import type { Act } from './offers.ts';

/** What every form of an act is given. */
export type FormOf = {
  /** As it is now. */
  request: RequestRow | Request;
  /** As it was when the act was begun. */
  seen: RequestRow;
  act: Act;
  /** False when somebody else's act has made this one impossible. */
  possible: boolean;
  onDone: (request: Request) => void;
  onClose: () => void;
};

/** What each write names: the request, and the version that was shown. */
export const of = ({ request }: FormOf) => ({ params: { id: request.id }, ifMatch: request.version });

/** `words` is what to save as a message when the act has become impossible. */
export function MoveForm(props: {
  form: FormOf;
  problem: Problem | null;
  pending: boolean;
  onSubmit: () => void;
  words?: string;
  send?: string;
  danger?: boolean;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const { request, seen, act, possible, onClose } = props.form;
  const { problem } = props;
  useEffect(() => {
    // Refused by the state of things, not for a field: look at how they are.
    if (problem && problem.fields.length === 0) freshen(request.id);
  }, [problem, request.id]);
  return (
    <div onKeyDownCapture={sendsOnCtrlEnter}>
      <Form problem={problem} onSubmit={() => possible && !props.pending && props.onSubmit()}>
        {request.version !== seen.version && <Meanwhile request={request} since={seen.updatedAt} />}
        {props.children}
        {possible ? (
          <FormActs>
            <Button
              weight={props.danger ? 'danger' : 'main'}
              type="submit"
              pending={props.pending}
              aria-keyshortcuts="Control+Enter"
            >
              {props.send ?? t(`requests.send.${act}`)}
            </Button>
            <Button weight="quiet" onClick={onClose}>
              {t('requests.send.not')}
            </Button>
          </FormActs>
        ) : (
          <Instead words={props.words ?? ''} form={props.form} />
        )}
      </Form>
    </div>
  );
}

/** Ctrl Enter in a field sends its form. */
export function sendsOnCtrlEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !target.form) return;
  event.preventDefault();
  event.stopPropagation();
  target.form.requestSubmit();
}

/** The act is gone, the words are not: they can still be said. */
function Instead({ words, form }: { words: string; form: FormOf }) {
  const { t } = useWords();
  const { request, onClose } = form;
  const write = useWrite(requestsApi.addMessage);
  const say = async () => {
    const sent = await write.send({ params: { id: request.id }, body: { body: words.trim() } });
    if (!sent) return;
    freshen(request.id);
    toast(t('requests.meanwhile.said'));
    onClose();
  };
  const canSay = words.trim() !== '' && request.can.includes('message');
  return (
    <>
      <p role="status">{t(canSay ? 'requests.meanwhile.instead' : 'requests.meanwhile.gone')}</p>
      <FormActs>
        {canSay && (
          <Button weight="main" pending={write.isPending} onClick={() => void say()}>
            {t('requests.meanwhile.say')}
          </Button>
        )}
        <Button weight="quiet" onClick={onClose}>
          {t('ui.dialog.close')}
        </Button>
      </FormActs>
    </>
  );
}
