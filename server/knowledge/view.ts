// Articles as they are told to whoever reads them.
import type { Article, ArticleRow, ArticleVersion } from '../../contract/knowledge.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { personRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { requestTitles } from '../requests/requests.ts';
import { can, type Subject } from './access.ts';
import { excerptOf } from '../platform/excerpt.ts';
import { servicesOf } from './services.ts';
import type { Found, RowFound, VersionRow } from './queries.ts';

export const subjectOf = ({ team_id, state, reading }: RowFound): Subject => ({ team: team_id, state, reading });

/** One line of a list; with `sought`, the excerpt is from where those words stand. */
export const rowView = (row: RowFound, who: Who, sought: readonly string[] = []): ArticleRow => ({
  id: row.id,
  team: { id: row.team_id, name: row.team_name },
  title: row.title,
  excerpt: excerptOf(row.body, sought),
  language: row.language,
  state: row.state,
  reading: row.reading,
  helped: row.helped,
  spared: row.spared,
  updatedAt: row.updated_at.toISOString(),
  publishedAt: row.published_at?.toISOString() ?? null,
  // When a team means to look again is its own affair.
  checkBy: memberOf(who, row.team_id) ? row.check_by : null,
});

const unknown = (id: string): PersonRef => ({ id, name: '', photo: null, active: false });

/** An article whole. Where it began is told to those who may see that request. */
export async function articleView(db: Db, who: Who, found: Found): Promise<Article> {
  const people = await personRefs(db, [found.author_id]);
  const origin = found.origin_request_id;
  const begun = origin === null ? undefined : (await requestTitles(db, who, [origin])).get(origin);
  return {
    ...rowView(found, who),
    body: found.body,
    by: people.get(found.author_id) ?? unknown(found.author_id),
    checkedAt: found.checked_at?.toISOString() ?? null,
    number: found.number,
    staysInTeam: found.stays_in_team,
    origin: origin !== null && begun ? { id: origin, title: begun.title } : null,
    services: await servicesOf(db, who, found.id),
    saidHelped: found.said,
    version: found.version,
    can: can(who, subjectOf(found)),
  };
}

export const versionView = (row: VersionRow, people: ReadonlyMap<string, PersonRef>): ArticleVersion => ({
  number: row.number,
  at: row.at.toISOString(),
  by: people.get(row.author_id) ?? unknown(row.author_id),
  title: row.title,
  note: row.note,
  restored: row.restored,
});
