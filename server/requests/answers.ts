// A good answer, for those of the serving team who want to make more of it. What is made of it is others' affair.
import type { Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { relationOf } from './access.ts';
import { answerWords } from './answer.queries.ts';
import { findRequest } from './queries.ts';
import { subjectOf, tiesOf } from './view.ts';

export type Answer = {
  title: string;
  team: string;
  /** What the team said, with its marks. */
  words: string;
  /** Of the message whose files belong to it. */
  filesOf: string | null;
  /** It was said in private: what is made of it stays in the team. */
  staysInTeam: boolean;
  /** Of the request. */
  version: number;
};

/**
 * What the serving team said or delivered in one entry of a request, or delivered last. For members of that team who do not need it themselves:
 * those who may write notes there. Refuses `notFound`, `membersOnly`, `notAnAnswer`.
 */
export async function answerIn(
  db: Db,
  who: Who,
  request: string,
  entry: string | undefined,
  now: Date,
): Promise<Outcome<Answer>> {
  const found = await findRequest(db, who, request);
  if (!found) return refused('notFound');
  const relation = relationOf(who, subjectOf(found, now), tiesOf(found, who));
  const team = found.team_id;
  if (!relation.member || team === null) return refused('membersOnly');
  const said = await answerWords(db, request, entry, team);
  const words = entry === undefined ? found.delivered_words : said?.words;
  if (!words) return refused('notAnAnswer', { field: 'entry' });
  const { title, sight, version } = found;
  return { title, team, words, filesOf: said?.holder ?? null, staysInTeam: sight === 'private', version };
}
