// A real mail to oneself, and what the mail server said about it, in plain words and in its own.
import { mailApi } from '../../contract/mail.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { FormActs, ProblemNote } from '../ui/form.tsx';
import css from './notices.module.css';

export function MailTrial() {
  const { t } = useWords();
  const { email } = useMe();
  const trial = useWrite(mailApi.tryMail, { stale: [mailApi.getMailServer] });
  const found = trial.data;
  return (
    <>
      <p className={css.quiet}>{t('mail.trial.words', { to: email ?? '' })}</p>
      <FormActs>
        <Button pending={trial.isPending} onClick={() => void trial.send({})}>
          {t('mail.trial.go')}
        </Button>
      </FormActs>
      <div role="status">
        {found && !trial.isPending && (
          <div className={css.verdict}>
            <p>{found.fault ? t(`mail.fault.${found.fault}`) : t('mail.trial.sent', { to: found.to })}</p>
            {found.said && <p className={css.said}>{t('mail.said', { said: found.said })}</p>}
          </div>
        )}
      </div>
      {trial.problem && <ProblemNote problem={trial.problem} />}
    </>
  );
}
