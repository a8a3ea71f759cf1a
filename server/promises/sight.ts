// Who may read a promise, and what promises are called: asked of whoever owns what they are about.
import type { Audience } from '../platform/hearers.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { isParty, sees, type Standing } from './access.ts';
import { whoDepends } from './chain.ts';
import { ownDeliverables, partiesOf } from './page.queries.ts';
import type { PromiseSubjects } from './subjects.ts';
import type { PromiseRow } from './tables.ts';

export const partiesIn = (row: Pick<PromiseRow, 'promiser_id' | 'promisee_id'>) => ({
  promiser: row.promiser_id,
  promisee: row.promisee_id,
});

export const standingOf = (row: PromiseRow): Standing => ({
  ...partiesIn(row),
  state: row.state,
  proposedBy: row.proposed_at ? (row.proposed_by_id ?? row.promiser_id) : null,
  nodded: row.accepted_at !== null,
});

type Thing = { subject: string; subject_id: string };
const nameOf = ({ subject, subject_id }: Thing) => `${subject} ${subject_id}`;

/** Which of the things that these promises are about `who` sees; asked once of each subject. */
export async function subjectsSeen(db: Db, who: Who, things: readonly Thing[], subjects: PromiseSubjects) {
  const seen = new Set<string>();
  await Promise.all(
    [...Map.groupBy(things, ({ subject }) => subject)].map(async ([subject, those]) => {
      const ids = [...new Set(those.map(({ subject_id }) => subject_id))];
      for (const id of (await subjects[subject]?.sees(db, who, ids)) ?? [])
        seen.add(nameOf({ subject, subject_id: id }));
    }),
  );
  return (thing: Thing) => seen.has(nameOf(thing));
}

/** Whether `who` may read this promise: one of the two, or somebody who sees what it is about. */
export async function mayRead(db: Db, who: Who, row: PromiseRow, subjects: PromiseSubjects): Promise<boolean> {
  const parties = partiesIn(row);
  return isParty(who.id, parties) || sees(who.id, parties, (await subjectsSeen(db, who, [row], subjects))(row));
}

/** How notices name promises: only to the two. */
export async function promiseTitles(db: Db, who: Who, ids: readonly string[]) {
  const rows = await ownDeliverables(db, who.id, ids);
  return new Map(
    rows.map(({ id, deliverable, promiser_id, promisee_id }) => [
      id,
      {
        title: deliverable,
        path: `/promises/${id}`,
        own: promisee_id === who.id,
        serves: promiser_id === who.id,
      },
    ]),
  );
}

/** Who may hear of a change: the two, and whoever has promised something that waits for it. */
export const promiseAudience: Audience = async (db, changes) => {
  const ids = changes.map(({ id }) => id);
  const [parties, depending] = await Promise.all([partiesOf(db, ids), whoDepends(db, ids)]);
  const heard = new Map(
    parties.map(({ id, promiser_id, promisee_id }) => [
      id,
      new Set([promiser_id, promisee_id, ...(depending.get(id) ?? [])]),
    ]),
  );
  return changes.map(({ id }) => heard.get(id) ?? new Set());
};
