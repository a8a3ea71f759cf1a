// The windows of an appointment: another time, and calling it off. A form is sent with the version that was shown.
import { useState } from 'react';
import { appointmentsApi, type Appointment } from '../../contract/appointments.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Check } from '../ui/switch.tsx';
import { keep } from './fresh.ts';
import { WhenField } from '../ui/when-field.tsx';

type FormOf = { of: Appointment; onClose: () => void };

const done = (onClose: () => void) => ({
  onDone: (one: Appointment) => {
    keep(one);
    onClose();
  },
});

export function Move({ of, onClose }: FormOf) {
  const { t } = useWords();
  const me = useMe();
  const [at, setAt] = useState(of.at);
  const write = useWrite(appointmentsApi.moveAppointment, done(onClose));
  const asks = of.asks.id === me.id;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('appointments.move')}
      sub={t(asks ? 'appointments.move.ask' : 'appointments.move.deliver')}
    >
      <Form
        problem={write.problem}
        onSubmit={(data) =>
          void write.send({
            params: { id: of.id },
            body: { at, words: String(data.get('words') ?? '') },
            ifMatch: of.version,
          })
        }
      >
        <WhenField label={t('appointments.when')} name="at" value={at} onChange={setAt} />
        <TextArea label={t('appointments.why')} name="words" limit={500} rows={2} />
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('appointments.move.send')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('appointments.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

export function CallOff({ of, onClose }: FormOf) {
  const { t } = useWords();
  const me = useMe();
  const [release, setRelease] = useState(false);
  const write = useWrite(appointmentsApi.cancelAppointment, done(onClose));
  const promised = of.deliverables.some(({ promise }) => promise && !promise.outcome);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('appointments.callOff.title')}
      sub={t(promised ? 'appointments.callOff.sub' : 'appointments.callOff.free')}
    >
      <Form
        problem={write.problem}
        onSubmit={(data) =>
          void write.send({
            params: { id: of.id },
            body: { reason: String(data.get('reason') ?? ''), release },
            ifMatch: of.version,
          })
        }
      >
        <TextArea label={t('appointments.why')} name="reason" limit={500} rows={2} autoFocus />
        {promised && of.asks.id === me.id && (
          <Check checked={release} onChange={setRelease}>
            {t('appointments.callOff.release')}
          </Check>
        )}
        <FormActs>
          <Button weight="danger" type="submit" pending={write.isPending}>
            {t('appointments.callOff')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('appointments.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
