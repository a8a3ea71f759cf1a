// Reading one request whole, for the person who asks.
import type { Request as View } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { ownRisks } from '../promises/promises.ts';
import { asShown } from './form.ts';
import { findLetGo, findRequest, type Whole } from './queries.ts';
import { titlesFor } from './sight.queries.ts';
import { promiseIn, wholeView } from './view.ts';

/** Where it goes on, named only to those who see that one. */
async function goesOn(db: Db, who: Who, { merged_into_id: id }: Whole): Promise<View['merged']> {
  if (id === null) return null;
  const other = (await titlesFor(db, who, [id])).get(id);
  return { into: other ? { id, number: other.number, title: other.title } : null };
}

async function whole(db: Db, who: Who, found: Whole, now: Date): Promise<View> {
  const promise = promiseIn(found);
  const [asked, merged, own] = await Promise.all([
    asShown(db, found),
    goesOn(db, who, found),
    ownRisks(db, who.id, promise ? [promise] : [], now),
  ]);
  return wholeView(found, { asked, merged, own: promise ? own.get(promise.id) : undefined }, who, now);
}

/** The request if `who` may see it, else undefined. */
export async function readRequest(db: Db, who: Who, id: string, now: Date): Promise<View | undefined> {
  const found = await findRequest(db, who, id);
  return found && whole(db, who, found, now);
}

/** The request after an act of `who`. Whoever hands it over may lose sight of it with that very act; they see once how they left it. */
export async function readAfter(tx: Db, who: Who, id: string, now: Date): Promise<View> {
  const seen = await readRequest(tx, who, id, now);
  if (seen) return seen;
  return { ...(await whole(tx, who, await findLetGo(tx, who, id), now)), can: [] };
}
