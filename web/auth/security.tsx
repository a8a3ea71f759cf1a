// How I keep my account mine: password, passkeys, and where I am signed in.
import { useWords } from '../platform/words.tsx';
import { Page } from '../ui/page.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Sessions } from './sessions.tsx';

export default function Security() {
  const { t } = useWords();
  return (
    <Page title={t('auth.security.title')} sub={t('auth.security.sub')} narrow>
      <Passkeys />
      <Sessions />
      <Password />
    </Page>
  );
}
