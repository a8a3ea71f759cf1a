// A link that lets a person in: made on purpose, shown once, copied by the one who brings it to them.
import { useRef, useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { toast } from '../ui/toast.tsx';
import css from './directory.module.css';

export type Invitation = { url: string; expires: string; mailed: boolean };
type Purpose = 'invite' | 'reset';

export function WayIn(props: { person: Person; purpose: Purpose; onClose: () => void }) {
  const { person, purpose, onClose } = props;
  const { t } = useWords();
  const invite = useWrite(directoryApi.invitePerson, { stale: [directoryApi.getPerson] });
  const reset = useWrite(directoryApi.resetPerson);
  const make = purpose === 'invite' ? invite : reset;
  const { name } = person;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`directory.${purpose}.title`, { name })}
      sub={t(`directory.${purpose}.sub`)}
    >
      {make.data ? (
        <OnceOnly invitation={make.data} onDone={onClose} />
      ) : (
        <Form problem={make.problem} onSubmit={() => make.send({ params: { id: person.id } })}>
          <FormActs>
            <Button weight="main" type="submit" pending={make.isPending}>
              {t('directory.link.make')}
            </Button>
            <Button weight="quiet" onClick={onClose}>
              {t('directory.cancel')}
            </Button>
          </FormActs>
        </Form>
      )}
    </Dialog>
  );
}

/** The link itself, with everything that whoever copies it must know. */
export function OnceOnly({ invitation, onDone }: { invitation: Invitation; onDone: () => void }) {
  const { t, rich } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(invitation.url);
      setCopied(true);
      toast(t('directory.link.copied'));
    } catch {
      // A plain http address has no clipboard: the link is selected, and the person copies it.
      toast(t('directory.link.select'), { kind: 'plain' });
    }
  };
  return (
    <Form onSubmit={copy}>
      <TextField
        ref={field}
        label={t('directory.link')}
        value={invitation.url}
        readOnly
        autoFocus
        onFocus={(event) => event.target.select()}
      />
      <p className={css.quiet}>
        {rich('directory.link.once', { when: <RelativeTime key="when" at={invitation.expires} show="when" inside /> })}
      </p>
      {invitation.mailed && <p className={css.quiet}>{t('directory.link.mailed')}</p>}
      <FormActs>
        <Button weight="main" type="submit">
          {t(copied ? 'directory.link.again' : 'directory.link.copy')}
        </Button>
        <Button weight={copied ? 'soft' : 'quiet'} onClick={onDone}>
          {t('directory.done')}
        </Button>
      </FormActs>
    </Form>
  );
}
