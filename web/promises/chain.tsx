// What a promise hangs on, and what hangs on it.
import { Link } from '@tanstack/react-router';
import type { ChainLink, PromiseWhole } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { Note } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Tag } from '../ui/tag.tsx';
import { OutcomeTag } from './rows.tsx';

export function ChainNote({ promise }: { promise: PromiseWhole }) {
  const { t } = useWords();
  const { waitsFor, waitsHidden, waiting } = promise;
  if (!waitsFor && !waitsHidden && waiting.length === 0) return null;
  return (
    <Note title={t('promises.chain.title')}>
      {waitsHidden && <p>{t('promises.chain.hidden')}</p>}
      {waitsFor && (
        <>
          <p>{t('promises.chain.waits')}</p>
          <Other of={waitsFor} />
        </>
      )}
      {waiting.length > 0 && <p>{t('promises.chain.above')}</p>}
      {waiting.map((one) => (
        <Other key={one.id} of={one} />
      ))}
    </Note>
  );
}

function Other({ of }: { of: ChainLink }) {
  const { t, rich } = useWords();
  return (
    <p>
      {of.id ? <Link to={`/promises/${of.id}`}>{of.deliverable}</Link> : <b dir="auto">{of.deliverable}</b>}
      <br />
      <small>
        {rich('promises.chain.by', {
          name: of.by.name,
          when: <RelativeTime at={of.due} show="when" inside />,
        })}
      </small>{' '}
      {of.outcome ? (
        <OutcomeTag outcome={of.outcome} />
      ) : (
        of.overdue && <Tag kind="miss">{t('promises.tag.overdue')}</Tag>
      )}
    </p>
  );
}
