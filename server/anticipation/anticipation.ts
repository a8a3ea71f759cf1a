// Front door of anticipation: what else is needed along with a service, offered to whoever asks and to whoever serves.
// What history shows is learned at night: learning.ts.
import type { Anticipation, Inclusion, RequestAnticipations } from '../../contract/anticipation.ts';
import type { Request } from '../../contract/requests.ts';
import { servicesSeenBy, type ServiceSeen } from '../catalog/catalog.ts';
import { calendarOf, personRefs } from '../directory/directory.ts';
import { notify } from '../notices/notices.ts';
import { announceAll } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { makePromise, releasePromise } from '../promises/promises.ts';
import { readRequest } from '../requests/requests.ts';
import { method } from './learned.rules.ts';
import * as queries from './queries.ts';
import { evidenceOf, isSilent, toldOf } from './rules.ts';

export { learnAnew, learnIn } from './learning.ts';
export { anticipationPersonal } from './personal.ts';

const day = 86_400_000;
/** So long somebody who did not want it is not offered it again. */
const remembered = 180;

type Offer = { seen: ServiceSeen; item: Omit<Anticipation, 'can'> };

/** What `who` may see of what is needed along with this service; what went silent is among it, and marked. */
async function offersOf(db: Db, who: Who, service: string, now: Date): Promise<Offer[]> {
  const rows = await queries.findOffers(db, service, who.id, new Date(now.getTime() - remembered * day));
  const seen = await servicesSeenBy(
    db,
    who,
    rows.map(({ needed }) => needed),
  );
  return rows.flatMap(({ needed, position, learned, yes, of, mine }) => {
    const about = seen.get(needed);
    const byTeam = position !== null;
    // Nothing is learned of private services; one that became private since is not told of before the next night, either.
    if (!about || about.resting || (about.sight === 'private' && !byTeam)) return [];
    const item = {
      service: about.ref,
      by: byTeam ? ('team' as const) : ('history' as const),
      evidence: learned && about.sight !== 'private' ? evidenceOf(learned) : null,
      wanted: toldOf({ yes, of }),
      silent: !byTeam && isSilent({ yes, of }),
      mine,
    };
    return [{ seen: about, item }];
  });
}

/** What else people need who ask for this service. Refuses `notFound` for a service that one may not see. */
export async function listAnticipations(
  db: Db,
  who: Who,
  service: string,
  now: Date,
): Promise<Outcome<{ items: Anticipation[] }>> {
  const about = (await servicesSeenBy(db, who, [service])).get(service);
  if (!about) return refused('notFound');
  const offers = await offersOf(db, who, service, now);
  return {
    items: offers
      .filter(({ item }) => !item.silent || about.manages)
      .map(({ seen, item }) => ({ ...item, can: seen.mayAsk && !item.silent ? ['ask', 'answer'] : ['answer'] })),
  };
}

/** Remembers whether somebody wants what is offered; null forgets what they said. Refuses `notFound` for what is not offered. */
export async function answerAnticipation(
  tx: Db,
  who: Who,
  pair: { id: string; needed: string },
  wanted: boolean | null,
  now: Date,
): Promise<Outcome<void>> {
  const listed = await listAnticipations(tx, who, pair.id, now);
  if (isRefused(listed)) return listed;
  if (!listed.items.some(({ service }) => service.id === pair.needed)) return refused('notFound');
  if (wanted === null) return void (await queries.removeAnswer(tx, pair.id, pair.needed, who.id));
  await queries.saveAnswer(tx, {
    service_id: pair.id,
    needed_id: pair.needed,
    person_id: who.id,
    wanted,
    at: now,
  });
}

/** Heard where the request is shown, and where the promise is. */
const newsOf = (request: string, promise: string) => [
  { subject: 'request', id: request, kind: 'included' },
  { subject: 'promise', id: promise, kind: 'included' },
];

const promisesIt = (who: Who, { promise, provider, state }: Request): boolean =>
  state === 'promised' && promise !== null && provider?.id === who.id;

/** What whoever serves may include: nothing that was included or asked for already, that others decide, or that stays between two. */
async function includable(db: Db, who: Who, request: Request, included: ReadonlySet<string>, now: Date) {
  const { service, requester, team } = request;
  const serves = request.can.includes('promise') || promisesIt(who, request);
  if (!service || !serves) return [];
  const offers = (await offersOf(db, who, service.id, now)).filter(
    ({ seen, item }) =>
      seen.ref.team.id === team?.id &&
      seen.sight !== 'private' &&
      !seen.approved &&
      !item.silent &&
      !included.has(seen.ref.id),
  );
  const asked = await queries.findAsked(
    db,
    requester.id,
    offers.map(({ seen }) => seen.ref.id),
    who.teams.map(({ id }) => id),
    new Date(Date.parse(request.createdAt) - method.days * day),
  );
  return offers.filter(({ seen }) => !asked.has(seen.ref.id));
}

