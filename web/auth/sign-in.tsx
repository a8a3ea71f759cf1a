// The form of signing in: e-mail and password, or a passkey. Whoever shows it stays at the address one came for.
import { useCallback, useState } from 'react';
import { authApi } from '../../contract/auth.ts';
import { useWrite } from '../platform/query.ts';
import { refreshStanding, useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Forgotten } from './forgotten.tsx';
import { usePasskey } from './use-passkey.ts';
import css from './auth.module.css';

export default function SignIn() {
  const { t } = useWords();
  const signIn = useWrite(authApi.signIn);
  const arrive = useCallback(() => void refreshStanding(), []);
  const passkey = usePasskey(arrive);
  const { mail } = useStanding();
  const [forgotten, setForgotten] = useState(false);
  const submit = async (data: FormData) => {
    const body = { email: String(data.get('email')), password: String(data.get('password')) };
    if (await signIn.send({ body })) arrive();
  };
  if (forgotten) return <Forgotten onBack={() => setForgotten(false)} />;
  return (
    <Form problem={signIn.problem ?? passkey.problem} onSubmit={submit}>
      <TextField
        label={t('auth.email')}
        name="email"
        type="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        label={t('auth.password')}
        name="password"
        type="password"
        autoComplete="current-password webauthn"
        required
      />
      <FormActs>
        <Button weight="main" type="submit" pending={signIn.isPending}>
          {t('auth.signIn.go')}
        </Button>
        {passkey.ask && (
          <Button onClick={() => void passkey.ask?.()} pending={passkey.pending}>
            <Icon name="key" /> {t('auth.signIn.passkey')}
          </Button>
        )}
      </FormActs>
      {mail ? (
        <p>
          <Button weight="quiet" onClick={() => setForgotten(true)}>
            {t('auth.forgotten')}
          </Button>
        </p>
      ) : (
        <p className={css.quiet}>{t('auth.signIn.forgotten')}</p>
      )}
    </Form>
  );
}
