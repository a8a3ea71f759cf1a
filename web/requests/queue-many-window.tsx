// What one act on many requests needs to be told: once for all of them.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RequestRow } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { DueField } from './due-field.tsx';
import { findRecipients } from './find.ts';
import { useKeptWords } from '../platform/kept-words.ts';
import { sendsOnCtrlEnter } from './move-form.tsx';
import { firstName } from './names.ts';
import type { BodyFor } from './queue-many-bar.tsx';
import type { ManyAct } from './queue-many.ts';

type WindowProps = {
  act: ManyAct;
  rows: readonly RequestRow[];
  onClose: () => void;
  /** `forget` is called when all went through: until then what was written is kept. */
  onSend: (bodyFor: BodyFor, forget?: () => void) => void;
};
type FormProps = Omit<WindowProps, 'act'>;

export default function ManyWindow(props: WindowProps) {
  const { t } = useWords();
  const OneForm = forms[props.act];
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t(`requests.queue.many.act.${props.act}`)}
      sub={t('requests.queue.many.sub', { n: props.rows.length })}
    >
      <OneForm {...props} />
    </Dialog>
  );
}

/** Names the version that was seen: what changed meanwhile is not acted upon unread. */
const itemsOf = (rows: readonly RequestRow[]) => rows.map(({ id, version }) => ({ id, version }));

function Greet({ onSend, onClose }: FormProps) {
  const { t } = useWords();
  const [kept, write, forget] = useKeptWords('queue.greet', { words: '' });
  const hello = (row: RequestRow) =>
    [t('requests.greet.begin', { name: firstName(row.requester) }).trim(), kept.words.trim()]
      .filter(Boolean)
      .join('\n\n');
  const send = () =>
    onSend(
      (some) => ({
        move: 'greet',
        items: some.map((row) => ({ id: row.id, version: row.version, words: hello(row) })),
        words: '',
      }),
      forget,
    );
  return (
    <ManyForm act="greet" ready onSend={send} onClose={onClose}>
      <TextArea
        label={t('requests.queue.many.greetWords')}
        description={t('requests.queue.many.greetHelp')}
        optional
        limit={3900}
        value={kept.words}
        onChange={(event) => write({ words: event.target.value })}
        autoFocus
      />
    </ManyForm>
  );
}

function Promising({ rows, onSend, onClose }: FormProps) {
  const { t } = useWords();
  const [due, setDue] = useState('');
  const send = () => onSend((some) => ({ move: 'promise', items: itemsOf(some), due, words: '' }));
  return (
    <ManyForm act="promise" ready={due !== ''} onSend={send} onClose={onClose}>
      {(error) => (
        <>
          <p>{t('requests.queue.many.promiseHelp')}</p>
          <DueField
            label={t('requests.promise.due')}
            request={rows[0]?.id ?? ''}
            value={due}
            onChange={setDue}
            error={due ? null : error && t('requests.due.needed')}
          />
        </>
      )}
    </ManyForm>
  );
}

function HandOver({ onSend, onClose }: FormProps) {
  const { t } = useWords();
  const [to, setTo] = useState<Findable | null>(null);
  const [kept, write, forget] = useKeptWords('queue.handOver', { context: '' });
  const send = () => {
    if (!to) return;
    const target = to.kind === 'team' ? { team: to.id } : { person: to.id };
    onSend((some) => ({ move: 'handOver', items: itemsOf(some), ...target, context: kept.context }), forget);
  };
  return (
    <ManyForm act="handOver" ready={to !== null && kept.context.trim() !== ''} onSend={send} onClose={onClose}>
      {(error) => (
        <>
          <Combobox
            label={t('requests.handOver.to')}
            of="recipients"
            search={findRecipients}
            value={to}
            onChoose={setTo}
            error={to ? null : error}
            autoFocus
          />
          <TextArea
            label={t('requests.handOver.context')}
            limit={4000}
            value={kept.context}
            error={kept.context.trim() ? null : error}
            onChange={(event) => write({ context: event.target.value })}
          />
        </>
      )}
    </ManyForm>
  );
}

function Decline({ onSend, onClose }: FormProps) {
  const { t } = useWords();
  const [kept, write, forget] = useKeptWords('queue.decline', { reason: '', instead: '' });
  const send = () => onSend((some) => ({ move: 'decline', items: itemsOf(some), ...kept }), forget);
  return (
    <ManyForm act="decline" danger ready={kept.reason.trim() !== ''} onSend={send} onClose={onClose}>
      {(error) => (
        <>
          <TextArea
            label={t('requests.decline.reason')}
            limit={1000}
            value={kept.reason}
            error={kept.reason.trim() ? null : error}
            onChange={(event) => write({ reason: event.target.value })}
            autoFocus
          />
          <TextArea
            label={t('requests.decline.instead')}
            description={t('requests.decline.help')}
            optional
            limit={1000}
            rows={2}
            value={kept.instead}
            onChange={(event) => write({ instead: event.target.value })}
          />
        </>
      )}
    </ManyForm>
  );
}

const forms = { greet: Greet, promise: Promising, handOver: HandOver, decline: Decline } satisfies Record<
  ManyAct,
  (props: FormProps) => ReactNode
>;

/** Sends when everything needed is there; else the fields hear what is missing. */
function ManyForm(props: {
  act: ManyAct;
  ready: boolean;
  danger?: boolean;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode | ((error: string | null) => ReactNode);
}) {
  const { t } = useWords();
  const [tries, setTries] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const error = tries > 0 ? t('requests.queue.many.needed') : null;
  return (
    <div ref={frame} onKeyDownCapture={sendsOnCtrlEnter}>
      <Form onSubmit={() => (props.ready ? props.onSend() : setTries(tries + 1))}>
        {typeof props.children === 'function' ? props.children(error) : props.children}
        <FormActs>
          <Button type="submit" weight={props.danger ? 'danger' : 'main'}>
            {t(`requests.queue.many.act.${props.act}`)}
          </Button>
          <Button weight="quiet" onClick={props.onClose}>
            {t('requests.send.not')}
          </Button>
        </FormActs>
      </Form>
    </div>
  );
}
