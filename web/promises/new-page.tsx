// Promising out of the blue, as one sentence: what, to whom, by when. `?to=` names the colleague, `?origin=request:<id>` what it grows out of.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { promisesApi } from '../../contract/promise-moves.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import { findPeople } from '../directory/directory.tsx';
import { useGo, useSearchParam } from '../platform/address.ts';
import { useKeptWords } from '../platform/kept-words.ts';
import { read, useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { DueField } from '../requests/requests.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { BelowField } from './below-field.tsx';
import { settle } from './fresh.ts';

export default function NewPage() {
  const { t } = useWords();
  const [to] = useSearchParam('to');
  const person = useQuery({ ...read(directoryApi.getPerson, { params: { id: to } }), enabled: to !== '' });
  return (
    <Page title={t('promises.new')} sub={t('promises.make.sub')} narrow>
      {to !== '' && person.isPending ? <Loading /> : <Making key={to} to={person.data ?? null} />}
    </Page>
  );
}

/** The request that it grows out of, if the reader sees it. */
function useOrigin() {
  const [origin] = useSearchParam('origin');
  const [, id = ''] = /^request:([\da-f-]{36})$/.exec(origin) ?? [];
  const request = useQuery({ ...read(requestsApi.getRequest, { params: { id } }), enabled: id !== '' });
  return request.data ?? null;
}

function Making({ to: named }: { to: Findable | null }) {
  const { t } = useWords();
  const me = useMe();
  const go = useGo();
  const origin = useOrigin();
  const begin = { deliverable: '', due: '', dependsOn: '' };
  const [words, write, forget] = useKeptWords('promise.new', begin);
  const [to, setTo] = useState<Findable | null>(named);
  const [tried, setTried] = useState(false);
  const make = useWrite(promisesApi.makePromise, {
    onDone: (promise) => {
      forget();
      settle(promise);
      toast(t('promises.made', promise.to));
      go(`/promises/${promise.id}`);
    },
  });
  const submit = () => {
    setTried(true);
    if (!to || !words.due || !words.deliverable.trim()) return;
    void make.send({
      body: {
        to: to.id,
        deliverable: words.deliverable,
        due: words.due,
        ...(words.dependsOn ? { dependsOn: words.dependsOn } : {}),
        ...(origin ? { origin: { subject: 'request', id: origin.id } } : {}),
      },
    });
  };
  return (
    <Form problem={make.problem} onSubmit={submit}>
      {origin && <p>{t('promises.make.because', { title: origin.title })}</p>}
      <TextArea
        label={t('promises.make.what')}
        description={t('promises.make.whatHelp')}
        name="deliverable"
        limit={500}
        rows={2}
        autoFocus
        value={words.deliverable}
        onChange={(event) => write({ deliverable: event.target.value.replaceAll('\n', ' ') })}
        {...(tried && !words.deliverable.trim() ? { error: t('promises.make.whatNeeded') } : {})}
      />
      <Combobox
        label={t('promises.make.to')}
        name="to"
        of="people"
        placeholder={t('promises.make.toHelp')}
        search={async (text, signal) => (await findPeople(text, signal)).filter(({ id }) => id !== me.id)}
        value={to}
        onChoose={setTo}
        {...(tried && !to ? { error: t('promises.make.toNeeded') } : {})}
      />
      <DueField
        promise={null}
        label={t('promises.make.by')}
        value={words.due}
        onChange={(due) => write({ due })}
        {...(tried && !words.due ? { error: t('promises.field.dueNeeded') } : {})}
      />
      <details>
        <summary>{t('promises.make.waits')}</summary>
        <BelowField value={words.dependsOn} onChange={(dependsOn) => write({ dependsOn })} />
      </details>
      <FormActs>
        <Button type="submit" weight="main" pending={make.isPending}>
          {t('promises.make.go')}
        </Button>
        <LinkButton to="/promises" weight="quiet">
          {t('promises.make.cancel')}
        </LinkButton>
      </FormActs>
    </Form>
  );
}
