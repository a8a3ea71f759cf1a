// Asking: one sentence, then whom; everything else only if one likes. What was begun survives a closed tab.
import { useState, type KeyboardEvent } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { AddFiles, ChosenFiles, DropZone, useFiles } from '../attachments/attachments.tsx';
import { AwayOffer, AwayWords } from '../directory/directory.tsx';
import { useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Face } from '../ui/face.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { toast } from '../ui/toast.tsx';
import { findPeople, findRecipients, type Recipient } from './find.ts';
import { settle } from './fresh.ts';
import { useKeptAsk, type Asking } from './kept-ask.ts';
import { askedOf } from './names.ts';
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
  const [open, setOpen] = useState(new Set<Extra>());
  const [offered, setOffered] = useState(0);
  const create = useWrite(requestsApi.createRequest);
  const files = useFiles('ask');
  const shows = (extra: Extra) => open.has(extra) || filled(asking, extra);
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
  const extras = (['details', 'behalf', 'along'] as const).filter((extra) => !shows(extra));
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
          {shows('details') && (
            <TextArea
              label={t('requests.ask.details')}
              description={t('requests.ask.detailsHelp')}
              name="details"
              optional
              limit={20_000}
              autoFocus={open.has('details')}
              value={asking.details}
              onChange={(event) => change({ details: event.target.value })}
            />
          )}
          {shows('behalf') && (
            <Combobox
              label={t('requests.ask.behalf')}
              description={t('requests.ask.behalfHelp')}
              name="onBehalfOf"
              of="people"
              search={findPeople}
              value={asking.behalf}
              onChoose={(behalf) => change({ behalf })}
              autoFocus={open.has('behalf')}
            />
          )}
          {shows('along') && (
            <Along along={asking.along} onChange={(along) => change({ along })} focus={open.has('along')} />
          )}
          <ChosenFiles files={files} />
          <div className={css.extras}>
            <AddFiles files={files} words />
            {extras.map((extra) => (
              <Button key={extra} weight="quiet" onClick={() => setOpen(new Set([...open, extra]))}>
                <Icon name="plus" /> {t(`requests.ask.add.${extra}`)}
              </Button>
            ))}
          </div>
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

const noteOf = ({ away }: Recipient) => away && <AwayWords away={away} />;

type Extra = 'details' | 'behalf' | 'along';
const filled = (asking: Asking, extra: Extra) =>
  extra === 'details' ? asking.details !== '' : extra === 'behalf' ? asking.behalf !== null : asking.along.length > 0;

const bodyOf = ({ title, to, details, behalf, along }: Asking) => ({
  title,
  details,
  ...(to ? (to.kind === 'team' ? { team: to.id } : { person: to.id }) : {}),
  ...(behalf ? { onBehalfOf: behalf.id } : {}),
  participants: along.map((person) => person.id),
});

function sendsOnCtrlEnter(event: KeyboardEvent, send: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  send();
}

/** Colleagues who read and write along. */
function Along(props: { along: readonly Findable[]; onChange: (along: Findable[]) => void; focus: boolean }) {
  const { t } = useWords();
  const { along, onChange } = props;
  const [count, setCount] = useState(0);
  return (
    <div className={css.along}>
      {along.length > 0 && (
        <ul>
          {along.map((person) => (
            <li key={person.id}>
              <Face of={person} size="small" /> {person.name}
              <IconButton
                label={t('requests.people.takeOut', { name: person.name })}
                onClick={() => onChange(along.filter((one) => one.id !== person.id))}
              >
                <Icon name="cross" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        key={count}
        label={t('requests.ask.along')}
        name="participants"
        of="people"
        search={findPeople}
        value={null}
        autoFocus={props.focus || count > 0}
        onChoose={(person) => {
          if (!person) return;
          if (!along.some((one) => one.id === person.id)) onChange([...along, person]);
          setCount(count + 1);
        }}
      />
    </div>
  );
}
