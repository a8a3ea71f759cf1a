// Reads ideas again after a change in one; fetched with the first such change. And what an answer says about one is kept at once.
import { ideasApi, type Idea } from '../../contract/ideas.ts';
import { goOnFromAct } from '../platform/after-act.ts';
import { invalidate, keyOf, queries } from '../platform/query.ts';

const { getIdea, getLadder, listIdeas, listIdeaEntries } = ideasApi;

export const freshen = (): void => void invalidate(getIdea, getLadder, listIdeas, listIdeaEntries);

/** The idea as an act has left it; its story and the lists are read again. */
export function keep(idea: Idea): void {
  goOnFromAct();
  queries.setQueryData(keyOf(getIdea, { params: { id: idea.id } }), idea);
  void invalidate(getLadder, listIdeas, listIdeaEntries);
}
