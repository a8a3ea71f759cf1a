// SQL of whom articles helped: each person once, and told as counts alone.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import './tables.ts';

/** Remembers what one person said of an article that is held, and counts it once. */
export async function saveHelped(tx: Db, article: string, person: string, helped: boolean, spared: boolean, at: Date) {
  const before = await tx
    .selectFrom('knowledge_helped')
    .select(['helped', 'spared'])
    .where('article_id', '=', article)
    .where('person_id', '=', person)
    .executeTakeFirst();
  // Whom it has spared an ask, it has spared it: saying once more that it helped takes nothing back.
  const says = { helped, spared: helped && (spared || (before?.spared ?? false)), at };
  await tx
    .insertInto('knowledge_helped')
    .values({ article_id: article, person_id: person, ...says })
    .onConflict((same) => same.columns(['article_id', 'person_id']).doUpdateSet(says))
    .execute();
  const more = (now: boolean, then: boolean | undefined) => Number(now) - Number(then ?? false);
  await tx
    .updateTable('knowledge_article')
    .set({
      helped: sql`helped + ${more(says.helped, before?.helped)}::int`,
      spared: sql`spared + ${more(says.spared, before?.spared)}::int`,
    })
    .where('id', '=', article)
    .execute();
}

/** The same for many who have said nothing yet; it has spared the first of them an ask. */
export async function insertHelped(tx: Db, article: string, people: readonly string[], spared: number, at: Date) {
  if (people.length === 0) return;
  await tx
    .insertInto('knowledge_helped')
    .values(
      people.map((person_id, index) => ({ article_id: article, person_id, helped: true, spared: index < spared, at })),
    )
    .execute();
  await tx
    .updateTable('knowledge_article')
    .set({ helped: people.length, spared: Math.min(spared, people.length) })
    .where('id', '=', article)
    .execute();
}
