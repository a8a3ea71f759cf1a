// One deliverable: in whose words, how it stands, and by when, where that is another time than the appointment's.
import type { Deliverable } from '../../contract/appointments.ts';
import { useNow } from '../platform/now.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Tag, type TagKind } from '../ui/tag.tsx';

type Standing = 'unpromised' | 'promised' | 'delivered' | 'kept' | 'again' | 'released' | 'late';

const kinds: Partial<Record<Standing, TagKind>> = { kept: 'kept', late: 'risk' };

function standingOf({ promise, settled }: Deliverable): Standing {
  if (settled === 'released' || settled === 'again') return settled;
  if (settled === 'delivered') return 'kept';
  if (!promise || promise.outcome) return 'unpromised';
  if (promise.deliveredAt) return 'delivered';
  return promise.overdue ? 'late' : 'promised';
}

export function DeliverableLine({ of, at }: { of: Deliverable; at: string }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const standing = standingOf(of);
  const { promise } = of;
  const elsewhen = promise && !promise.outcome && promise.due !== at ? new Date(promise.due) : null;
  const wished = promise?.proposal ? new Date(promise.proposal.due) : null;
  return (
    <>
      <span dir="auto">{promise?.deliverable ?? of.words}</span>{' '}
      <Tag kind={kinds[standing] ?? 'plain'}>{t(`appointments.standing.${standing}`)}</Tag>
      {elsewhen && <small>{t('appointments.due', { when: whenInWords(elsewhen, now, words) })}</small>}
      {wished && <small>{t('appointments.wished', { when: whenInWords(wished, now, words) })}</small>}
    </>
  );
}

export const DeliverableRow = (props: { of: Deliverable; at: string }) => (
  <li>
    <DeliverableLine {...props} />
  </li>
);
