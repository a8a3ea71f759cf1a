// Where an invitation or a reset link leads: hello by name, a password, and in; or kindly told that the link is gone.
import { useQuery } from '@tanstack/react-query';
import { authApi, type Link } from '../../contract/auth.ts';
import { useGo, useParam } from '../platform/address.ts';
import { queries, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { NewPassword } from './new-password.tsx';
import css from './auth.module.css';

export default function LinkPage() {
  const { t } = useWords();
  const token = useParam('token');
  // Read once: the link does not change while one thinks of a password, and tries are counted.
  const link = useQuery({ ...read(authApi.readLink, { params: { token } }), staleTime: Number.POSITIVE_INFINITY });
  if (link.data) return <Welcome token={token} link={link.data} />;
  if (link.isPending) return <Loading />;
  if (link.error.status !== 404) return <ErrorState problem={link.error} again={link.refetch} />;
  return (
    <Page title={t('auth.link.gone')} sub={link.error.detail}>
      <LinkButton to="/">{t('auth.link.signIn')}</LinkButton>
    </Page>
  );
}

function Welcome({ token, link }: { token: string; link: Link }) {
  const { t, rich } = useWords();
  const go = useGo();
  const use = useWrite(authApi.useLink);
  const first = link.purpose === 'invite';
  const submit = async (data: FormData) => {
    const password = String(data.get('password'));
    if (!(await use.send({ params: { token }, body: { password } }))) return;
    // Whoever was signed in here before is not any more.
    queries.clear();
    toast(t(first ? 'auth.link.arrived' : 'auth.link.back', { name: link.name }));
    go('/');
  };
  return (
    <Page
      title={t('auth.link.hello', { name: link.name })}
      sub={t(first ? 'auth.link.invite' : 'auth.link.reset', { email: link.email })}
    >
      <Form problem={use.problem} onSubmit={submit}>
        <NewPassword name="password" label={t('auth.link.password')} owner={link.email} />
        <FormActs>
          <Button weight="main" type="submit" pending={use.isPending}>
            {t(first ? 'auth.link.enter' : 'auth.link.renew')}
          </Button>
        </FormActs>
        <p className={css.quiet}>
          {rich('auth.link.until', { when: <RelativeTime key="when" at={link.expires} show="when" inside /> })}
        </p>
      </Form>
    </Page>
  );
}
