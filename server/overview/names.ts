// What services are called in reports.
import { serviceRefs } from '../catalog/catalog.ts';
import type { Db } from '../platform/db.ts';

export async function serviceNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const refs = await serviceRefs(db, [...new Set(ids)]);
  return new Map([...refs].map(([id, { name }]) => [id, name]));
}
