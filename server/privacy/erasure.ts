// Forgetting a person who has left: what happened keeps its shape, with nobody's name on it. Cannot be taken back.
import type { Erasure } from '../../contract/privacy.ts';
import { personToErase } from '../directory/directory.ts';
import { forgetAnswersOf } from '../platform/answers.ts';
import { audit } from '../platform/audit.ts';
import type { Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Personal } from '../platform/personal.ts';
import type { Who } from '../platform/who.ts';
import { blankWordsOf, cutOut } from './rewrite.ts';

/**
 * Erases a person, everywhere at once. Refuses `notFound`, `changedMeanwhile`, `stillActive`, `erasedPerson`, `notTheName`.
 * Their full name (of more than one word: a first name alone may be anybody's) and their address are cut out of what others wrote.
 */
export async function erasePerson(
  tx: Db,
  parts: readonly Personal[],
  who: Who,
  id: string,
  { name, words }: Erasure,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<void>> {
  const person = await personToErase(tx, id);
  if (!person) return refused('notFound');
  if (person.erased) return refused('erasedPerson');
  if (person.version !== expected) return refused('changedMeanwhile');
  if (person.active) return refused('stillActive');
  if (name !== person.name) return refused('notTheName', { field: 'name' });
  if (words === 'remove') await blankWordsOf(tx, parts, id, now);
  const texts = [person.email, ...[person.name, person.said].filter((text) => /\S\s+\S/.test(text))];
  await cutOut(tx, parts, texts, now);
  for (const part of parts) await part.forget?.(tx, id, now);
  await forgetAnswersOf(tx, id, [person.email, person.name]);
  await audit(tx, {
    by: who,
    act: 'person.erase',
    subject: { kind: 'person', id },
    facts: { fields: [words] },
    at: now,
  });
}
