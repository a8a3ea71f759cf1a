// For tests of the whole: promises between two, each made anew, and the promise of a request.
import { sql } from 'kysely';
import { usualWeek } from '../../contract/working-time.ts';
import { transact } from '../platform/db.ts';
import { deliverPromise, makePromise, proposeTime } from '../promises/promises.ts';
import { must } from '../requests/for-tests.ts';
import type { Cast, Someone } from './cast.ts';

const kinds = ['ownPromise', 'ownGiven', 'ownProposed', 'ownProposing', 'ownDelivered', 'theirPromise'] as const;
type Kind = (typeof kinds)[number];
export const isPromise = (on: string): on is Kind => (kinds as readonly string[]).includes(on);

const calendar = { zone: 'Europe/Helsinki', country: null, region: null, week: usualWeek, exceptions: [] };

/** Made by this person (asking for a new time), or to them (with a new time proposed, delivered), or between two others. */
export async function newPromise({ db, id, time }: Cast, kind: Kind, owner: Someone): Promise<string> {
  const other = id[owner === 'helper' ? 'second' : 'helper'];
  const own = id[owner];
  const [promiser, promisee] =
    kind === 'theirPromise'
      ? [id.helper, id.newcomer]
      : kind === 'ownPromise' || kind === 'ownProposing'
        ? [own, other]
        : [other, own];
  const due = (hours: number) => new Date(time().getTime() + hours * 3_600_000);
  return transact(db, async (tx) => {
    const given = { subject: 'promise', promiser, promisee, team: null, deliverable: 'The figures', calendar };
    const dependsOn = kind === 'ownPromise' ? must(await makePromise(tx, { ...given, due: due(20) }, time())) : null;
    const made = must(await makePromise(tx, { ...given, due: due(30), dependsOn }, time()));
    if (kind === 'ownProposed' || kind === 'ownProposing')
      must(await proposeTime(tx, made, { due: due(50), reason: 'One is missing', by: promiser }, time()));
    if (kind === 'ownDelivered') must(await deliverPromise(tx, made, { by: promiser, done: 'Here' }, time()));
    return made;
  });
}

/** The promise that runs in a request; it waits for another one. */
export async function promiseIn(cast: Cast, request: string): Promise<string> {
  const { db } = cast;
  const below = await newPromise(cast, 'theirPromise', 'second');
  await sql`update promises_promise set depends_on_id = ${below} where subject_id = ${request}`.execute(db);
  const found = await sql<{ id: string }>`select promise_id as id from requests_request where id = ${request}`.execute(
    db,
  );
  return found.rows[0]?.id ?? '';
}
