// My tokens: what my programs show instead of a password.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokensApi } from '../../contract/tokens.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { Example } from './example.tsx';
import { NewTokenDialog } from './new-token.tsx';
import { TokenRow } from './token-row.tsx';

export default function Tokens() {
  const { t } = useWords();
  const [making, setMaking] = useState(false);
  const tokens = useQuery(read(tokensApi.listTokens, { query: {} }));
  const make = (
    <Button weight="main" onClick={() => setMaking(true)}>
      {t('connect.tokens.make')}
    </Button>
  );
  const some = (tokens.data?.items.length ?? 0) > 0;
  return (
    <Page
      narrow
      title={t('connect.tokens.title')}
      sub={t('connect.tokens.sub')}
      acts={
        <>
          {some && make}
          <LinkButton to="/me/webhooks">{t('connect.webhooks.title')}</LinkButton>
        </>
      }
    >
      <Loaded query={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('connect.tokens.none')} icon="key" acts={make}>
              <p>{t('connect.tokens.teach')}</p>
              <Example token="gt_…" />
            </EmptyState>
          ) : (
            <>
              <RowList label={t('connect.tokens.title')}>
                {items.map((token) => (
                  <TokenRow key={token.id} token={token} />
                ))}
              </RowList>
              <Section title={t('connect.tokens.try')}>
                <Example token="gt_…" />
              </Section>
            </>
          )
        }
      </Loaded>
      {making && <NewTokenDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}
