// Where a link in a mail leads: what that kind of mail is, and stopping or changing it, without signing in. Nothing happens by looking.
import { useQuery } from '@tanstack/react-query';
import { mailChoices, noticesApi, type MailChoice } from '../../contract/notices.ts';
import { useParam } from '../platform/address.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { FormActs, ProblemNote } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';

export default function MailChoicePage() {
  const { t } = useWords();
  const token = useParam('token');
  const choice = useQuery(read(noticesApi.readMailChoice, { params: { token } }));
  const choose = useWrite(noticesApi.chooseMail);
  if (choice.isPending) return <Loading />;
  if (choice.error && choice.error.status !== 404) return <ErrorState problem={choice.error} again={choice.refetch} />;
  if (!choice.data)
    return (
      <Page title={t('notices.choice.gone')} sub={t('notices.choice.goneWords')}>
        <LinkButton to="/me/notices">{t('notices.choice.all')}</LinkButton>
      </Page>
    );
  const { group } = choice.data;
  const mail = choose.data?.mail ?? choice.data.mail;
  const take = (wanted: MailChoice) => void choose.send({ params: { token }, body: { mail: wanted } });
  return (
    <Page
      title={t('notices.choice.title', { group })}
      sub={t(choose.data ? `notices.choice.done.${mail}` : `notices.choice.now.${mail}`)}
    >
      <FormActs>
        {mailChoices
          .toReversed()
          .filter((one) => one !== mail)
          .map((one, index) => (
            <Button
              key={one}
              weight={index === 0 && !choose.data ? 'main' : 'soft'}
              pending={choose.isPending}
              onClick={() => take(one)}
            >
              {t(`notices.choice.${one}`)}
            </Button>
          ))}
      </FormActs>
      {choose.problem && <ProblemNote problem={choose.problem} />}
      <p>
        <LinkButton to="/me/notices" weight="quiet">
          {t('notices.choice.all')}
        </LinkButton>
      </p>
    </Page>
  );
}
