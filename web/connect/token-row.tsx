// One token in a list: what it is for, what it may, until when; and ending it.
import { useState } from 'react';
import { tokensApi, type Token } from '../../contract/tokens.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';

export function TokenRow({ token, owned = false }: { token: Token; owned?: boolean }) {
  const { t, rich, list, day } = useTokenWords();
  const [ending, setEnding] = useState(false);
  const { name, expired } = token;
  const scopes = list(token.scopes.map((scope) => t(`connect.scope.${scope}.short`)));
  const expires = <RelativeTime key="when" at={token.expires} show="when" inside />;
  return (
    <Row
      title={name}
      sub={
        <>
          {expired && <Tag kind="risk">{t('connect.tokens.expired')}</Tag>}
          {owned && <span>{token.owner.name}</span>}
          <span>{scopes}</span>
          <span>{t('connect.tokens.ending', { ending: token.ending })}</span>
          <span>{token.used ? t('connect.tokens.used', { day: day(token.used) }) : t('connect.tokens.unused')}</span>
          {!expired && <span>{rich('connect.tokens.until', { when: expires })}</span>}
        </>
      }
      acts={
        <>
          <Button onClick={() => setEnding(true)} aria-label={t('connect.tokens.revokeNamed', { name })}>
            {t('connect.tokens.revoke')}
          </Button>
          {ending && <Revoke token={token} onClose={() => setEnding(false)} />}
        </>
      }
    />
  );
}

function useTokenWords() {
  const words = useWords();
  const format = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return { ...words, day: (date: string) => format.format(new Date(`${date}T00:00:00Z`)) };
}

function Revoke({ token, onClose }: { token: Token; onClose: () => void }) {
  const { t } = useWords();
  const revoke = useWrite(tokensApi.revokeToken, {
    stale: [tokensApi.listTokens],
    onDone: () => {
      toast(t('connect.tokens.revoked'));
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connect.tokens.revokeTitle', { name: token.name })}
      sub={t('connect.tokens.revokeSub')}
    >
      <Form problem={revoke.problem} onSubmit={() => revoke.send({ params: { id: token.id } })}>
        <FormActs>
          <Button weight="danger" type="submit" pending={revoke.isPending}>
            {t('connect.tokens.revoke')}
          </Button>
          <Button weight="quiet" onClick={onClose} autoFocus>
            {t('connect.keep')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
