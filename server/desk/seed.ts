// The replies and shared views of the sample company's teams, through the same doors as everything else.
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { createTemplate, saveView } from './desk.ts';

type Reply = readonly [team: string, by: string, name: string, body: string];

const replies: readonly Reply[] = [
  [
    'it',
    'mika',
    'Hello, looking into it',
    'Good day {asker}, {me} from {team} here. I am looking into “{title}” and come back to you within the hour.',
  ],
  [
    'it',
    'mika',
    'Which machine?',
    'Hello {asker}, may I have the number on the sticker under the machine? Then I see at once what it needs.',
  ],
  [
    'it',
    'mika',
    'Done, please try',
    'Hello {asker}, it should work now. Would you try it once, while I am still near?',
  ],
  [
    'housekeeping',
    'pirjo',
    'Huone kuntoon',
    'Hei {asker}, otamme tämän heti ensimmäiseen kierrokseen. Kirjoitan, kun huone on valmis.',
  ],
  [
    'finance',
    'henrik',
    'Which cost centre?',
    'Good day {asker}, which cost centre may I use for “{title}”? With it you have it by {due}.',
  ],
];

export async function seedDesk(tx: Db, { people, teams }: Cast, now: Date): Promise<void> {
  for (const [team, by, name, body] of replies) {
    const [who, id] = [people.get(by), teams.get(team)];
    if (who && id) sure(await createTemplate(tx, who, { team: id, name, body }, now));
  }
  const [mika, it] = [people.get('mika'), teams.get('it')];
  if (mika && it)
    sure(
      await saveView(
        tx,
        mika,
        { name: 'Late at IT', team: it, filter: { role: 'serving', open: true, team: it, late: true } },
        now,
      ),
    );
}
