// Asks of the sample company that come round by themselves, through the same door as everything else.
import type { NewRecurring } from '../../contract/recurring.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { create } from './recurring.ts';

type Round = Pick<NewRecurring, 'title' | 'details' | 'recurrence' | 'time'> & { by: string; team: string };

const rounds: readonly Round[] = [
  {
    by: 'aino',
    team: 'maintenance',
    title: 'Tarkistakaa aulan palo-ovet',
    details: 'Kaikki kolme, ja pumppu kiitos samalla.',
    recurrence: { every: 'days', count: 90 },
    time: '08:30',
  },
  {
    by: 'aino',
    team: 'it',
    title: 'Update the tablets at the front desk',
    details: 'All four, before the first guests arrive.',
    recurrence: { every: 'months', count: 1, on: { nth: 1, weekday: 1 } },
    time: '07:00',
  },
];

export async function seedRecurring(tx: Db, { people, teams }: Cast, now: Date): Promise<void> {
  for (const { by, team, ...round } of rounds) {
    const [who, id] = [people.get(by), teams.get(team)];
    if (!who || !id) continue;
    const from = now.toISOString().slice(0, 10);
    sure(await create(tx, who, { ...round, team: id, participants: [], from, until: null, workdays: true }, now));
  }
}
