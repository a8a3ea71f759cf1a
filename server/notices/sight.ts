// What the reader of notices may see now: asked of whoever owns the subjects, for pages, mails and pushes alike.
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import type { Subjects, Told } from './notices.ts';

export type Seen = ReadonlyMap<string, Told>;

export const sight = ({ subject, subject_id }: { subject: string; subject_id: string }) => `${subject} ${subject_id}`;

/** What the reader may see of these now, by `sight`. A subject that nobody answers for is not seen. */
export async function visible(
  db: Db,
  who: Who,
  subjects: Subjects,
  rows: ReadonlyArray<{ subject: string; subject_id: string }>,
): Promise<Seen> {
  const seen = new Map<string, Told>();
  for (const [subject, resolve] of Object.entries(subjects)) {
    const ids = new Set(rows.filter((row) => row.subject === subject).map((row) => row.subject_id));
    if (ids.size === 0) continue;
    for (const [id, found] of await resolve(db, who, [...ids])) seen.set(sight({ subject, subject_id: id }), found);
  }
  return seen;
}