async function viewOf(db: Db, who: Who, request: Request, now: Date): Promise<RequestAnticipations> {
  const rows = await queries.findIncluded(db, request.id);
  const offers = await includable(db, who, request, new Set(rows.map((row) => row.needed_id)), now);
  const mayInclude = promisesIt(who, request);
  const parties = rows.filter((row) => row.by_id === who.id || request.requester.id === who.id);
  const [people, services] = await Promise.all([
    personRefs(
      db,
      parties.map((row) => row.by_id),
    ),
    servicesSeenBy(
      db,
      who,
      parties.map((row) => row.needed_id),
    ),
  ]);
  return {
    items: offers.map(({ item }) => ({ ...item, mine: null, can: mayInclude ? ['include'] : [] })),
    included: parties.flatMap((row): Inclusion[] => {
      const [by, service] = [people.get(row.by_id), services.get(row.needed_id)?.ref];
      if (!by || !service) return [];
      const answers = request.requester.id === who.id && row.wanted !== false;
      return [{ service, by, promise: row.promise_id, wanted: row.wanted, can: answers ? ['answer'] : [] }];
    }),
  };
}

/** What may be included in a request and what was. Refuses `notFound`. */
export async function listRequestAnticipations(
  db: Db,
  who: Who,
  id: string,
  now: Date,
): Promise<Outcome<RequestAnticipations>> {
  const request = await readRequest(db, who, id, now);
  return request ? viewOf(db, who, request, now) : refused('notFound');
}

/**
 * Promises something along with a request, unasked: a promise of its own, by the same time. Refuses `notFound`, `notYours` to whoever has
 * not promised the request, `notFromHere` for what may not be included (any more), and a due time that has passed.
 */
export async function includeAnticipation(
  tx: Db,
  who: Who,
  { id, needed }: { id: string; needed: string },
  now: Date,
): Promise<Outcome<RequestAnticipations>> {
  const request = await readRequest(tx, who, id, now);
  if (!request) return refused('notFound');
  if (!promisesIt(who, request) || !request.promise || !request.service) return refused('notYours');
  const before = await viewOf(tx, who, request, now);
  const item = before.items.find(({ service }) => service.id === needed);
  if (!item) return refused('notFromHere');
  const team = request.team?.id ?? null;
  const promise = await makePromise(
    tx,
    {
      subject: 'promise',
      promiser: who.id,
      promisee: request.requester.id,
      team,
      deliverable: item.service.name,
      due: new Date(request.promise.due),
      calendar: await calendarOf(tx, { person: who.id, team }),
      service: needed,
      origin: { subject: 'request', id },
    },
    now,
  );
  if (isRefused(promise)) return promise;
  const included = { request_id: id, needed_id: needed, service_id: request.service.id, by_id: who.id, at: now };
  if (!(await queries.insertIncluded(tx, { ...included, promise_id: promise }))) return refused('notFromHere');
  await announceAll(tx, newsOf(id, promise));
  return viewOf(tx, who, request, now);
}

/**
 * Whoever needs it says whether they wanted what was included; "no" lets the promise go. Refuses `notFound` to everybody else, and
 * `notFromHere` once it was let go.
 */
export async function answerInclusion(
  tx: Db,
  who: Who,
  { id, needed }: { id: string; needed: string },
  wanted: boolean,
  now: Date,
): Promise<Outcome<RequestAnticipations>> {
  const request = await readRequest(tx, who, id, now);
  const row = request && (await queries.lockIncluded(tx, id, needed));
  if (!request || !row || request.requester.id !== who.id) return refused('notFound');
  if (row.wanted === false) return refused('notFromHere');
  await queries.saveWanted(tx, id, needed, wanted, now);
  const answer = { service_id: row.service_id, needed_id: needed, person_id: who.id };
  await queries.saveAnswer(tx, { ...answer, wanted, at: now });
  const running = (await queries.findIncluded(tx, id)).find((one) => one.needed_id === needed)?.running ?? false;
  if (!wanted && running) {
    const released = await releasePromise(tx, row.promise_id, { by: who.id, reason: '' }, now);
    if (isRefused(released)) return released;
    // Nobody prepares what is not wanted.
    const about = { subject: 'promise', subjectId: row.promise_id, actor: who.id, params: {} };
    await notify(tx, [{ ...about, to: row.by_id, kind: 'released', dedupe: `released:${row.promise_id}` }], now);
  }
  await announceAll(tx, newsOf(id, row.promise_id));
  return viewOf(tx, who, request, now);
}
