// Arranging an appointment: with whom, when, what is there by then, and which of the two will ask.
import { useState } from 'react';
import { appointmentsApi } from '../../contract/appointments.ts';
import { findPeople } from '../directory/directory.tsx';
import { useGo } from '../platform/address.ts';
import { useNow } from '../platform/now.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { LinesField, linesOf } from '../ui/lines-field.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { keep } from './fresh.ts';
import { daysAhead, WhenField } from '../ui/when-field.tsx';

const lengths = [15, 30, 45, 60, 90];

export default function NewPage() {
  const { t, zone } = useWords();
  const me = useMe();
  const now = useNow();
  const go = useGo();
  const [other, setOther] = useState<Findable | null>(null);
  const [asks, setAsks] = useState<'me' | 'other'>('other');
  const [tried, setTried] = useState(false);
  const [chosen, setAt] = useState<string | null>(null);
  const at = chosen ?? daysAhead(now, 7, zone, '10:00');
  const write = useWrite(appointmentsApi.createAppointment, {
    onDone: (one) => {
      keep(one);
      toast(t(asks === 'me' ? 'appointments.made.ask' : 'appointments.made.deliver'));
      go(`/appointments/${one.id}`);
    },
  });
  const submit = (data: FormData) => {
    setTried(true);
    const said = (name: string) => String(data.get(name) ?? '');
    return write.send({
      body: {
        with: other?.id ?? '',
        // Without the other one, that alone is what is missing.
        asks: asks === 'other' && other ? other.id : me.id,
        at,
        minutes: Number(said('minutes')),
        title: said('title'),
        place: said('place'),
        note: said('note'),
        deliverables: linesOf(said('deliverables')),
      },
    });
  };
  return (
    <Page narrow title={t('appointments.new')} sub={t('appointments.new.sub')}>
      <Form problem={write.problem} onSubmit={submit}>
        <TextField label={t('appointments.what')} name="title" limit={200} />
        <Combobox
          label={t('appointments.with')}
          name="with"
          of="people"
          search={async (text, signal) => (await findPeople(text, signal)).filter(({ id }) => id !== me.id)}
          value={other}
          onChoose={setOther}
          {...(tried && !other ? { error: t('appointments.with.needed') } : {})}
        />
        <Chips
          label={t('appointments.asks')}
          help={t('appointments.asks.help')}
          name="asks"
          value={asks}
          onChoose={setAsks}
          chips={[
            {
              value: 'other',
              label: other ? t('appointments.asks.other', { name: other.name }) : t('appointments.asks.other.none'),
            },
            {
              value: 'me',
              label: other ? t('appointments.asks.me', { name: other.name }) : t('appointments.asks.me.none'),
            },
          ]}
        />
        <LinesField
          label={t('appointments.deliverables')}
          description={t('appointments.deliverables.help')}
          name="deliverables"
          rows={3}
        />
        <WhenField label={t('appointments.when')} name="at" value={at} onChange={setAt} />
        <Select label={t('appointments.minutes')} name="minutes" defaultValue="30">
          {lengths.map((count) => (
            <option key={count} value={count}>
              {t('appointments.minutes.count', { count })}
            </option>
          ))}
        </Select>
        <TextField label={t('appointments.place')} name="place" limit={200} optional />
        <TextArea label={t('appointments.note')} name="note" limit={2000} rows={2} optional />
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('appointments.arrange')}
          </Button>
          <LinkButton to="/appointments" weight="quiet">
            {t('appointments.cancel')}
          </LinkButton>
        </FormActs>
      </Form>
    </Page>
  );
}
