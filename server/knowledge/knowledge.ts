// Front door of knowledge for other capabilities: finding articles, and knowing who may hear of them.
// Writing is in writing.ts, reading in reading.ts; read rules.ts and access.ts first.
import { directoryAudiences } from '../directory/directory.ts';
import type { Audience } from '../platform/hearers.ts';
import { readersOf } from './queries.ts';

export { searchArticles } from './reading.ts';
export { mayReadArticleFile } from './files.ts';
export { knowledgePersonal } from './personal.ts';

const nobody: ReadonlySet<string> = new Set();

/** Who may hear of a change in an article: its team, and every colleague while it is published for everyone. */
export const articleAudience: Audience = async (db, changes) => {
  const readers = await readersOf(
    db,
    changes.map((change) => change.id),
  );
  const anyOpen = [...readers.values()].some(({ open }) => open);
  const everybody = anyOpen ? ((await directoryAudiences['person']?.(db, changes.slice(0, 1)))?.[0] ?? nobody) : nobody;
  return changes.map((change) => {
    const one = readers.get(change.id);
    return one?.open ? everybody : new Set(one?.people);
  });
};
