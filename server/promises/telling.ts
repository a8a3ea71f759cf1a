// Notices of the ledger itself, and the news of a change: of promises that no request tells of.
import type { NoticeKind } from '../../contract/notices.ts';
import { notify, type NewNotice } from '../notices/notices.ts';
import type { Db } from '../platform/db.ts';

type Heard = { kind: NoticeKind; to: string };
/** `only`: nobody else may hear that something changed. */
type Telling = {
  by: string | null;
  due: Date | null;
  facts?: NewNotice['params'];
  now: Date;
  only?: string | undefined;
};

/** Puts notices about a promise, and the news of its change, into the transaction; each is told once of an `occasion`. */
export function tell(
  tx: Db,
  promise: { id: string; occasion: string | number },
  heard: readonly Heard[],
  { by, due, facts, now, only }: Telling,
): Promise<void> {
  const notices = heard.map(({ kind, to }): NewNotice => ({
    to,
    kind,
    subject: 'promise',
    subjectId: promise.id,
    actor: by,
    params: { ...facts, ...(due ? { due: due.toISOString() } : {}) },
    dedupe: `${kind}:${promise.id}:${promise.occasion}`,
  }));
  const kind = heard[0]?.kind ?? 'changed';
  return notify(tx, notices, now, [{ subject: 'promise', id: promise.id, kind, to: only }]);
}
