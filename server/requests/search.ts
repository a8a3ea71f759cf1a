// What a search finds among requests, as it is told: the row, the words around what matched, the file whose name did.
import type { FoundFile, FoundRequest } from '../../contract/finding.ts';
import type { Db } from '../platform/db.ts';
import { excerptOf, holds } from '../platform/excerpt.ts';
import { readTyped } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import { findMatches, type FileMatch, type Match, type Sought } from './search.queries.ts';
import { namesFor, rowView } from './view.ts';

const filesShown = 8;

/** Requests that `who` may see and that match, the best first; files whose names do; with filters alone the newest change first. */
export async function searchRequests(db: Db, who: Who, sought: Sought, limit: number, now: Date) {
  const { matches, files, total } = await findMatches(db, who, sought, limit, now);
  const names = await namesFor(
    db,
    matches.map((match) => match.found),
  );
  const { words, phrases } = readTyped(sought.words);
  const items: FoundRequest[] = matches.map((match) => ({
    request: rowView(match.found, names, who, now),
    ...whereFound(match, [...words, ...phrases]),
    file: fileOf(match, files),
  }));
  const whole: FoundFile[] = files.filter((file) => file.whole).slice(0, filesShown);
  return { items, files: whole, total };
}

/** What the title says already needs no excerpt. */
function whereFound({ found, body }: Match, sought: readonly string[]): Pick<FoundRequest, 'excerpt' | 'place'> {
  if (body) return { excerpt: excerptOf(body, sought), place: 'message' };
  const missing = sought.filter((one) => !holds(found.title, [one]));
  return holds(found.details, missing)
    ? { excerpt: excerptOf(found.details, missing), place: 'ask' }
    : { excerpt: null, place: null };
}

function fileOf({ found }: Match, files: readonly FileMatch[]): FoundRequest['file'] {
  const file = files.find((one) => one.request.id === found.id);
  return file ? { id: file.id, name: file.name } : null;
}
