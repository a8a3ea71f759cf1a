// The front door of notices: tell people what concerns them, once each. How it is shown to them is in routes.ts.
import { announceAll, type Announced } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { postNews } from './delivery.ts';
import { insertNotices, markAllReadBefore, type NewNotice } from './queries.ts';
import { worthTelling } from './rules.ts';
export { noticesPersonal } from './personal.ts';
export { mayWrite } from './delivery.ts';

export type { NewNotice };

/** A subject as its reader may know it. */
export type Told = {
  title: string;
  path: string;
  /** By which it is called where its title should not be. */
  number?: number;
  team?: string | null;
  /** Its title and whatever happens in it never leave the house: not in a mail, not in a push. */
  quiet?: boolean;
  /** Whether the reader needs it, or asked for it; and whether they serve it. */
  own?: boolean;
  serves?: boolean;
};

/** What a subject is called and where its page is, for those of the ids that the reader may see now. In a fixed number of queries. */
export type Subjects = Record<string, (db: Db, who: Who, ids: readonly string[]) => Promise<ReadonlyMap<string, Told>>>;

/**
 * Tells each person once for each `dedupe`, never of their own act. `params` are facts, never words that somebody wrote.
 * `also` are changes to announce in the same breath.
 */
export async function notify(
  tx: Db,
  notices: readonly NewNotice[],
  now: Date,
  also: readonly Announced[] = [],
): Promise<void> {
  const worth = worthTelling(notices);
  const told = worth.length > 0 ? await insertNotices(tx, worth, now) : [];
  const news = told.map(({ id, person_id: to }) => ({ subject: 'notice', id, kind: 'added', to }));
  await Promise.all([postNews(tx, told, now), announceAll(tx, [...news, ...also])]);
}

/** Marks everybody's notices from before an instant as read: what the sample company's people have seen long ago. */
export const markReadBefore = markAllReadBefore;
