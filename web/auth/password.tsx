// Changing my password.
import { useState } from 'react';
import { authApi } from '../../contract/auth.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { NewPassword } from './new-password.tsx';
import css from './auth.module.css';

export function Password() {
  const { t } = useWords();
  const me = useMe();
  const change = useWrite(authApi.changePassword, { stale: [authApi.listSessions] });
  const [times, setTimes] = useState(0);
  const submit = async (data: FormData) => {
    const body = { current: String(data.get('current')), next: String(data.get('next')) };
    // Nothing comes back from it but that it worked.
    if ((await change.send({ body })) === null) return;
    setTimes(times + 1);
    toast(t('auth.password.changed'));
  };
  return (
    <Section title={t('auth.password')}>
      <div className={css.part}>
        {/* Begins empty again after each success. */}
        <Form key={times} problem={change.problem} onSubmit={submit}>
          <TextField
            label={t('auth.password.current')}
            name="current"
            type="password"
            autoComplete="current-password"
            required
          />
          <NewPassword name="next" label={t('auth.password.next')} owner={me.email ?? ''} />
          <FormActs>
            <Button type="submit" pending={change.isPending}>
              {t('auth.password.change')}
            </Button>
          </FormActs>
          <p className={css.quiet}>{t('auth.password.elsewhere')}</p>
        </Form>
      </div>
    </Section>
  );
}
