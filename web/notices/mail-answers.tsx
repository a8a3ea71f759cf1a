// Where answers of calendars come in, for administrators: the address, and what their mail system needs to hand them over.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mailApi, type MailServer } from '../../contract/mail.ts';
import { invalidate, keyOf, queries, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import css from './mail-answers.module.css';

export function MailAnswers({ server }: { server: MailServer }) {
  const { t } = useWords();
  const { answersTo, version } = server;
  const save = useWrite(mailApi.saveMailAnswers, {
    onDone: (saved) => {
      queries.setQueryData(keyOf(mailApi.getMailServer, {}), saved);
      toast(t(saved.answersTo === null ? 'mail.answers.off' : 'mail.answers.saved'));
    },
  });
  const submit = async (data: FormData) => {
    const address = String(data.get('address') ?? '').trim() || null;
    if (!(await save.send({ body: { address }, ifMatch: version }))) await invalidate(mailApi.getMailServer);
  };
  return (
    <>
      <p className={css.words}>{t(answersTo === null ? 'mail.answers.none' : 'mail.answers.words')}</p>
      <Form key={version} problem={save.problem} onSubmit={submit}>
        <div className={css.field}>
          <TextField
            label={t('mail.answers.address')}
            description={t('mail.answers.addressHelp')}
            name="address"
            type="email"
            defaultValue={answersTo ?? ''}
            placeholder="answers@example.com"
            optional
          />
        </div>
        <FormActs>
          <Button type="submit" pending={save.isPending}>
            {t('mail.answers.save')}
          </Button>
        </FormActs>
      </Form>
      {answersTo !== null && <HandingIn address={answersTo} />}
    </>
  );
}

/** What is left to be done outside of Goodturn. */
function HandingIn({ address }: { address: string }) {
  const { t, rich } = useWords();
  const at = address.lastIndexOf('@');
  const any = `${address.slice(0, at)}+*${address.slice(at)}`;
  const call = [
    'curl --data-binary @-',
    "-H 'Content-Type: message/rfc822'",
    "-H 'Authorization: Bearer gt_…'",
    `${window.location.origin}${mailApi.deliverMail.path}`,
  ].join(' ');
  const tokens = (words: ReactNode[]) => (
    <Link key="tokens" to="/me/tokens">
      {words}
    </Link>
  );
  return (
    <>
      <ol className={css.steps}>
        <li>
          <p>{rich('mail.answers.token', { link: tokens, scope: t('connect.scope.mail') })}</p>
        </li>
        <li>
          <p>{t('mail.answers.hand', { address, any })}</p>
          <pre className={css.code} tabIndex={0} role="region" aria-label={t('mail.answers.call')}>
            <code>{call}</code>
          </pre>
        </li>
      </ol>
      <p className={css.words}>{t('mail.answers.since')}</p>
    </>
  );
}
