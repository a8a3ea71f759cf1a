// What waits in the outbox and what failed, with the reasons; and trying again. Never what a mail says.
import { useInfiniteQuery } from '@tanstack/react-query';
import { MailFault, mailApi, type Mail, type MailServer } from '../../contract/mail.ts';
import { readPages, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { toast } from '../ui/toast.tsx';
import css from './notices.module.css';

export function MailQueue({ server }: { server: MailServer }) {
  const { t, rich } = useWords();
  const { waiting, waitingSince, failed, dropped, trouble, source } = server;
  const failures = useInfiniteQuery(readPages(mailApi.listMails, { query: { limit: 20, state: 'failed' } }));
  const retry = useWrite(mailApi.retryMails, {
    stale: [mailApi.listMails, mailApi.getMailServer],
    onDone: ({ retried }) => toast(t('mail.retried', { count: retried })),
  });
  const items = failures.data ?? [];
  return (
    <>
      {trouble && source !== 'none' && (
        <div className={css.verdict}>
          <p>
            {t(`mail.fault.${trouble.fault}`)} <RelativeTime at={trouble.at} show="distance" />
          </p>
          {trouble.said && <p className={css.said}>{t('mail.said', { said: trouble.said })}</p>}
        </div>
      )}
      <p>{t('mail.waiting', { count: waiting })}</p>
      {waitingSince && (
        <p className={css.quiet}>
          {rich('mail.waitingSince', { when: <RelativeTime key="when" at={waitingSince} show="when" inside /> })}
        </p>
      )}
      {dropped > 0 && <p className={css.quiet}>{t('mail.dropped', { count: dropped })}</p>}
      {failed > 0 && <p>{t('mail.failed', { count: failed })}</p>}
      {items.length > 0 && (
        <RowList label={t('mail.failures')}>
          {items.map((mail) => (
            <Failure
              key={mail.id}
              mail={mail}
              pending={retry.isPending}
              onRetry={() => void retry.send({ body: { ids: [mail.id] } })}
            />
          ))}
        </RowList>
      )}
      {items.length > 1 && (
        <Button pending={retry.isPending} onClick={() => void retry.send({ body: { all: true } })}>
          {t('mail.retry.all')}
        </Button>
      )}
      {failures.hasNextPage && (
        <Button weight="quiet" pending={failures.isFetchingNextPage} onClick={() => void failures.fetchNextPage()}>
          {t('notices.more')}
        </Button>
      )}
      {retry.problem && <ProblemNote problem={retry.problem} />}
    </>
  );
}

function Failure({ mail, pending, onRetry }: { mail: Mail; pending: boolean; onRetry: () => void }) {
  const { t } = useWords();
  const fault = MailFault.safeParse(mail.fault).data ?? 'broken';
  const to = mail.to ?? t('mail.unknownReader');
  return (
    <Row
      title={to}
      sub={
        <>
          <span>{t(`mail.fault.${fault}`)}</span>
          {mail.said && <span>{t('mail.said', { said: mail.said })}</span>}
          <RelativeTime at={mail.created} show="distance" />
        </>
      }
      acts={
        <Button pending={pending} onClick={onRetry} aria-label={t('mail.retryNamed', { to })}>
          {t('mail.retry')}
        </Button>
      }
    />
  );
}
