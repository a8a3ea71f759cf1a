// My webhooks: addresses that are told what changes.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { connectApi } from '../../contract/connect.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { WebhookDialog } from './webhook-form.tsx';
import { WebhookRow } from './webhook-row.tsx';

export default function Webhooks() {
  const { t } = useWords();
  const [making, setMaking] = useState(false);
  const webhooks = useQuery(read(connectApi.listWebhooks, { query: {} }));
  const make = (
    <Button weight="main" onClick={() => setMaking(true)}>
      {t('connect.webhooks.make')}
    </Button>
  );
  const some = (webhooks.data?.items.length ?? 0) > 0;
  return (
    <Page
      narrow
      title={t('connect.webhooks.title')}
      sub={t('connect.webhooks.sub')}
      acts={
        <>
          {some && make}
          <LinkButton to="/me/tokens">{t('connect.tokens.title')}</LinkButton>
        </>
      }
    >
      <Loaded query={webhooks}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('connect.webhooks.none')} icon="bell" acts={make}>
              {t('connect.webhooks.teach')}
            </EmptyState>
          ) : (
            <RowList label={t('connect.webhooks.title')}>
              {items.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </RowList>
          )
        }
      </Loaded>
      {making && <WebhookDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}
