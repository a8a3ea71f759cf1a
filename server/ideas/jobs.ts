// What time does to ideas: one that nobody answered in the usual time rises, once, to those who may answer it.
import { transact, type Db } from '../platform/db.ts';
import { tell } from './act.ts';
import { insertEntry } from './discussion.queries.ts';
import { takeUnanswered } from './queries.ts';
import { decidersOf } from './view.ts';

/** Everything that is due by `now`. The author hears of it, too: nobody's idea is forgotten in silence. */
export const riseUnanswered = (db: Db, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    for (const { id, team_id: team, author_id: author } of await takeUnanswered(tx, now)) {
      await insertEntry(tx, { idea_id: id, by_id: null, what: 'rose', at: now });
      const told = [{ kind: 'ideaUnanswered' as const, to: [...(await decidersOf(tx, team)), author] }];
      await tell(tx, id, 'rose', told, { by: null, dedupe: `idea:${id}:rose`, now });
    }
  });
