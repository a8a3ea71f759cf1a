// What time does to files: those that were sent with nothing go after a day, and bytes that belong to no file after an hour.
import type { Db } from '../platform/db.ts';
import { deleteLoose, looseBefore, removeForgotten } from './queries.ts';
import type { Stores } from './store.ts';

const hour = 3_600_000;
const batch = 100;

/** Removes what nobody will miss. As often as it likes; what fails is tried again the next time. */
export async function tidyFiles(db: Db, stores: Stores, now: Date): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * hour);
  await removeForgotten(db, before(24), now);
  for (;;) {
    // No upload takes as long as that.
    const loose = await looseBefore(db, before(1), batch);
    for (const { blob, store } of loose) {
      await stores.of(store).remove(blob);
      await deleteLoose(db, blob);
    }
    if (loose.length < batch) return;
  }
}
