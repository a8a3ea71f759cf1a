// Making a token: what it is for, what it may do, how long it lives; then the token itself, once.
import { useState } from 'react';
import { administratorScopes, scopes, type Scope } from '../../contract/route.ts';
import { tokensApi } from '../../contract/tokens.ts';
import { useWrite } from '../platform/query.ts';
import { signOut, useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Check } from '../ui/switch.tsx';
import { Example } from './example.tsx';
import { ShownOnce } from './shown-once.tsx';
import css from './connect.module.css';

const lives = [7, 30, 90, 365];

export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const make = useWrite(tokensApi.createToken, { stale: [tokensApi.listTokens] });
  const made = make.data;
  return (
    <Dialog
      open
      wide
      firm={made !== undefined}
      onClose={onClose}
      title={made ? t('connect.tokens.made', { name: made.name }) : t('connect.tokens.make')}
      sub={made ? t('connect.once') : t('connect.tokens.makeSub')}
    >
      {made ? (
        <ShownOnce label={t('connect.tokens.token')} secret={made.token} onDone={onClose}>
          <Example token={made.token} />
        </ShownOnce>
      ) : (
        <TokenForm make={make} onClose={onClose} />
      )}
    </Dialog>
  );
}

type Making = ReturnType<typeof useWrite<typeof tokensApi.createToken>>;

function TokenForm({ make, onClose }: { make: Making; onClose: () => void }) {
  const { t } = useWords();
  const { administrator } = useMe();
  const [chosen, setChosen] = useState<readonly Scope[]>(['read']);
  const choose = (scope: Scope, on: boolean) =>
    setChosen(scopes.filter((each) => (each === scope ? on : chosen.includes(each))));
  const submit = (data: FormData) =>
    make.send({ body: { name: String(data.get('name')), scopes: [...chosen], days: Number(data.get('days')) } });
  return (
    <Form problem={make.problem} onSubmit={submit}>
      <TextField
        label={t('connect.tokens.name')}
        description={t('connect.tokens.nameHelp')}
        name="name"
        limit={80}
        autoFocus
      />
      <fieldset className={css.fields} data-field="scopes">
        <legend>{t('connect.tokens.scopes')}</legend>
        {scopes
          .filter((scope) => administrator || !administratorScopes.includes(scope))
          .map((scope) => (
            <Check
              key={scope}
              checked={chosen.includes(scope)}
              onChange={(on) => choose(scope, on)}
              description={t(`connect.scope.${scope}.about`)}
            >
              {t(`connect.scope.${scope}`)}
            </Check>
          ))}
      </fieldset>
      <Select label={t('connect.tokens.days')} name="days" defaultValue="90">
        {lives.map((count) => (
          <option key={count} value={count}>
            {t('connect.tokens.life', { count })}
          </option>
        ))}
      </Select>
      <FormActs>
        <Button weight="main" type="submit" pending={make.isPending}>
          {t('connect.tokens.make')}
        </Button>
        {make.problem?.code === 'staleSignIn' && (
          <Button onClick={() => void signOut()}>{t('connect.signInAgain')}</Button>
        )}
        <Button weight="quiet" onClick={onClose}>
          {t('connect.keep')}
        </Button>
      </FormActs>
    </Form>
  );
}
