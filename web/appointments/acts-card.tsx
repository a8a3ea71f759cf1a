// The card of an appointment: when and where, what the other one says to it, and what one may do now.
import { useState } from 'react';
import { appointmentsApi, type Appointment } from '../../contract/appointments.ts';
import { useNow } from '../platform/now.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { clock, exactInWords, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs, ProblemNote } from '../ui/form.tsx';
import { Card } from '../ui/page.tsx';
import { CallOff, Move } from './act-forms.tsx';
import { keep } from './fresh.ts';
import css from './appointments.module.css';

type Open = 'move' | 'cancel' | 'decline';

export function ActsCard({ of }: { of: Appointment }) {
  const words = useWords();
  const { t } = words;
  const me = useMe();
  const now = useNow();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const at = new Date(of.at);
  const until = clock(new Date(at.getTime() + of.minutes * 60_000), words);
  const other = of.asks.id === me.id ? of.delivers : of.asks;
  return (
    <Card>
      <div className={css.card} data-after-act tabIndex={-1}>
        <h2>
          <time dateTime={of.at} title={exactInWords(at, words)}>
            {whenInWords(at, now, words, true)}
          </time>
          {/* A break before the hour of its end would tear the time apart. */}
          {`\u2060–\u2060${until}`}
        </h2>
        <p className={css.with}>
          {t('appointments.card.with', { name: other.name })}
          {of.place && (
            <>
              <br />
              <span dir="auto">{of.place}</span>
            </>
          )}
        </p>
        <p role="status">{stateOf(of, me.id, t)}</p>
        {of.can.includes('answer') && <Answer of={of} onDecline={() => setOpen('decline')} />}
        {(of.can.includes('move') || of.can.includes('cancel')) && (
          <div className={css.acts}>
            {of.can.includes('move') && <Button onClick={() => setOpen('move')}>{t('appointments.move')}</Button>}
            {of.can.includes('cancel') && (
              <Button weight="quiet" onClick={() => setOpen('cancel')}>
                {t('appointments.callOff')}
              </Button>
            )}
          </div>
        )}
        {of.state !== 'cancelled' && (
          <p>
            <a href={`/api/appointments/${of.id}/file`} download="appointment.ics">
              {t('appointments.file')}
            </a>
          </p>
        )}
      </div>
      {open === 'move' && <Move of={of} onClose={close} />}
      {open === 'cancel' && <CallOff of={of} onClose={close} />}
      {open === 'decline' && <Decline of={of} onClose={close} />}
    </Card>
  );
}

function stateOf(of: Appointment, me: string, t: ReturnType<typeof useWords>['t']): string {
  if (of.state !== 'arranged') return t(`appointments.card.${of.state}`);
  const mine = of.setBy.id === me;
  const name = of.setBy.id === of.by.id ? (mine ? of.with.name : of.by.name) : mine ? of.by.name : of.with.name;
  return t(`appointments.answer.${mine ? 'theirs' : 'mine'}.${of.answer}`, { name });
}

function Answer({ of, onDecline }: { of: Appointment; onDecline: () => void }) {
  const { t } = useWords();
  const write = useWrite(appointmentsApi.answerAppointment, { onDone: keep });
  const say = (answer: 'accepted' | 'tentative') =>
    void write.send({ params: { id: of.id }, body: { answer }, ifMatch: of.version });
  return (
    <>
      <div className={css.acts}>
        {of.answer !== 'accepted' && (
          <Button weight="main" pending={write.isPending} onClick={() => say('accepted')}>
            {t('appointments.accept')}
          </Button>
        )}
        {of.answer !== 'declined' && <Button onClick={onDecline}>{t('appointments.decline')}</Button>}
        {of.answer === 'none' && (
          <Button weight="quiet" pending={write.isPending} onClick={() => say('tentative')}>
            {t('appointments.tentative')}
          </Button>
        )}
      </div>
      {write.problem && <ProblemNote problem={write.problem} />}
    </>
  );
}

function Decline({ of, onClose }: { of: Appointment; onClose: () => void }) {
  const { t } = useWords();
  const write = useWrite(appointmentsApi.answerAppointment, {
    onDone: (one) => {
      keep(one);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('appointments.decline.title')} sub={t('appointments.decline.sub')}>
      <Form
        problem={write.problem}
        onSubmit={(data) =>
          void write.send({
            params: { id: of.id },
            body: { answer: 'declined', words: String(data.get('words') ?? '') },
            ifMatch: of.version,
          })
        }
      >
        <TextField label={t('appointments.words')} name="words" limit={500} optional autoFocus />
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('appointments.decline')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('appointments.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
