// Somebody leaves: what rests on them is counted for the administrator, who may not read it, and changes hands in one go.
import type { Held, HeldShare, Leaving, Left } from '../../contract/farewell.ts';
import { arrangedWith, callAllOff, type AppointmentOrigins } from '../appointments/appointments.ts';
import { candidatesFor, isActive, letGo, teamRefs, tiesOf } from '../directory/directory.ts';
import { audit } from '../platform/audit.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { heldPromises, letPromisesGo, releasePromise, type PromiseSubjects } from '../promises/promises.ts';
import { settle, type Acting, type Made } from './act.ts';
import { requestsAwaiting } from './approvals.queries.ts';
import { askInsteadOf } from './approvals.ts';
import { countHeld, holdAll } from './leaving.queries.ts';
import { requestOf } from './record.ts';
import { move, type Asked, type Request } from './rules.ts';
import type { RequestRecord } from './tables.ts';
import { greetingOf, termsOf } from './terms.ts';

/** What rests on a person: counts by team, and names from the directory. Refuses `notFound`. */
export async function heldBy(db: Db, person: string, now: Date): Promise<Outcome<Held>> {
  const ties = await tiesOf(db, person, now);
  if (isRefused(ties)) return ties;
  const approvals = await requestsAwaiting(db, person);
  return {
    shares: await sharesOf(db, person, now),
    approvals: approvals.length,
    promises: await heldPromises(db, person, now),
    appointments: (await arrangedWith(db, person)).length,
    ties,
  };
}

async function sharesOf(db: Db, person: string, now: Date): Promise<HeldShare[]> {
  const counts = await countHeld(db, person, now);
  const ids = counts.flatMap(({ team }) => team ?? []);
  const teams = await teamRefs(db, ids);
  const candidates = await candidatesFor(db, ids, person);
  return counts.map(({ team, ...share }) => ({
    ...share,
    team: team === null ? null : (teams.get(team) ?? null),
    members: candidates.get(team ?? '')?.members ?? [],
    lead: candidates.get(team ?? '')?.lead ?? null,
  }));
}

const rests = ({ promised, countered, byName, greeted }: HeldShare) => promised + countered + byName + greeted > 0;

/** Who hears of what ends with them. */
export type Around = { promised: PromiseSubjects; origins: AppointmentOrigins };

/**
 * Lets a person go and hands over what rests on them; done again for somebody who has left, it hands over what remained.
 * Refuses `unknownPerson` for whoever is not in the team, `required` without words for those who asked, and what `letGo` and
 * `letPromisesGo` refuse.
 */
export async function leave(
  { tx, who, id, now, expected }: Acting,
  body: Leaving,
  { promised, origins }: Around,
): Promise<Outcome<Left>> {
  const person = await letGo(tx, who, id, body, expected, now);
  if (isRefused(person)) return person;
  const no = await checkHeirs(tx, id, body.shares);
  if (no) return no;
  const heirs = new Map(body.shares.map(({ team, to }) => [team, to]));
  const done = { handedOver: 0, declined: 0 };
  for (const row of await holdAll(tx, id)) {
    const made = await passing(tx, row, { leaver: id, by: who.id, heirs, context: body.context, now });
    if (isRefused(made)) return made;
    if (!made) continue;
    await settle(tx, { found: row, request: requestOf(row) }, made, who.id, now);
    done[made.next.state === 'declined' ? 'declined' : 'handedOver'] += 1;
  }
  await askInsteadOf(tx, id, now);
  const calledOff = await callAllOff({ tx, origins, now }, id);
  if (isRefused(calledOff)) return calledOff;
  const { promiseWords: words, askInstead } = body;
  const letGone = await letPromisesGo({ tx, subjects: promised, now }, { person: id, by: who.id, words, askInstead });
  if (isRefused(letGone)) return letGone;
  const count = done.handedOver + done.declined + letGone + calledOff;
  if (count > 0)
    await audit(tx, { by: who, act: 'person.handOver', subject: { kind: 'person', id }, facts: { count }, at: now });
  return { person, ...done, letGo: letGone, calledOff, remaining: (await sharesOf(tx, id, now)).filter(rests) };
}

/** Of a team's share only its members may be asked; of what has no team, any colleague. */
async function checkHeirs(tx: Db, leaver: string, shares: Leaving['shares']): Promise<Refused | null> {
  const ids = shares.flatMap(({ team }) => team ?? []);
  const candidates = await candidatesFor(tx, ids, leaver);
  for (const { team, to } of shares) {
    if (to === null) continue;
    const known =
      team === null ? await isActive(tx, to) : candidates.get(team)?.members.some((member) => member.id === to);
    if (!known) return refused('unknownPerson', { field: 'shares' });
  }
  return null;
}

type Passing = {
  leaver: string;
  by: string;
  /** Whom each team's share goes to; null: to all of them. */
  heirs: ReadonlyMap<string | null, string | null>;
  context: string | undefined;
  now: Date;
};

/**
 * What becomes of one request. Null: it stays, for nobody was chosen, or the one who needs it was. A running promise is released and
 * counts neither way, even when its time has passed: whoever has left can no longer repair it, and the team did not break it.
 */
async function passing(tx: Db, row: RequestRecord, given: Passing): Promise<Outcome<Made> | null> {
  const request = requestOf(row);
  const heir = given.heirs.get(request.team);
  const asBefore = request.person === given.leaver ? null : request.person;
  const person = heir && heir !== request.requester ? heir : asBefore;
  const nobody = person === null && request.team === null;
  if (nobody && heir !== null) return null;
  const { context: words, by, now } = given;
  if (!words) return refused('required', { field: 'context' });
  const open = openAgain(request);
  if (isRefused(open)) return open;
  if (request.state === 'promised') {
    const ended = await releasePromise(tx, request.promise, { by, reason: 'left' }, now);
    if (isRefused(ended)) return ended;
  }
  if (nobody) {
    const next = move(open, 'refuse', { now, reason: words.slice(0, 1000) });
    return isRefused(next) ? next : { next, what: 'declined', facts: { reason: words.slice(0, 1000) } };
  }
  const next = move(open, 'passOn', { person });
  if (isRefused(next)) return next;
  const terms = await termsOf(tx, { team: next.team, person, service: next.service });
  const to = person ? { person } : next.team ? { team: next.team } : {};
  return { next, what: 'handedOver', serving: greetingOf(terms, now), facts: { words, ...to } };
}

function openAgain(request: Request): Outcome<Asked> {
  if (request.state === 'countered') return move(request, 'reask', undefined);
  if (request.state === 'promised') return move(request, 'release', undefined);
  return request.state === 'asked' ? request : refused('notFromHere');
}
