// The services that an article is about: named by its team, told to those who may ask for them.
import type { ServiceRef } from '../../contract/catalog.ts';
import { serviceRefsToAsk } from '../catalog/catalog.ts';
import type { Db } from '../platform/db.ts';
import { refused, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import './tables.ts';

const namedBy = async (db: Db, article: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('knowledge_service')
    .select('service_id')
    .where('article_id', '=', article)
    .orderBy('place')
    .execute();
  return rows.map(({ service_id }) => service_id);
};

/** Those that `who` may ask for, in the order of the article. */
export async function servicesOf(db: Db, who: Who, article: string): Promise<ServiceRef[]> {
  const ids = await namedBy(db, article);
  const known = await serviceRefsToAsk(db, who, ids);
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Names other services: those that the writer may ask for. What others have named unseen by the writer stays. Refuses `unknownService`. */
export async function nameServices(
  { tx, who, id: article }: { tx: Db; who: Who; id: string },
  given: readonly string[],
): Promise<Refused | null> {
  const wanted = [...new Set(given)];
  const before = await namedBy(tx, article);
  const known = await serviceRefsToAsk(tx, who, [...before, ...wanted]);
  if (!wanted.every((id) => known.has(id))) return refused('unknownService', { field: 'services' });
  const after = [...wanted, ...before.filter((id) => !known.has(id))];
  if (after.join() === before.join()) return null;
  await tx.deleteFrom('knowledge_service').where('article_id', '=', article).execute();
  if (after.length === 0) return null;
  const rows = after.map((service, place) => ({ article_id: article, service_id: service, place }));
  await tx.insertInto('knowledge_service').values(rows).execute();
  return null;
}
