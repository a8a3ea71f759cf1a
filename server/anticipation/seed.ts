// Anticipation's part of the sample company: what people asked for in the year before, as it came from an earlier system; and what
// history shows of it, with the word of some who were offered it.
import type { Db } from '../platform/db.ts';
import { newId } from '../platform/db.ts';
import { sure, type Cast } from '../directory/seed.ts';
import { serviceRefs } from '../catalog/catalog.ts';
import { importRequests, type Past } from '../requests/requests.ts';
import { answerAnticipation } from './anticipation.ts';
import { learnIn } from './learning.ts';

const day = 86_400_000;
/** Asked for now and then by everybody, each at a time of its own. */
const others = ['uniform', 'expense', 'rate', 'print', 'sign-in', 'training', 'newsletter', 'buy', 'access'];

/** Who asked for what, so many days before. */
type Earlier = { by: string; service: string; ago: number };

/** Sixty-one people got a laptop; forty-three of them found that they needed a docking station, and twenty-one access to a system. */
function earlier(people: readonly string[]): Earlier[] {
  const laptops = people.slice(0, 61).flatMap((by, at) => {
    const ago = 384 - at * 4.7;
    return [
      { by, service: 'device', ago },
      ...(at % 3 === 1 || at === 60 ? [{ by, service: 'access', ago: ago - 0.4 - (at % 3) / 3 }] : []),
      ...(at % 10 < 7 ? [{ by, service: 'desk-set', ago: ago - 2 - (at % 9) }] : []),
    ];
  });
  const rest = people.flatMap((by, at) =>
    [0, 1, 2].map((turn) => ({
      by,
      service: others[(at * 4 + turn * 3) % others.length] ?? 'buy',
      ago: 6 + ((at * 37 + turn * 113) % 380),
    })),
  );
  return [...laptops, ...rest];
}

/** Writes down what was asked for before `from`, closed long ago; nobody is told, and no rate counts it. */
export async function seedEarlier(
  tx: Db,
  cast: Cast,
  services: ReadonlyMap<string, string>,
  from: Date,
): Promise<void> {
  const people = [...cast.people.values()].map(({ id }) => id);
  // As if drawn by lot: a laptop is given in all teams.
  const lot = (at: number) => (at * 7919) % 1009;
  const mixed = people.map((by, at) => ({ by, lot: lot(at + 1) })).toSorted((one, other) => one.lot - other.lot);
  const refs = await serviceRefs(tx, [...services.values()]);
  const past = earlier(mixed.map(({ by }) => by)).flatMap(({ by, service, ago }, at): Past[] => {
    const ref = refs.get(services.get(service) ?? '');
    if (!ref) return [];
    const createdAt = new Date(from.getTime() - ago * day);
    const endedAt = new Date(createdAt.getTime() + 1.5 * day);
    const plain = { details: '', reason: '', helloBy: null, messages: [], files: [], state: 'closed' as const };
    const was = { system: 'The old desk', number: String(4000 + at) };
    return [
      {
        ...plain,
        id: newId(),
        title: ref.name,
        requester: by,
        team: ref.team.id,
        service: ref.id,
        createdAt,
        endedAt,
        was,
      },
    ];
  });
  past.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const administrator = [...cast.people.values()].find((person) => person.administrator)?.id ?? '';
  await importRequests(tx, administrator, past, from);
}

/** Learns of it as every night does; fourteen who were offered a docking station said whether they wanted it. */
export async function seedLearned(tx: Db, cast: Cast, services: ReadonlyMap<string, string>, now: Date): Promise<void> {
  await learnIn(tx, now);
  const pair = { id: services.get('device') ?? '', needed: services.get('desk-set') ?? '' };
  const asked = [...cast.people.values()].slice(60, 74);
  for (const [at, who] of asked.entries())
    sure(await answerAnticipation(tx, who, pair, at % 5 !== 3, new Date(now.getTime() - (at + 1) * day)));
}
