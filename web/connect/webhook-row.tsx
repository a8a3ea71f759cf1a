// One webhook in a list: where it goes, whether all is well, what was sent; and what its owner may do with it.
import { useState } from 'react';
import { connectApi, type Webhook } from '../../contract/connect.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, FormActs, ProblemNote } from '../ui/form.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { Deliveries } from './deliveries.tsx';
import { Secret, WebhookDialog } from './webhook-form.tsx';
import css from './connect.module.css';

type Open = 'change' | 'rotate' | 'delete' | 'sent' | null;

export function WebhookRow({ webhook, owned = false }: { webhook: Webhook; owned?: boolean }) {
  const { t, list } = useWords();
  const [open, setOpen] = useState<Open>(null);
  const may = (act: Webhook['can'][number]) => webhook.can.includes(act);
  const close = () => setOpen(null);
  const { name } = webhook;
  return (
    <Row
      title={name}
      sub={
        <>
          <State webhook={webhook} />
          {owned && <span>{webhook.owner.name}</span>}
          <span className={css.address}>{webhook.url}</span>
          <span>{list(webhook.about.map((topic) => t(`connect.topic.${topic}`)))}</span>
        </>
      }
      acts={
        <>
          {webhook.mine && (
            <Button onClick={() => setOpen('sent')} aria-label={t('connect.webhooks.sentNamed', { name })}>
              {t('connect.webhooks.sent')}
            </Button>
          )}
          {may('update') && (
            <Button onClick={() => setOpen('change')} aria-label={t('connect.webhooks.change', { name })}>
              {t('connect.webhooks.changeShort')}
            </Button>
          )}
          {may('update') && <Switching webhook={webhook} />}
          {may('rotate') && (
            <Button
              weight="quiet"
              onClick={() => setOpen('rotate')}
              aria-label={t('connect.webhooks.rotateNamed', { name })}
            >
              {t('connect.webhooks.rotate')}
            </Button>
          )}
          {may('delete') && (
            <Button
              weight="quiet"
              onClick={() => setOpen('delete')}
              aria-label={t('connect.webhooks.deleteNamed', { name })}
            >
              {t('connect.webhooks.delete')}
            </Button>
          )}
          {open === 'sent' && <Deliveries webhook={webhook} onClose={close} />}
          {open === 'change' && <WebhookDialog webhook={webhook} onClose={close} />}
          {open === 'rotate' && <Rotate webhook={webhook} onClose={close} />}
          {open === 'delete' && <Delete webhook={webhook} onClose={close} />}
        </>
      }
    />
  );
}

function State({ webhook }: { webhook: Webhook }) {
  const { t, rich } = useWords();
  if (webhook.ended) return <Tag kind="miss">{t(`connect.webhooks.ended.${webhook.ended}`)}</Tag>;
  if (!webhook.active) return <Tag>{t('connect.webhooks.off')}</Tag>;
  if (!webhook.failingSince) return <Tag kind="kept">{t('connect.webhooks.on')}</Tag>;
  const when = <RelativeTime key="when" at={webhook.failingSince} show="when" inside />;
  return <Tag kind="risk">{rich('connect.webhooks.failing', { when })}</Tag>;
}

function Switching({ webhook }: { webhook: Webhook }) {
  const { t } = useWords();
  const change = useWrite(connectApi.updateWebhook, { stale: [connectApi.listWebhooks] });
  const { name, active, id, version } = webhook;
  return (
    <>
      <Button
        weight={active ? 'quiet' : 'soft'}
        pending={change.isPending}
        onClick={() => void change.send({ params: { id }, body: { active: !active }, ifMatch: version })}
        aria-label={t(active ? 'connect.webhooks.stopNamed' : 'connect.webhooks.startNamed', { name })}
      >
        {t(active ? 'connect.webhooks.stop' : 'connect.webhooks.start')}
      </Button>
      {change.problem && <ProblemNote problem={change.problem} />}
    </>
  );
}

function Rotate({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useWords();
  const rotate = useWrite(connectApi.rotateWebhookSecret, { stale: [connectApi.listWebhooks] });
  return (
    <Dialog
      open
      onClose={onClose}
      firm={rotate.data !== undefined}
      title={t('connect.webhooks.rotateNamed', { name: webhook.name })}
      sub={t(rotate.data ? 'connect.once' : 'connect.webhooks.rotateSub')}
    >
      {rotate.data ? (
        <Secret secret={rotate.data.secret} onDone={onClose} />
      ) : (
        <Form problem={rotate.problem} onSubmit={() => rotate.send({ params: { id: webhook.id } })}>
          <FormActs>
            <Button weight="main" type="submit" pending={rotate.isPending}>
              {t('connect.webhooks.rotate')}
            </Button>
            <Button weight="quiet" onClick={onClose}>
              {t('connect.keep')}
            </Button>
          </FormActs>
        </Form>
      )}
    </Dialog>
  );
}

function Delete({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useWords();
  const remove = useWrite(connectApi.deleteWebhook, {
    stale: [connectApi.listWebhooks],
    onDone: () => {
      toast(t('connect.webhooks.deleted'));
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connect.webhooks.deleteNamed', { name: webhook.name })}
      sub={t('connect.webhooks.deleteSub')}
    >
      <Form problem={remove.problem} onSubmit={() => remove.send({ params: { id: webhook.id } })}>
        <FormActs>
          <Button weight="danger" type="submit" pending={remove.isPending}>
            {t('connect.webhooks.delete')}
          </Button>
          <Button weight="quiet" onClick={onClose} autoFocus>
            {t('connect.keep')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
