// Reading one request whole, for the person who asks.
import type { Request as View } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { findLetGo, findRequest } from './queries.ts';
import { wholeView } from './view.ts';

/** The request if `who` may see it, else undefined. */
export async function readRequest(db: Db, who: Who, id: string, now: Date): Promise<View | undefined> {
  const found = await findRequest(db, who, id);
  return found && wholeView(found, who, now);
}

/** The request after an act of `who`. Whoever hands it over may lose sight of it with that very act; they see once how they left it. */
export const readAfter = async (tx: Db, who: Who, id: string, now: Date): Promise<View> =>
  (await readRequest(tx, who, id, now)) ?? { ...wholeView(await findLetGo(tx, who, id), who, now), can: [] };
