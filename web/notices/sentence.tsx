// A notice as a sentence: who did what to which request, and by when.
import type { ReactNode } from 'react';
import type { Notice } from '../../contract/notices.ts';
import { useNow } from '../platform/now.ts';
import { exactInWords, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';

/** The kinds whose sentence tells a time when there is one. */
const timed = {
  promised: true,
  countered: true,
  counterAccepted: true,
  renegotiationProposed: true,
  renegotiationAccepted: true,
  renegotiationHeld: true,
  promiseCountered: true,
  promiseHeld: true,
  promiseStands: true,
  chainMoved: true,
  returned: true,
  atRisk: true,
  overdue: true,
  appointmentMade: true,
  appointmentMoved: true,
  appointmentAccepted: true,
  appointmentDeclined: true,
  appointmentCancelled: true,
  appointmentSoon: true,
  goalNear: true,
  goalMissed: true,
  ideaCommitted: true,
  ideaAppointed: true,
  ideaCalledOff: true,
} as const;
const isTimed = (kind: Notice['kind']): kind is keyof typeof timed => kind in timed;

/** In a conversation people are called by their first name; the whole one is on hover. */
const firstName = (name: string) => name.trim().split(/\s+/u)[0] ?? '';

export function Sentence({ of }: { of: Notice }): ReactNode {
  const words = useWords();
  const now = useNow();
  const due = typeof of.params['due'] === 'string' ? new Date(of.params['due']) : null;
  const values = {
    actor: <b title={of.actor?.name}>{of.actor ? firstName(of.actor.name) : words.t('notices.someone')}</b>,
    title: of.title,
    reason: typeof of.params['reason'] === 'string' ? of.params['reason'] : '',
  };
  if (!due || !isTimed(of.kind)) return words.rich(`notices.${of.kind}`, values);
  const when = (
    <time dateTime={due.toISOString()} title={exactInWords(due, words)}>
      {whenInWords(due, now, words)}
    </time>
  );
  return words.rich(`notices.${of.kind}.due`, { ...values, due: when });
}
