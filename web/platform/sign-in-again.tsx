// The session is over in the middle of things: sign in over the page, and what was being sent goes on. Nothing typed is lost.
import { useEffect, useRef, useState } from 'react';
import { authApi } from '../../contract/auth.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { whenSessionIsOver } from './api.ts';
import { useWrite } from './query.ts';
import { refreshStanding, useMe } from './session.tsx';
import { useWords } from './words.tsx';

export function SignInAgain() {
  const { t } = useWords();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const waiting = useRef<((again: boolean) => void)[]>([]);
  const signIn = useWrite(authApi.signIn);
  useEffect(() => {
    // Many calls may find out at once; one dialog answers them all.
    whenSessionIsOver(() => {
      setOpen(true);
      return new Promise((go) => waiting.current.push(go));
    });
    return () => whenSessionIsOver(null);
  }, []);
  const finish = (again: boolean) => {
    setOpen(false);
    for (const go of waiting.current.splice(0)) go(again);
  };
  const submit = async (data: FormData) => {
    const email = String(data.get('email'));
    const answer = await signIn.send({ body: { email, password: String(data.get('password')) } });
    if (!answer) return;
    // Another person begins at their own beginning; drafts wait for their owner.
    if (answer.person !== me.id) return location.assign('/');
    finish(true);
    await refreshStanding();
  };
  return (
    <Dialog open={open} onClose={() => finish(false)} title={t('platform.over.title')} sub={t('platform.over.words')}>
      <Form problem={signIn.problem} onSubmit={submit}>
        <TextField
          label={t('platform.over.email')}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={me.email ?? ''}
        />
        <TextField
          label={t('platform.over.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          autoFocus
        />
        <FormActs>
          <Button weight="main" type="submit" pending={signIn.isPending}>
            {t('platform.over.go')}
          </Button>
          {/* Other ways in (passkeys, the sample company) have their page; drafts are kept meanwhile. */}
          <a className={buttonClass('quiet')} href={location.pathname}>
            {t('platform.over.other')}
          </a>
        </FormActs>
      </Form>
    </Dialog>
  );
}
