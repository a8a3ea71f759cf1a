// For administrators: which programs come and go in whose name. They may end them, and see neither secrets nor what was sent.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { connectApi } from '../../contract/connect.ts';
import { tokensApi } from '../../contract/tokens.ts';
import { read } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Page, Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, Loaded, NotAllowed } from '../ui/states.tsx';
import { TokenRow } from './token-row.tsx';
import { WebhookRow } from './webhook-row.tsx';

export default function Everybody() {
  const { t } = useWords();
  const { can } = useStanding();
  return can.includes('update') ? (
    <Page
      narrow
      above={<Link to="/settings">{t('platform.settings')}</Link>}
      title={t('connect.menu')}
      sub={t('connect.everybody.sub')}
    >
      <Lists />
    </Page>
  ) : (
    <NotAllowed />
  );
}

function Lists() {
  const { t } = useWords();
  const tokens = useQuery(read(tokensApi.listTokens, { query: { everybody: 'true' } }));
  const webhooks = useQuery(read(connectApi.listWebhooks, { query: { everybody: 'true' } }));
  return (
    <>
      <Section title={t('connect.tokens.title')}>
        <Loaded query={tokens}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('connect.everybody.noTokens')} icon="key" />
            ) : (
              <RowList>
                {items.map((token) => (
                  <TokenRow key={token.id} token={token} owned />
                ))}
              </RowList>
            )
          }
        </Loaded>
      </Section>
      <Section title={t('connect.webhooks.title')}>
        <Loaded query={webhooks}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('connect.everybody.noWebhooks')} icon="bell" />
            ) : (
              <RowList>
                {items.map((webhook) => (
                  <WebhookRow key={webhook.id} webhook={webhook} owned />
                ))}
              </RowList>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}
