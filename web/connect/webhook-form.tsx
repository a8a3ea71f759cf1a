// Making a webhook and changing one: its name, its address, what it is told of; after making, its secret, once.
import { useState } from 'react';
import { connectApi, webhookTopics, type Webhook, type WebhookTopic } from '../../contract/connect.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Check } from '../ui/switch.tsx';
import { ShownOnce } from './shown-once.tsx';
import css from './connect.module.css';

export function WebhookDialog({ webhook, onClose }: { webhook?: Webhook; onClose: () => void }) {
  const { t } = useWords();
  const stale = [connectApi.listWebhooks];
  const make = useWrite(connectApi.createWebhook, { stale });
  const change = useWrite(connectApi.updateWebhook, { stale, onDone: onClose });
  const [about, setAbout] = useState<readonly WebhookTopic[]>(webhook?.about ?? ['request']);
  const choose = (topic: WebhookTopic, on: boolean) =>
    setAbout(webhookTopics.filter((each) => (each === topic ? on : about.includes(each))));
  const submit = (data: FormData) => {
    const body = { name: String(data.get('name')), url: String(data.get('url')), about: [...about] };
    return webhook ? change.send({ params: { id: webhook.id }, body, ifMatch: webhook.version }) : make.send({ body });
  };
  const made = make.data;
  const title = made ? 'connect.webhooks.made' : webhook ? 'connect.webhooks.change' : 'connect.webhooks.make';
  return (
    <Dialog
      open
      wide
      firm={made !== undefined}
      onClose={onClose}
      title={t(title, { name: (made ?? webhook)?.name ?? '' })}
      sub={made ? t('connect.once') : t('connect.webhooks.makeSub')}
    >
      {made ? (
        <Secret secret={made.secret} onDone={onClose} />
      ) : (
        <Form problem={make.problem ?? change.problem} onSubmit={submit}>
          <TextField
            label={t('connect.webhooks.name')}
            name="name"
            limit={80}
            defaultValue={webhook?.name ?? ''}
            autoFocus
          />
          <TextField
            label={t('connect.webhooks.url')}
            description={t('connect.webhooks.urlHelp')}
            name="url"
            type="url"
            inputMode="url"
            limit={2000}
            defaultValue={webhook?.url ?? ''}
          />
          <fieldset className={css.fields} data-field="about">
            <legend>{t('connect.webhooks.about')}</legend>
            {webhookTopics.map((topic) => (
              <Check key={topic} checked={about.includes(topic)} onChange={(on) => choose(topic, on)}>
                {t(`connect.topic.${topic}`)}
              </Check>
            ))}
          </fieldset>
          <FormActs>
            <Button weight="main" type="submit" pending={make.isPending || change.isPending}>
              {t(webhook ? 'connect.save' : 'connect.webhooks.make')}
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

/** The secret by which the receiver checks that it was us. */
export function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useWords();
  return (
    <ShownOnce label={t('connect.webhooks.secret')} secret={secret} onDone={onDone}>
      <p className={css.quiet}>{t('connect.webhooks.secretHelp')}</p>
    </ShownOnce>
  );
}
