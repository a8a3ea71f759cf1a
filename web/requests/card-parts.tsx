// What the words on the card are made of: facts, times, who speaks to whom, and whether it came in time.
import type { ReactNode } from 'react';
import type { Request } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Tag } from '../ui/tag.tsx';
import { firstName } from './names.ts';
import css from './promise-card.module.css';

export type Of = { request: Request };

export const When = ({ at }: { at: string }) => <RelativeTime at={at} show="when" />;
export const InSentence = ({ at }: { at: string }) => <RelativeTime at={at} show="when" inside />;

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** For words such as "Mika promised you": who speaks to whom, and which of them reads. */
export const sides = (by: { id: string; name: string }, to: { id: string; name: string }, me: string) => ({
  who: by.id === me ? 'me' : to.id === me ? 'toMe' : 'others',
  name: firstName(by),
  to: firstName(to),
});

/** When it was delivered, against the promised time. */
export function Punctual({ request }: Of) {
  const { t } = useWords();
  const { deliveredAt, promise } = request;
  if (!deliveredAt || !promise) return null;
  const inTime = deliveredAt <= promise.due;
  const id =
    promise.outcome === 'keptRenegotiated'
      ? 'requests.card.keptRenegotiated'
      : promise.outcome === 'repaired'
        ? 'requests.card.repaired'
        : inTime
          ? 'requests.card.inTime'
          : 'requests.card.late';
  return (
    <div className={css.punctual}>
      <Tag kind={inTime ? 'kept' : 'miss'}>{t(id)}</Tag>
      <InSentence at={deliveredAt} />
    </div>
  );
}
