// Who may hear of a change at the moment of sending: asked of the capability that it is about. Nothing is remembered here.
import type { Change } from './changes.ts';
import type { Db } from './db.ts';

/** The people who may know of a change. What has no list of them (everybody but a few) tells of each one only when asked. */
export type Hearers = Pick<ReadonlySet<string>, 'has'> & Partial<Pick<ReadonlySet<string>, 'size' | 'keys'>>;

/** Per change, the people who may know of it now. Asked once for a batch. */
export type Audience = (db: Db, changes: readonly Change[]) => Promise<readonly Hearers[]>;

/**
 * Per change, who may know of it now, asked of its capability; a change that none answers for is heard by its recipient alone.
 * One meant for one person asks too: by the time it is sent, that person may no longer see the thing.
 */
export async function hearersOf(
  db: Db,
  audiences: Record<string, Audience>,
  changes: readonly Change[],
): Promise<readonly Hearers[]> {
  const result: Hearers[] = changes.map((change) => new Set(change.recipient ? [change.recipient] : []));
  for (const [subject, audience] of Object.entries(audiences)) {
    const at = changes.flatMap((change, index) => (change.subject === subject ? [index] : []));
    if (at.length === 0) continue;
    const asked = at.map((index) => changes[index] as Change);
    const sets = await audience(db, asked);
    at.forEach((index, position) => {
      const hearers = sets[position] ?? new Set<string>();
      const recipient = asked[position]?.recipient;
      result[index] = recipient ? new Set(hearers.has(recipient) ? [recipient] : []) : hearers;
    });
  }
  return result;
}
