// Where the link in a mail leads by which one answers a new time, without signing in. Nothing is answered by looking.
import { useQuery } from '@tanstack/react-query';
import { promiseAnswersApi } from '../../contract/promise-answers.ts';
import { useParam } from '../platform/address.ts';
import { useNow } from '../platform/now.ts';
import { read, useWrite } from '../platform/query.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { FormActs, ProblemNote } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';

export default function AnswerPage() {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const token = useParam('token');
  const link = useQuery({ ...read(promiseAnswersApi.readAnswerLink, { params: { token } }), staleTime: Infinity });
  const give = useWrite(promiseAnswersApi.answerByLink);
  const shown = give.data ?? link.data;
  if (link.isPending) return <Loading />;
  if (!shown && link.error && link.error.status !== 404)
    return <ErrorState problem={link.error} again={link.refetch} />;
  if (!shown)
    return (
      <Page title={t('notices.answer.gone')} sub={t('notices.answer.goneWords')}>
        <LinkButton to="/">{t('notices.answer.inside')}</LinkButton>
      </Page>
    );
  const { answer, title, by: name, due, zone } = shown;
  const told = (at: string) => whenInWords(new Date(at), now, { ...words, zone });
  const [when, agreed] = [told(due), told(shown.agreed)];
  if (give.data)
    return (
      <Page title={t(`notices.answer.done.${answer}`, { when, agreed })} sub={t('notices.answer.doneWords', { name })}>
        <LinkButton to="/">{t('notices.answer.inside')}</LinkButton>
      </Page>
    );
  return (
    <Page title={title} sub={t('notices.answer.asks', { name, when, agreed })}>
      <FormActs>
        <Button weight="main" pending={give.isPending} onClick={() => void give.send({ params: { token } })}>
          {t(`notices.answer.${answer}`, { when, agreed })}
        </Button>
        <LinkButton to="/" weight="quiet">
          {t('notices.answer.inside')}
        </LinkButton>
      </FormActs>
      {give.problem && <ProblemNote problem={give.problem} />}
    </Page>
  );
}
