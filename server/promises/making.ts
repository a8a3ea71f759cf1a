// Promising by oneself: out of the blue, from a conversation, because of an idea. And what a promise waits for.
import { calendarOf, isActive } from '../directory/directory.ts';
import type { OriginSubject } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { can, whyNot } from './access.ts';
import type { Acting } from './acts.ts';
import { checkChain } from './chain.ts';
import { setDependsOn } from './chain.queries.ts';
import { findPromise } from './page.queries.ts';
import { makePromise } from './promises.ts';
import { insertRevision, lockPromise } from './queries.ts';
import { mayRead, standingOf } from './sight.ts';
import type { PromiseSubjects } from './subjects.ts';
import { tell } from './telling.ts';
import { oldestTeamOf } from './terms.ts';

export type Promising = {
  to: string;
  deliverable: string;
  due: Date;
  dependsOn?: string | undefined;
  origin?: { subject: OriginSubject; id: string } | undefined;
};

type Making = { tx: Db; who: Who; now: Date; subjects: PromiseSubjects };

/** It is open at once: nobody has to say yes. Refuses `promiseYourself`, `unknownPerson`, `unknownPromise`, `unknownOrigin`, `dueInPast`, `dueTooFar`. */
export async function promise({ tx, who, now, subjects }: Making, given: Promising): Promise<Outcome<string>> {
  if (given.to === who.id) return refused('promiseYourself', { field: 'to' });
  if (!(await isActive(tx, given.to))) return refused('unknownPerson', { field: 'to' });
  const wrong =
    (await checkBelow({ tx, who, subjects }, given.dependsOn)) ??
    (await checkOrigin({ tx, who, subjects }, given.origin));
  if (wrong) return wrong;
  const team = await oldestTeamOf(tx, who.id);
  const made = await makePromise(
    tx,
    {
      subject: 'promise',
      promiser: who.id,
      promisee: given.to,
      team,
      deliverable: given.deliverable,
      due: given.due,
      calendar: await calendarOf(tx, { person: who.id, team }),
      dependsOn: given.dependsOn ?? null,
      origin: given.origin ?? null,
    },
    now,
  );
  if (isRefused(made)) return made;
  const heard = [{ kind: 'promised', to: given.to }] as const;
  await tell(tx, { id: made, occasion: 1 }, heard, { by: who.id, due: given.due, now });
  return made;
}

type Looking = Pick<Making, 'tx' | 'who' | 'subjects'>;

/** It may wait for any promise that its promiser may read, as long as that one can still come. */
async function checkBelow({ tx, who, subjects }: Looking, id: string | undefined): Promise<Refused | null> {
  if (id === undefined) return null;
  const below = await findPromise(tx, id);
  const fine = below && below.state !== 'ended' && (await mayRead(tx, who, below, subjects));
  return fine ? null : refused('unknownPromise', { field: 'dependsOn' });
}

async function checkOrigin({ tx, who, subjects }: Looking, origin: Promising['origin']): Promise<Refused | null> {
  if (!origin) return null;
  const { subject, id } = origin;
  const seen =
    subject === 'promise'
      ? await findPromise(tx, id).then((row) => row && mayRead(tx, who, row, subjects))
      : (await subjects[subject]?.sees(tx, who, [id]))?.has(id);
  return seen ? null : refused('unknownOrigin', { field: 'origin.id' });
}

/** Says which promise has to be kept first, or none. Refuses `unknownPromise`, `waitsForItself`, `waitsInACircle`. */
export async function chain(acting: Acting, dependsOn: string | null): Promise<Outcome<null>> {
  const { tx, who, id, now, expected, subjects } = acting;
  const seen = await findPromise(tx, id);
  if (!seen || !(await mayRead(tx, who, seen, subjects))) return refused('notFound');
  const row = await lockPromise(tx, id);
  if (!row) return refused('notFound');
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  const standing = standingOf(row);
  if (!can(who.id, standing).includes('chain')) return refused(whyNot('chain', who.id, standing));
  if (dependsOn === row.depends_on_id) return null;
  const wrong =
    dependsOn === null
      ? null
      : ((await checkBelow({ tx, who, subjects }, dependsOn)) ?? (await checkChain(tx, id, dependsOn)));
  if (wrong) return wrong;
  const said = { kind: 'chained', by_id: who.id, reason: null, at: now } as const;
  await Promise.all([
    setDependsOn(tx, id, dependsOn),
    insertRevision(tx, id, { ...said, due_at: row.due_at, deliverable: row.deliverable }),
    tell(tx, { id, occasion: row.version + 1 }, [], { by: who.id, due: null, now }),
  ]);
  return null;
}
