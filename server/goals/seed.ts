// Goals of the sample company, set by the leads of its teams through the same door as everything else.
import type { NewGoal } from '../../contract/goals.ts';
import { createService } from '../catalog/catalog.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { seedComputers } from '../requests/seed.ts';
import { createGoal } from './goals.ts';

type SampleGoal = Omit<NewGoal, 'services'> & { team: string; by: string; services?: readonly string[] };

/** People, teams and services by their keys. */
const goals: readonly SampleGoal[] = [
  {
    team: 'it',
    by: 'mika',
    sentence: 'Nobody is without a working computer for more than one hour',
    services: ['computer'],
    starts: 'asked',
    ends: 'delivered',
    time: 'wall',
    within: { count: 1, unit: 'hours' },
    share: 95,
  },
  {
    team: 'it',
    by: 'mika',
    sentence: 'Whoever asks us hears from one of us by name within two hours',
    starts: 'asked',
    ends: 'greeted',
    within: { count: 2, unit: 'hours' },
    share: 90,
    days: 90,
  },
  {
    team: 'kitchen',
    by: 'mercedes',
    sentence: 'Quien pide algo a la cocina sabe en dos horas qué puede esperar',
    starts: 'asked',
    ends: 'promised',
    within: { count: 2, unit: 'hours' },
    share: 90,
    days: 90,
  },
  {
    team: 'maintenance',
    by: 'tuomas',
    sentence: 'Mikä on rikki, on taas kunnossa kahdessa työpäivässä',
    starts: 'asked',
    ends: 'delivered',
    within: { count: 2, unit: 'days' },
    share: 80,
    days: 90,
  },
];

/** `services`: their ids, by the keys of the sample; `now` is the last moment of the sample. Their history is reckoned by the job. */
export async function seedGoals(tx: Db, cast: Cast, services: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const since = new Date(now.getTime() - 40 * 86_400_000);
  const stand = {
    team: cast.teams.get('it') ?? '',
    name: 'My computer stands still',
    description: 'It does not start, freezes or restarts. Somebody comes at once, with a spare one if need be.',
  };
  const computer = sure(await createService(tx, stand, since)).id;
  await seedComputers(tx, cast, computer, now);
  for (const { team, by, services: keys = [], ...goal } of goals) {
    const who = cast.people.get(by);
    if (!who) throw new Error(`Nobody in the sample company is called ${by}.`);
    const ids = keys.map((key) => (key === 'computer' ? computer : (services.get(key) ?? '')));
    sure(await createGoal(tx, who, cast.teams.get(team) ?? '', { ...goal, services: ids }, now));
  }
}
