// Asking: one sentence, then whom; everything else only if one likes. What was begun survives a closed tab.
import { useState } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { DropZone, useFiles } from '../attachments/attachments.tsx';
import { AwayOffer, AwayWords } from '../directory/directory.tsx';
import { useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { AskExtras, sendsOnCtrlEnter } from './ask-extras.tsx';
import { findRecipients, type Recipient } from './find.ts';
import { settle } from './fresh.ts';
import { useKeptAsk, type Asking } from './kept-ask.ts';
import { askedOf } from './names.ts';
import { MatchingServices } from './matching-services.tsx';
import css from './ask-form.module.css';

type Parts = {
  begin: Partial<Asking>;
  onSent: (request: Request) => void;
  /** The answer was found without asking. */
  onSpared: () => void;
};

/** `begin` is what the link that led here already says; it goes before what was kept. */
export function AskForm({ begin, onSent, onSpared }: Parts) {
  const words = useWords();
  const { t } = words;
  const [asking, change, forget] = useKeptAsk(begin);
  const create = useWrite(requestsApi.createRequest);
  const [offered, setOffered] = useState(0);
  const files = useFiles('ask');
  const send = async () => {
    if (create.isPending || files.sending) return;
    const request = await create.send({ body: { ...bodyOf(asking), attachments: files.ids } });
    if (!request) return;
    forget();
    files.clear();
    settle(request);
    const when = whenInWords(new Date(request.greetBy), new Date(), words);
    toast(t('requests.ask.sent', { to: askedOf(request), when }));
    onSent(request);
  };
  return (
    <div onKeyDownCapture={(event) => sendsOnCtrlEnter(event, send)}>
      <DropZone onFiles={files.add}>
        <Form problem={create.problem} onSubmit={() => void send()}>
          <div className={css.title}>
            <TextArea
              label={t('requests.ask.title')}
              name="title"
              limit={200}
              rows={1}
              autoFocus
              value={asking.title}
              placeholder={t('requests.ask.example')}
              onKeyDown={(event) => {
                // A sentence has one line; Enter goes on to whom.
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                event.currentTarget.form?.querySelector<HTMLInputElement>('[role="combobox"]')?.focus();
              }}
              onChange={(event) => change({ title: event.target.value.replaceAll(/[\r\n]+/g, ' ') })}
            />
          </div>
          <MatchingServices title={asking.title} onGo={forget} />
          <Combobox
            key={offered}
            label={t('requests.ask.to')}
            description={t('requests.ask.toHelp')}
            name={asking.to?.kind === 'person' ? 'person' : 'team'}
            of="recipients"
            search={findRecipients}
            value={asking.to}
            onChoose={(to) => change({ to })}
            note={noteOf}
          />
          <AwayOffer
            person={asking.to?.kind === 'person' ? asking.to.id : undefined}
            onInstead={(standIn) => {
              change({ to: { ...standIn, kind: 'person' } });
              setOffered(offered + 1);
            }}
          />
          <AskExtras asking={asking} change={change} files={files} />
          <FormActs>
            <Button weight="main" type="submit" pending={create.isPending} aria-keyshortcuts="Control+Enter">
              {asking.to ? t('requests.ask.send', { name: asking.to.name }) : t('requests.ask')}
            </Button>
            <kbd className={css.keys}>Ctrl ↵</kbd>
            {files.sending && <small>{t('attachments.wait')}</small>}
          </FormActs>
        </Form>
      </DropZone>
      <Slot
        of="ask"
        words={`${asking.title} ${asking.details}`}
        team={asking.to?.kind === 'team' ? asking.to.id : null}
        onSpared={() => {
          forget();
          onSpared();
        }}
      />
    </div>
  );
}

const bodyOf = ({ title, to, details, behalf, along }: Asking) => ({
  title,
  details,
  ...(to ? (to.kind === 'team' ? { team: to.id } : { person: to.id }) : {}),
  ...(behalf ? { onBehalfOf: behalf.id } : {}),
  participants: along.map((person) => person.id),
});

const noteOf = ({ away }: Recipient) => away && <AwayWords away={away} />;
