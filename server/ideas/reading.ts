// Reading: one idea, lists, its story, the ladder; and who may hear of a change.
import { z } from 'zod';
import type { Idea, IdeaRow, IdeaState, Ladder } from '../../contract/ideas.ts';
import { ratesShown } from '../directory/directory.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { wilson } from '../platform/statistics.ts';
import { searchQuery } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import { pageEntries, type EntryKey } from './discussion.queries.ts';
import { ladderOf, windowDays } from './ladder.rules.ts';
import { findIdea, pageIdeas, tallies, type IdeasKey } from './queries.ts';
import { entryViews, ideaView, rowViews } from './view.ts';

const key = z.tuple([z.iso.datetime(), z.uuid()]);

export async function read(db: Db, who: Who, id: string, now: Date): Promise<Outcome<Idea>> {
  const found = await findIdea(db, who, id);
  return found ? ideaView(db, who, found, now) : refused('notFound');
}

type Listed = {
  state?: IdeaState | undefined;
  team?: string | undefined;
  company?: 'true' | undefined;
  mine?: 'true' | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function list(db: Db, who: Who, { q, cursor, limit, company, mine, ...filter }: Listed, now: Date) {
  const after = keyIn<IdeasKey>(cursor, key);
  if (isRefused(after)) return after;
  const typed = q?.trim() ?? '';
  const match = typed === '' ? undefined : await searchQuery(db, typed, who.language);
  const wanted = { ...filter, company: company === 'true', mine: mine === 'true', match };
  const rows = await pageIdeas(db, who, wanted, after, limit + 1);
  const { items, next } = paged(rows, limit, (row) => [row.moved_at.toISOString(), row.id]);
  return { items: await rowViews(db, items, now), next };
}

/** What was said about it and what became of it, oldest first. */
export async function story(db: Db, who: Who, id: string, page: { cursor?: string | undefined; limit: number }) {
  const after = keyIn<EntryKey>(page.cursor, key);
  if (isRefused(after)) return after;
  if (!(await findIdea(db, who, id))) return refused('notFound');
  const rows = await pageEntries(db, id, after, page.limit + 1);
  const { items, next } = paged(rows, page.limit, (row) => [row.at.toISOString(), row.id]);
  return { items: await entryViews(db, items), next };
}

/** The company's own rates beside the practice's; no rates where the company shows none. */
export async function ladder(db: Db, now: Date): Promise<Ladder> {
  const [rates, tallied] = await Promise.all([ratesShown(db), tallies(db, now)]);
  const since = new Date(now.getTime() - windowDays * 86_400_000).toISOString();
  return { rungs: ladderOf(tallied, rates, wilson), rates, since };
}

/** Ideas that `who` may read and whose words match, the last moved first. */
export async function searchIdeas(db: Db, who: Who, words: string, limit: number, now: Date): Promise<IdeaRow[]> {
  const match = await searchQuery(db, words, who.language);
  return rowViews(db, await pageIdeas(db, who, { company: false, mine: false, match }, null, limit), now);
}
