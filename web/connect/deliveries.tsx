// What a webhook sent last: what it was about, what was answered; sending again, and a trial.
import { useInfiniteQuery } from '@tanstack/react-query';
import { connectApi, type Delivery, type Webhook } from '../../contract/connect.ts';
import { problemOf } from '../platform/api.ts';
import { readPages, useWrite } from '../platform/query.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Tag, type TagKind } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import css from './connect.module.css';

export function Deliveries({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useWords();
  const { id } = webhook;
  const sent = useInfiniteQuery(readPages(connectApi.listDeliveries, { params: { id }, query: { limit: 20 } }));
  const test = useWrite(connectApi.testWebhook, {
    stale: [connectApi.listDeliveries],
    onDone: () => toast(t('connect.sent.tested')),
  });
  const trial = webhook.can.includes('test') && (
    <Button onClick={() => void test.send({ params: { id } })} pending={test.isPending}>
      {t('connect.sent.test')}
    </Button>
  );
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('connect.webhooks.sentNamed', { name: webhook.name })}
      sub={t('connect.sent.sub')}
    >
      {test.problem && <ProblemNote problem={test.problem} />}
      {sent.error ? (
        <ErrorState problem={problemOf(sent.error)} again={sent.refetch} />
      ) : !sent.data ? (
        <Loading />
      ) : sent.data.length === 0 ? (
        <EmptyState title={t('connect.sent.none')} acts={trial}>
          {t('connect.sent.teach')}
        </EmptyState>
      ) : (
        <>
          <RowList label={t('connect.webhooks.sent')}>
            {sent.data.map((one) => (
              <DeliveryRow key={one.id} webhook={webhook} delivery={one} />
            ))}
          </RowList>
          <div className={css.after}>
            {trial}{' '}
            {sent.hasNextPage && (
              <Button onClick={() => void sent.fetchNextPage()} pending={sent.isFetchingNextPage}>
                {t('connect.more')}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

const kinds: Record<Delivery['state'], TagKind> = {
  waiting: 'risk',
  delivered: 'kept',
  failed: 'miss',
  withheld: 'plain',
};
const troubles: Record<string, WordId> = {
  privateAddress: 'connect.trouble.privateAddress',
  unknownHost: 'connect.trouble.unknownHost',
  timedOut: 'connect.trouble.timedOut',
  untrusted: 'connect.trouble.untrusted',
};

function DeliveryRow({ webhook, delivery }: { webhook: Webhook; delivery: Delivery }) {
  const { t, rich } = useWords();
  const { status, trouble, response, attempts, next } = delivery;
  const again = useWrite(connectApi.resendDelivery, { stale: [connectApi.listDeliveries] });
  const what = { id: webhook.id, delivery: delivery.id };
  return (
    <Row
      title={<code>{delivery.type}</code>}
      sub={
        <>
          <Tag kind={kinds[delivery.state]}>{t(`connect.sent.${delivery.state}`)}</Tag>
          <RelativeTime at={delivery.at} />
          {status !== null && <span>{t('connect.sent.status', { status, took: delivery.took ?? 0 })}</span>}
          {trouble !== null && <span>{t(troubles[trouble] ?? 'connect.trouble.other')}</span>}
          {attempts > 1 && <span>{t('connect.sent.attempts', { count: attempts })}</span>}
          {next && attempts > 0 && (
            <span>{rich('connect.sent.next', { when: <RelativeTime key="when" at={next} show="when" inside /> })}</span>
          )}
          {response && <code className={css.address}>{response.slice(0, 200)}</code>}
          {again.problem && <ProblemNote problem={again.problem} />}
        </>
      }
      acts={
        webhook.can.includes('resend') &&
        delivery.state !== 'waiting' && (
          <Button
            onClick={() => void again.send({ params: what })}
            pending={again.isPending}
            aria-label={t('connect.sent.againNamed', { type: delivery.type })}
          >
            {t('connect.sent.again')}
          </Button>
        )
      }
    />
  );
}
