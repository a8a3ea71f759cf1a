// The session is over in the middle of things: sign in over the page, and what was being sent goes on. Nothing typed is lost.
import { authApi } from '../../contract/auth.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { useWrite } from './query.ts';
import { refreshStanding, useMe } from './session.tsx';
import { useWords } from './words.tsx';

export default function SignInAgain({ onDone }: { onDone: (signedInAgain: boolean) => void }) {
  const { t } = useWords();
  const me = useMe();
  const signIn = useWrite(authApi.signIn);
  const submit = async (data: FormData) => {
    const email = String(data.get('email'));
    const answer = await signIn.send({ body: { email, password: String(data.get('password')) } });
    if (!answer) return;
    // Another person begins at their own beginning; drafts wait for their owner.
    if (answer.person !== me.id) return location.assign('/');
    onDone(true);
    await refreshStanding();
  };
  return (
    <Dialog open onClose={() => onDone(false)} title={t('platform.over.title')} sub={t('platform.over.words')}>
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
