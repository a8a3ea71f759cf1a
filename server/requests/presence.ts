// Who is above whom, who has left and who stands in for the absent: what approvals need to know of colleagues.
import { awayOf, lineAbove, personRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import type { Known } from './approvals.rules.ts';

/** Who of these people is still with us, and who stands in for those who are away. */
export async function presenceOf(db: Db, people: readonly string[], now: Date): Promise<Omit<Known, 'above'>> {
  const refs = await personRefs(db, people);
  const away = await awayOf(db, people, now);
  return {
    active: (person) => refs.get(person)?.active ?? false,
    standIn: (person) => away.get(person)?.standIn?.id ?? null,
  };
}

/** The same of these people and of everybody above them, and who that is. */
export async function knownOf(tx: Db, people: readonly string[], now: Date): Promise<Known> {
  const lines = new Map<string, string[]>();
  for (const person of new Set(people)) lines.set(person, (await lineAbove(tx, person)).slice(1));
  const everybody = [...lines].flatMap(([person, line]) => [person, ...line]);
  return { above: (person) => lines.get(person) ?? [], ...(await presenceOf(tx, everybody, now)) };
}
