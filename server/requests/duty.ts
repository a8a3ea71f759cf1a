// The fall-back of the unanswered: an ask to a team that nobody greeted is offered by name to one who is on duty, then to the next.
import { awayOf, calendarOf, membersOf } from '../directory/directory.ts';
import { transact, type Db } from '../platform/db.ts';
import { isWorking } from '../platform/working-time.ts';
import { tell } from './act.ts';
import * as queries from './duty.queries.ts';
import { isDue, nextOnDuty, presentOf } from './duty.rules.ts';
import { recordEvent } from './queries.ts';
import { after, termsOf } from './terms.ts';

/** Offers what is due by `now`, each in its own transaction. When nobody is on duty, the next sweep tries again. */
export async function offerToDuty(db: Db, now: Date): Promise<void> {
  const present = remembered((team: string) => onDuty(db, team, now));
  const terms = remembered((key: string) => {
    const [team = '', service = ''] = key.split(' ');
    return termsOf(db, { team, person: null, service: service || null });
  });
  for (const { id, team_id: team, service_id: service, greet_by: greetBy, last } of await queries.waitingForDuty(db)) {
    if (team === null || (await present(team)).length === 0) continue;
    const known = await terms(`${team} ${service ?? ''}`);
    const greetingAfter = (from: Date) => after(known, from, known.greetingMinutes);
    const offers = last ? [{ person: '', at: last }] : [];
    if (!isDue({ greetBy, offers }, greetingAfter, now)) continue;
    await transact(db, async (tx) => offer(tx, id, { team, people: await present(team), greetingAfter }, now));
  }
}

/** Asks once for each key. */
function remembered<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const found = known.get(key) ?? ask(key);
    known.set(key, found);
    return found;
  };
}

async function onDuty(db: Db, team: string, now: Date): Promise<string[]> {
  const members = await membersOf(db, team);
  const away = await awayOf(db, members, now);
  const working = new Set<string>();
  for (const person of members) if (isWorking(await calendarOf(db, { person, team }), now)) working.add(person);
  return presentOf(
    members,
    (person) => away.has(person),
    (person) => working.has(person),
  );
}

type Duty = { team: string; people: readonly string[]; greetingAfter: (from: Date) => Date };

/** Decides again with the request in hand: another clock may have been here, or it went to others. */
async function offer(tx: Db, id: string, { team, people, greetingAfter }: Duty, now: Date): Promise<void> {
  const held = await queries.holdWaiting(tx, id);
  if (!held || held.team_id !== team) return;
  const offers = await queries.offersOf(tx, id);
  if (!isDue({ greetBy: held.greet_by, offers }, greetingAfter, now)) return;
  const person = nextOnDuty(people, { asking: held.asking, offers }, await queries.lastOffered(tx, people));
  if (person === null) return;
  await queries.insertOffer(tx, id, person, now);
  await recordEvent(tx, { request: id, by: null, what: 'offered', facts: { person }, at: now });
  const dedupe = `offered:${id}:${person}`;
  await tell(tx, held, 'offered', [{ kind: 'offered', to: [person] }], { by: null, dedupe, now });
}
