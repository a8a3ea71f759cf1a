// The part of the sample company that chooses what reaches it: a few people who have their own way. Nobody there is written to.
import type { NoticeSettingsChange } from '../../contract/notices.ts';
import type { Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { saveSettings } from './delivery.queries.ts';
import { usualSettings } from './delivery.rules.ts';

const { mail, push } = usualSettings;
const ways: readonly NoticeSettingsChange[] = [
  // Reads everything once, after lunch.
  { mail: { answer: 'digest', asks: 'digest', follow: 'digest', thanks: 'digest' }, push, digestMinutes: 13 * 60 },
  // Lives in the app.
  { mail: { answer: 'never', asks: 'never', follow: 'never', thanks: 'never' }, push, digestMinutes: null },
  // Wants to know at once whom it made glad.
  { mail: { ...mail, thanks: 'now' }, push, digestMinutes: null },
];

/** Lets the first few people of the cast choose. */
export async function seedChoices(tx: Db, { people }: Cast): Promise<void> {
  const some = [...people.values()].slice(0, ways.length);
  for (const [index, { id }] of some.entries()) {
    const way = ways[index];
    if (way) await saveSettings(tx, id, way, 1);
  }
}
