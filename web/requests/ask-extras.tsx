// What one may add to an ask if one likes: details, for whom it is, who reads along. For every way of asking.
import { useState, type KeyboardEvent } from 'react';
import { AddFiles, ChosenFiles, type Files } from '../attachments/attachments.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Face } from '../ui/face.tsx';
import { TextArea } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { findPeople } from './find.ts';
import type { Asking } from './kept-ask.ts';
import css from './ask-form.module.css';

type Extras = Pick<Asking, 'details' | 'behalf' | 'along'>;
type Extra = keyof Extras;
const filled = (asking: Extras, extra: Extra) =>
  extra === 'details' ? asking.details !== '' : extra === 'behalf' ? asking.behalf !== null : asking.along.length > 0;

type Given = { asking: Extras; change: (part: Partial<Extras>) => void; files: Files };

export function AskExtras({ asking, change, files }: Given) {
  const { t } = useWords();
  const [open, setOpen] = useState(new Set<Extra>());
  const shows = (extra: Extra) => open.has(extra) || filled(asking, extra);
  const extras = (['details', 'behalf', 'along'] as const).filter((extra) => !shows(extra));
  return (
    <>
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
    </>
  );
}

/** Ctrl Enter anywhere in the form sends it. */
export function sendsOnCtrlEnter(event: KeyboardEvent, send: () => void): void {
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
