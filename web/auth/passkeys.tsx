// My passkeys: adding one on this device, naming and removing them.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { authApi, type Passkey } from '../../contract/auth.ts';
import { problemOf, type Problem } from '../platform/api.ts';
import { useNow } from '../platform/now.ts';
import { invalidate, read } from '../platform/query.ts';
import { signOut } from '../platform/session.tsx';
import { dayInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { RemovePasskey, RenamePasskey } from './passkey-windows.tsx';
import { addPasskey, passkeysWork } from './passkey.ts';
import css from './auth.module.css';

export function Passkeys() {
  const { t } = useWords();
  const passkeys = useQuery(read(authApi.listPasskeys, {}));
  const adding = useAdding();
  const act = passkeysWork() && (
    <Button onClick={() => void adding.add()} pending={adding.pending}>
      {t('auth.passkeys.add')}
    </Button>
  );
  return (
    <Section title={t('auth.passkeys.title')}>
      {adding.problem && (
        <div className={css.problem}>
          <ProblemNote problem={adding.problem} />
          {adding.problem.code === 'staleSignIn' && (
            <Button onClick={() => void signOut()}>{t('auth.passkeys.signInAgain')}</Button>
          )}
        </div>
      )}
      <Loaded query={passkeys}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('auth.passkeys.none')} icon="key" acts={act}>
              {t(passkeysWork() ? 'auth.passkeys.teach' : 'auth.passkeys.notHere')}
            </EmptyState>
          ) : (
            <>
              <RowList>
                {items.map((passkey) => (
                  <PasskeyRow key={passkey.id} passkey={passkey} />
                ))}
              </RowList>
              <div className={css.after}>{act}</div>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function useAdding() {
  const { t } = useWords();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async () => {
    setPending(true);
    setProblem(null);
    try {
      const made = await addPasskey('');
      if (made) toast(t('auth.passkeys.added'));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setPending(false);
      await invalidate(authApi.listPasskeys);
    }
  };
  return { add, pending, problem };
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const name = passkey.name ?? passkey.keeper ?? t('auth.passkeys.unnamed');
  const since = dayInWords(new Date(passkey.created), now, words);
  return (
    <Row
      title={name}
      sub={
        <>
          {passkey.keeper && passkey.name && <span>{passkey.keeper}</span>}
          <span>{t(passkey.synced ? 'auth.passkeys.synced' : 'auth.passkeys.bound', { since })}</span>
        </>
      }
      acts={
        <>
          <Button onClick={() => setOpen('rename')} aria-label={t('auth.passkeys.renameNamed', { name })}>
            {t('auth.passkeys.rename')}
          </Button>
          <Button
            weight="quiet"
            onClick={() => setOpen('remove')}
            aria-label={t('auth.passkeys.removeNamed', { name })}
          >
            {t('auth.passkeys.remove')}
          </Button>
          {open === 'rename' && <RenamePasskey passkey={passkey} onClose={() => setOpen(null)} />}
          {open === 'remove' && <RemovePasskey passkey={passkey} name={name} onClose={() => setOpen(null)} />}
        </>
      }
    />
  );
}
