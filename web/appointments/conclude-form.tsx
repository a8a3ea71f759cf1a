// At the appointment: of each deliverable one says whether it came, when it comes instead, or that it need not come any more.
import { useState } from 'react';
import {
  appointmentsApi,
  type Appointment,
  type Deliverable,
  type DeliverableWord,
} from '../../contract/appointments.ts';
import { MissReason } from '../../contract/promises.ts';
import { useNow } from '../platform/now.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { DeliverableLine } from './deliverable-row.tsx';
import { keep } from './fresh.ts';
import { daysAhead, WhenField } from '../ui/when-field.tsx';
import css from './appointments.module.css';

type Saying = { word: DeliverableWord; due: string; words: string; missReason: string };

export function ConcludeForm({ of }: { of: Appointment }) {
  const { t, zone } = useWords();
  const me = useMe();
  const now = useNow();
  const [said, setSaid] = useState<Record<string, Saying>>({});
  const asks = of.asks.id === me.id;
  const write = useWrite(appointmentsApi.concludeAppointment, {
    onDone: (one) => {
      keep(one);
      toast(t(one.state === 'held' ? 'appointments.said.held' : 'appointments.said'));
    },
  });
  const answered = of.deliverables.filter(({ id }) => said[id]);
  const bodyOf = ({ id }: Deliverable) => {
    const { word = 'delivered', due = '', words = '', missReason = '' } = said[id] ?? {};
    const reason = MissReason.safeParse(missReason);
    return {
      id,
      word,
      ...(word === 'again' ? { due, words } : {}),
      ...(reason.success ? { missReason: reason.data } : {}),
    };
  };
  const submit = () =>
    write.send({ params: { id: of.id }, body: { deliverables: answered.map(bodyOf) }, ifMatch: of.version });
  const usual: Saying = { word: 'delivered', due: daysAhead(now, 7, zone, '10:00'), words: '', missReason: '' };
  return (
    <Form problem={write.problem} onSubmit={() => void submit()}>
      <p>{t(asks ? 'appointments.say.ask' : 'appointments.say.deliver')}</p>
      <ul className={css.deliverables}>
        {of.deliverables.map((one) => (
          <li key={one.id}>
            <DeliverableLine of={one} at={of.at} />
            {one.can.length > 0 && (
              <Saying
                of={one}
                at={`deliverables.${answered.indexOf(one)}`}
                asks={asks}
                said={said[one.id]}
                change={(part) =>
                  setSaid((before) => ({ ...before, [one.id]: { ...usual, ...before[one.id], ...part } }))
                }
              />
            )}
          </li>
        ))}
      </ul>
      <FormActs>
        <Button weight="main" type="submit" pending={write.isPending} disabled={answered.length === 0}>
          {t('appointments.say.send')}
        </Button>
      </FormActs>
    </Form>
  );
}

type SayingProps = {
  of: Deliverable;
  /** The path of its field in the contract. */
  at: string;
  asks: boolean;
  said: Saying | undefined;
  change: (part: Partial<Saying>) => void;
};

function Saying({ of, at, asks, said, change }: SayingProps) {
  const { t } = useWords();
  const side = asks ? 'ask' : 'deliver';
  return (
    <div className={css.saying}>
      <Chips
        label={t('appointments.word')}
        name={`${at}.word`}
        value={said?.word ?? null}
        onChoose={(word) => change({ word })}
        chips={of.can.map((word) => ({ value: word, label: t(`appointments.word.${side}.${word}`) }))}
      />
      {said?.word === 'again' && (
        <>
          <TextField
            label={t(asks ? 'appointments.missing' : 'appointments.exactly')}
            name={`${at}.words`}
            limit={500}
            value={said.words}
            optional={!asks}
            onChange={(event) => change({ words: event.target.value })}
          />
          <WhenField
            label={t('appointments.newTime')}
            name={`${at}.due`}
            value={said.due}
            onChange={(due) => change({ due })}
          />
          {!asks && of.promise && !of.promise.outcome && (
            <Select
              label={t('appointments.missReason')}
              name={`${at}.missReason`}
              value={said.missReason}
              onChange={(event) => change({ missReason: event.target.value })}
            >
              <option value="">{t('appointments.choose')}</option>
              {MissReason.options.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`requests.miss.${reason}`)}
                </option>
              ))}
            </Select>
          )}
        </>
      )}
    </div>
  );
}
