// One search over everything that a person may see: each capability answers for its own.
import type { Findings } from '../../contract/finding.ts';
import { readSearch } from '../../contract/search-text.ts';
import { servicesMatching } from '../catalog/catalog.ts';
import { findPeople, findTeams } from '../directory/directory.ts';
import { searchIdeas } from '../ideas/ideas.ts';
import { searchArticles } from '../knowledge/knowledge.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { searchPromises, type PromiseSubjects } from '../promises/promises.ts';
import { searchRequests } from '../requests/requests.ts';

const isSearchable = (words: string) => /[\p{L}\p{N}]/u.test(words);

/** `subjects`: whose things promises are made about. */
export type Looking = { db: Db; who: Who; now: Date; subjects: PromiseSubjects };

/** What matches what was typed among what `who` may see; nothing when nothing was. Filters are about requests: with them nothing else is looked for. */
export async function find({ db, who, now, subjects }: Looking, typed: string, limit: number): Promise<Findings> {
  const { words, filters, misread } = readSearch(typed.replaceAll('\0', ' ').toWellFormed(), who.language);
  const nothing = {
    requests: { items: [], total: 0 },
    files: [],
    services: [],
    articles: [],
    ideas: [],
    promises: [],
    people: [],
    teams: [],
    misread,
  };
  const filtered = filters.length > 0;
  if (!isSearchable(words) && !filtered) return nothing;
  const inRequests = searchRequests(db, who, { words, filters }, limit, now);
  if (filtered) return { ...nothing, ...apart(await inRequests) };
  const colleagues = findPeople(db, who, words, Math.min(limit, 8));
  const [requests, services, articles, ideas, promises, people, teams] = await Promise.all([
    inRequests,
    servicesMatching(db, who, words, 5),
    searchArticles(db, who, words, Math.min(limit, 10)),
    searchIdeas(db, who, words, Math.min(limit, 10), now),
    colleagues.then((found) =>
      searchPromises({ db, who, now, subjects }, { words, people: found.map(({ id }) => id) }, Math.min(limit, 10)),
    ),
    colleagues,
    findTeams(db, words, 5),
  ]);
  return { ...apart(requests), services, articles, ideas, promises, people, teams, misread };
}

const apart = <Rest extends object, Files>({ files, ...requests }: Rest & { files: Files }) => ({ files, requests });
