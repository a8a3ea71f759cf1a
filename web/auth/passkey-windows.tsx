// The two questions about one passkey: what to call it, and whether it may go.
import { authApi, type Passkey } from '../../contract/auth.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';

type About = { passkey: Passkey; name: string; onClose: () => void };

export function RenamePasskey({ passkey, onClose }: Omit<About, 'name'>) {
  const { t } = useWords();
  const rename = useWrite(authApi.renamePasskey, { stale: [authApi.listPasskeys], onDone: onClose });
  const submit = (data: FormData) =>
    rename.send({ params: { id: passkey.id }, body: { name: String(data.get('name')) } });
  return (
    <Dialog open onClose={onClose} title={t('auth.passkeys.renameTitle')} sub={t('auth.passkeys.renameSub')}>
      <Form problem={rename.problem} onSubmit={submit}>
        <TextField
          label={t('auth.passkeys.name')}
          name="name"
          defaultValue={passkey.name ?? passkey.keeper ?? ''}
          limit={60}
          autoFocus
        />
        <FormActs>
          <Button weight="main" type="submit" pending={rename.isPending}>
            {t('auth.passkeys.rename')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('auth.keep')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

export function RemovePasskey({ passkey, name, onClose }: About) {
  const { t } = useWords();
  const remove = useWrite(authApi.removePasskey, { stale: [authApi.listPasskeys], onDone: onClose });
  return (
    <Dialog open onClose={onClose} title={t('auth.passkeys.removeTitle', { name })} sub={t('auth.passkeys.removeSub')}>
      <Form problem={remove.problem} onSubmit={() => remove.send({ params: { id: passkey.id } })}>
        <FormActs>
          <Button weight="danger" type="submit" pending={remove.isPending}>
            {t('auth.passkeys.remove')}
          </Button>
          <Button weight="quiet" onClick={onClose} autoFocus>
            {t('auth.keep')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
