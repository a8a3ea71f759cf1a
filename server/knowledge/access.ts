// Who may read an article and who may do what with it: pure. The same sight as SQL: visibleTo in queries.ts.
import { articleActs, type ArticleAct, type ArticleState, type Reading } from '../../contract/knowledge.ts';
import { refused, type Refused } from '../platform/outcome.ts';
import { leads, memberOf, type Who } from '../platform/who.ts';

/** What of an article decides about access. */
export type Subject = { team: string; state: ArticleState; reading: Reading };

/** Colleagues read what is published for everyone; its team reads all of it. Administrators have no right of their own. */
export const sees = (who: Who, { team, state, reading }: Subject): boolean =>
  memberOf(who, team) || (state === 'published' && reading === 'everyone');

type Right = (who: Who, subject: Subject) => boolean;
const member: Right = (who, { team }) => memberOf(who, team);
const lead: Right = (who, { team }) => leads(who, team);

/** Who may do what in which state; what is not listed cannot be done there. */
const rights: Record<ArticleState, Partial<Record<ArticleAct, Right>>> = {
  draft: { save: member, archive: lead },
  published: { save: member, check: member, archive: lead, sayHelped: sees },
  archived: { restore: lead },
};

/** What may be done now, in the order of the contract. */
export const can = (who: Who, subject: Subject): ArticleAct[] =>
  articleActs.filter((act) => rights[subject.state][act]?.(who, subject) ?? false);

/** Why an act is refused to somebody who reads the article; null when it is theirs to do. */
export function whyNot(who: Who, subject: Subject, act: ArticleAct): Refused | null {
  const right = rights[subject.state][act];
  if (right?.(who, subject)) return null;
  if (act === 'archive' || act === 'restore') {
    if (!lead(who, subject)) return refused('teamLeadsOnly');
  } else if (act !== 'sayHelped' && !member(who, subject)) return refused('membersOnly');
  return refused(subject.state === 'archived' ? 'archivedArticle' : 'unpublishedArticle');
}
