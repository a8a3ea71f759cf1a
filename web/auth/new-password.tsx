// The field for a password to be set: long is strong, and one may look at what one types.
import { useState } from 'react';
import { useWords } from '../platform/words.tsx';
import { TextField } from '../ui/field.tsx';
import { Check } from '../ui/switch.tsx';

/** `name` is its path in the contract; `owner` is the e-mail that password keepers remember it under. */
export function NewPassword({ name, label, owner }: { name: string; label: string; owner: string }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={owner} readOnly hidden />
      <TextField
        label={label}
        name={name}
        type={shown ? 'text' : 'password'}
        description={t('auth.password.help')}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Check checked={shown} onChange={setShown}>
        {t('auth.password.show')}
      </Check>
    </>
  );
}
