// Who may read an idea and who may do what with it: pure. The same sight as SQL: visibleTo in queries.ts.
import { ideaActs, type IdeaAct, type IdeaSight, type IdeaState } from '../../contract/ideas.ts';
import { refused, type Refused } from '../platform/outcome.ts';
import { leads, memberOf, type Who } from '../platform/who.ts';

/** What of an idea decides about access; `led`: somebody leads the team that it is proposed to. */
export type Subject = {
  team: string | null;
  sight: IdeaSight;
  author: string;
  promiser: string | null;
  promisee: string | null;
  led: boolean;
  state: IdeaState;
};

/** Open ones are for every colleague; the others for the team, the author and the two sides of its promise. */
export const sees = (who: Who, { team, sight, author, promiser, promisee }: Subject): boolean =>
  sight === 'open' || memberOf(who, team) || [author, promiser, promisee].includes(who.id);

type Right = (who: Who, subject: Subject) => boolean;
const author: Right = (who, subject) => who.id === subject.author;
/** Leads answer; a team without a lead answers together. The company's are answered by administrators. */
export const answers: Right = (who, { team, led }) =>
  team === null ? who.administrator : led ? leads(who, team) : memberOf(who, team);
const promised: Right = (who, { promiser, promisee }) => who.id === promiser || who.id === promisee;

const talk = { support: sees, discuss: sees };
/** Who may do what in which state; what is not listed cannot be done there. */
const rights: Record<IdeaState, Partial<Record<IdeaAct, Right>>> = {
  heard: { edit: author, decide: answers, decline: answers, complete: answers, withdraw: author, ...talk },
  decided: { commit: sees, decline: answers, complete: answers, withdraw: author, ...talk },
  committed: { appoint: promised, ...talk },
  appointed: talk,
  done: { discuss: sees },
  declined: { decide: answers, discuss: sees },
  withdrawn: {},
};

/** What may be done now, in the order of the contract. */
export const can = (who: Who, subject: Subject): IdeaAct[] =>
  ideaActs.filter((act) => rights[subject.state][act]?.(who, subject) ?? false);

/** Why an act is refused to somebody who reads the idea; null when it is theirs to do. */
export function whyNot(who: Who, subject: Subject, act: IdeaAct): Refused | null {
  const right = rights[subject.state][act];
  if (!right) return refused('ideaMovedOn');
  return right(who, subject) ? null : refused('notYours');
}
