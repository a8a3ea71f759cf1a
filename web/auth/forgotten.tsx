// Forgotten the password: an address is asked for, and the answer is the same whoever has it.
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import css from './auth.module.css';

export function Forgotten({ onBack }: { onBack: () => void }) {
  const { t } = useWords();
  const ask = useWrite(directoryApi.forgotPassword);
  const [asked, setAsked] = useState<string | null>(null);
  const submit = async (data: FormData) => {
    const email = String(data.get('email'));
    // Nothing comes back from it but that it was heard.
    if ((await ask.send({ body: { email } })) !== null) setAsked(email);
  };
  if (asked !== null)
    return (
      <>
        <p role="status">{t('auth.forgotten.sent', { email: asked })}</p>
        <FormActs>
          <Button onClick={onBack}>{t('auth.forgotten.back')}</Button>
        </FormActs>
      </>
    );
  return (
    <Form problem={ask.problem} onSubmit={submit}>
      <p className={css.quiet}>{t('auth.forgotten.words')}</p>
      <TextField
        label={t('auth.email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <FormActs>
        <Button weight="main" type="submit" pending={ask.isPending}>
          {t('auth.forgotten.go')}
        </Button>
        <Button weight="quiet" onClick={onBack}>
          {t('auth.forgotten.back')}
        </Button>
      </FormActs>
    </Form>
  );
}
