// Front door of requests for other capabilities: finding them, naming them, knowing who may hear of them.
// The acts themselves: opening.ts, serving.ts, closing.ts, conversation.ts. Read rules.ts first.
import type { Audience, Hearers } from '../platform/hearers.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import type { PromiseSubject } from '../promises/promises.ts';
import { promiseActs } from './promised.ts';
import { audienceOf, readersOf, titlesFor } from './sight.queries.ts';

export { answerIn, type Answer } from './answers.ts';
export { mayReadAttachment } from './files.ts';
export { sweep } from './jobs.ts';
export { ask } from './asking.ts';
export { importRequests, type Past, type PastFile, type PastWords } from './importing.ts';
export { readRequest } from './reading.ts';
export { searchRequests } from './search.ts';
export { requestsForSheet, type SheetRequest } from './sheet.queries.ts';
export { requestsPersonal, endedBefore, markBlanked } from './personal.ts';

/** How notices name requests: only those that the reader may see now. */
export async function requestTitles(db: Db, who: Who, ids: readonly string[]) {
  const titles = await titlesFor(db, who, ids);
  return new Map(
    [...titles].map(([id, { sight, ...row }]) => [
      id,
      { ...row, path: `/requests/${id}`, quiet: sight === 'private', own: row.own ?? false },
    ]),
  );
}

/** How requests take part in the ledger. */
export const requestPromises: PromiseSubject = {
  sees: async (db, who, ids) => new Set((await titlesFor(db, who, ids)).keys()),
  titles: async (db, who, ids) =>
    new Map([...(await titlesFor(db, who, ids))].map(([id, { title }]) => [id, { title, path: `/requests/${id}` }])),
  acts: promiseActs,
};

const audience =
  (people: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, Hearers>>): Audience =>
  async (db, changes) => {
    const seen = await people(
      db,
      changes.map((change) => change.id),
    );
    return changes.map((change) => seen.get(change.id) ?? new Set());
  };

/**
 * Who may hear of a change: of `request` those who have to do with it at that moment; of `openRequest` everybody else who may read it,
 * so that a page that shows it stays true without every list in the company being read again.
 */
export const requestAudiences = { request: audience(audienceOf), openRequest: audience(readersOf) };
