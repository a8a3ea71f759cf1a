// One search over everything that a person may see: each capability answers for its own.
import type { Findings } from '../../contract/finding.ts';
import { findPeople, findTeams } from '../directory/directory.ts';
import { searchArticles } from '../knowledge/knowledge.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { searchRequests } from '../requests/requests.ts';

/** What matches `words` among what `who` may see; nothing when nothing was typed. */
export async function find(db: Db, who: Who, words: string, limit: number, now: Date): Promise<Findings> {
  if (!/[\p{L}\p{N}]/u.test(words)) return { requests: { items: [], total: 0 }, articles: [], people: [], teams: [] };
  return {
    requests: await searchRequests(db, who, words, limit, now),
    articles: await searchArticles(db, who, words, Math.min(limit, 10)),
    people: await findPeople(db, who, words, Math.min(limit, 8)),
    teams: await findTeams(db, words, 5),
  };
}
