// Promises as rows: when, what, to whom or by whom, and whether a word is waited for.
import type { PromiseRow } from '../../contract/promises.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Marked } from '../ui/marked.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row } from '../ui/row.tsx';
import { Tag, type TagKind } from '../ui/tag.tsx';
import { waitsForMe } from './offers.ts';

type Outcome = NonNullable<PromiseRow['outcome']>;
const kinds: Record<Outcome, TagKind> = {
  kept: 'kept',
  keptRenegotiated: 'kept',
  repaired: 'risk',
  missed: 'miss',
  revoked: 'miss',
  released: 'plain',
};

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const { t } = useWords();
  return <Tag kind={kinds[outcome]}>{t(`promises.outcome.${outcome}`)}</Tag>;
}

/** Where it stands, in one word; nothing while it simply runs. */
export function StateTag({ promise }: { promise: PromiseRow }) {
  const { t } = useWords();
  if (promise.outcome) return <OutcomeTag outcome={promise.outcome} />;
  if (waitsForMe(promise)) return <Tag kind="risk">{t('promises.tag.yourWord')}</Tag>;
  if (promise.state === 'delivered') return <Tag kind="kept">{t('promises.tag.delivered')}</Tag>;
  if (promise.proposal) return <Tag>{t('promises.tag.proposed')}</Tag>;
  if (promise.overdue) return <Tag kind="miss">{t('promises.tag.overdue')}</Tag>;
  if (promise.risk && promise.risk.reason !== 'timeShort') return <Tag kind="risk">{t('promises.tag.mayNotHold')}</Tag>;
  if (promise.atRisk) return <Tag kind="risk">{t('promises.tag.atRisk')}</Tag>;
  return null;
}

/** `sought`: the words to mark. */
export function PromiseLine({ promise, sought = [] }: { promise: PromiseRow; sought?: readonly string[] }) {
  const { t } = useWords();
  const me = useMe();
  const mine = promise.by.id === me.id;
  return (
    <Row
      time={<RelativeTime at={promise.endedAt ?? promise.due} stacked />}
      late={promise.state === 'open' && (promise.overdue || promise.atRisk || promise.risk !== null)}
      title={<Marked text={promise.deliverable} sought={sought} />}
      to={`/promises/${promise.id}`}
      sub={
        <>
          <StateTag promise={promise} />
          <Marked text={mine ? t('promises.row.to', promise.to) : t('promises.row.from', promise.by)} sought={sought} />
          {promise.about?.title && <span>{t('promises.row.about', { title: promise.about.title })}</span>}
        </>
      }
    />
  );
}
