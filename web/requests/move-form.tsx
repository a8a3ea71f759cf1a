// The form every act is made in: its fields, what happened meanwhile, and what becomes of the words when the act is no longer possible.
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request, RequestRow } from '../../contract/requests.ts';
import { AddFiles, ChosenFiles, DropZone, type Files } from '../attachments/attachments.tsx';
import type { Problem } from '../platform/api.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { freshen } from './fresh.ts';
import { Meanwhile } from './meanwhile.tsx';
import type { InWindow } from './offers.ts';

/** What every form of an act is given. */
export type FormOf = {
  /** As it is now. */
  request: RequestRow | Request;
  /** As it was when the act was begun. */
  seen: RequestRow;
  act: InWindow;
  /** False when somebody else's act has made this one impossible. */
  possible: boolean;
  onDone: (request: Request) => void;
  onClose: () => void;
};

/** What each write names: the request, and the version that was shown. */
export const of = ({ request }: FormOf) => ({ params: { id: request.id }, ifMatch: request.version });

/** `words` is what to save as a message when the act has become impossible, and `files` go along with either. */
export function MoveForm(props: {
  form: FormOf;
  problem: Problem | null;
  pending: boolean;
  onSubmit: () => void;
  words?: string;
  files?: Files;
  send?: string;
  danger?: boolean;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const { request, seen, act, possible, onClose } = props.form;
  const { problem, files } = props;
  useEffect(() => {
    // Refused by the state of things, not for a field: look at how they are.
    if (problem && problem.fields.length === 0) freshen(request.id);
  }, [problem, request.id]);
  return (
    <div onKeyDownCapture={sendsOnCtrlEnter}>
      <DropZone onFiles={files?.add}>
        <Form problem={problem} onSubmit={() => possible && !props.pending && !files?.sending && props.onSubmit()}>
          {request.version !== seen.version && <Meanwhile request={request} since={seen.updatedAt} />}
          {props.children}
          {files && (
            <div>
              <ChosenFiles files={files} />
              <AddFiles files={files} words />
            </div>
          )}
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
              {files?.sending && <small>{t('attachments.wait')}</small>}
            </FormActs>
          ) : (
            <Instead words={props.words ?? ''} files={files} form={props.form} />
          )}
        </Form>
      </DropZone>
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
function Instead({ words, files, form }: { words: string; files: Files | undefined; form: FormOf }) {
  const { t } = useWords();
  const { request, onClose } = form;
  const write = useWrite(requestsApi.addMessage);
  const say = async () => {
    const body = { body: words.trim(), attachments: files?.ids ?? [] };
    const sent = await write.send({ params: { id: request.id }, body });
    if (!sent) return;
    files?.clear();
    freshen(request.id);
    toast(t('requests.meanwhile.said'));
    onClose();
  };
  const canSay = (words.trim() !== '' || (files?.ids.length ?? 0) > 0) && request.can.includes('message');
  return (
    <>
      <p role="status">{t(canSay ? 'requests.meanwhile.instead' : 'requests.meanwhile.gone')}</p>
      <FormActs>
        {canSay && (
          <Button weight="main" pending={write.isPending || files?.sending === true} onClick={() => void say()}>
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
