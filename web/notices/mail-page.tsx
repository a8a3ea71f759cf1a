// How mail leaves the house, for administrators: the server, a trial that tells what the server said, and what waits or failed.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mailApi, mailTls, type MailServer, type MailServerChange } from '../../contract/mail.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { refreshStanding, useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { MailAnswers } from './mail-answers.tsx';
import { MailQueue } from './mail-queue.tsx';
import { MailTrial } from './mail-trial.tsx';
import css from './notices.module.css';

export default function MailPage() {
  const { t } = useWords();
  const { person, demo } = useStanding();
  const server = useQuery(read(mailApi.getMailServer, {}));
  if (!person?.administrator) return <NotAllowed />;
  return (
    <Loaded query={server} page>
      {(found) => (
        <Page
          narrow
          above={<Link to="/settings">{t('platform.settings')}</Link>}
          title={t('mail.title')}
          sub={t(found.source === 'none' ? 'mail.sub.none' : 'mail.sub')}
        >
          {demo && <p className={css.quiet}>{t('mail.demo')}</p>}
          <Section title={t('mail.server')}>
            {found.source === 'environment' ? <FromEnvironment server={found} /> : <ServerForm server={found} />}
          </Section>
          {found.source !== 'none' && !demo && (
            <Section title={t('mail.trial')}>
              <MailTrial />
            </Section>
          )}
          {found.source !== 'none' && !demo && (
            <Section title={t('mail.answers.title')}>
              <MailAnswers server={found} />
            </Section>
          )}
          <Section title={t('mail.queue')}>
            <MailQueue server={found} />
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

function FromEnvironment({ server }: { server: MailServer }) {
  const { t } = useWords();
  const { host, port, fromAddress } = server;
  return (
    <p className={css.quiet}>
      {t('mail.environment', { host: host ?? '', port: String(port ?? ''), from: fromAddress ?? '' })}
    </p>
  );
}

const usualPorts = { implicit: '465', starttls: '587', none: '25' } as const;
type Tls = MailServerChange['tls'];

function ServerForm({ server }: { server: MailServer }) {
  const { t } = useWords();
  const [tls, setTls] = useState<Tls>(server.tls ?? 'starttls');
  const [port, setPort] = useState(String(server.port ?? usualPorts.starttls));
  const done = (saved: MailServer, words: 'mail.saved' | 'mail.removed') => {
    queries.setQueryData(keyOf(mailApi.getMailServer, {}), saved);
    toast(t(words));
    void refreshStanding();
  };
  const save = useWrite(mailApi.saveMailServer, { onDone: (saved) => done(saved, 'mail.saved') });
  const remove = useWrite(mailApi.removeMailServer, { onDone: (saved) => done(saved, 'mail.removed') });
  const submit = async (data: FormData) => {
    const said = (name: string) => String(data.get(name) ?? '');
    const password = said('password');
    const body = {
      host: said('host'),
      port: Number(port),
      tls,
      username: said('username'),
      // Left empty it stays as it is, unless there is nobody to sign in as any more.
      ...(password === '' && said('username') !== '' ? {} : { password }),
      fromName: said('fromName'),
      fromAddress: said('fromAddress'),
    };
    if (!(await save.send({ body, ifMatch: server.version }))) await invalidate(mailApi.getMailServer);
  };
  const choose = (next: Tls) => {
    // The port that goes with the way, unless somebody has typed another one.
    if (Object.values<string>(usualPorts).includes(port)) setPort(usualPorts[next]);
    setTls(next);
  };
  return (
    <Form key={server.version} problem={save.problem ?? remove.problem} onSubmit={submit}>
      <div className={css.choices}>
        <TextField
          label={t('mail.host')}
          name="host"
          defaultValue={server.host ?? ''}
          placeholder="smtp.example.com"
          required
        />
        <Select
          label={t('mail.tls')}
          name="tls"
          value={tls}
          onChange={({ target }) => choose(mailTls.find((one) => one === target.value) ?? 'starttls')}
        >
          {mailTls.map((one) => (
            <option key={one} value={one}>
              {t(`mail.tls.${one}`)}
            </option>
          ))}
        </Select>
        <TextField
          label={t('mail.port')}
          name="port"
          inputMode="numeric"
          value={port}
          onChange={({ target }) => setPort(target.value.replaceAll(/\D/g, ''))}
          required
        />
        <TextField
          label={t('mail.username')}
          name="username"
          defaultValue={server.username ?? ''}
          autoComplete="off"
          spellCheck={false}
          optional
        />
        <TextField
          label={t('mail.password')}
          name="password"
          type="password"
          autoComplete="new-password"
          description={server.passwordSet ? t('mail.password.kept') : undefined}
          optional
        />
        <TextField
          label={t('mail.fromName')}
          name="fromName"
          defaultValue={server.fromName ?? ''}
          placeholder="Goodturn"
          optional
        />
        <TextField
          label={t('mail.fromAddress')}
          name="fromAddress"
          type="email"
          defaultValue={server.fromAddress ?? ''}
          placeholder="goodturn@example.com"
          required
        />
      </div>
      <FormActs>
        <Button weight="main" type="submit" pending={save.isPending}>
          {t('mail.save')}
        </Button>
        {server.source === 'settings' && (
          <Button weight="quiet" pending={remove.isPending} onClick={() => void remove.send({})}>
            {t('mail.remove')}
          </Button>
        )}
      </FormActs>
    </Form>
  );
}
