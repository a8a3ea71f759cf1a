// Splitting: a part of a running request becomes a request of its own, for the same requester. Only the words that are chosen go along:
// no notes, messages, participants or files; that the two belong together learns only who sees both.
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { enter, type Acting } from './act.ts';
import { ask } from './asking.ts';
import { link } from './links.ts';

type Part = {
  title: string;
  details: string;
  service?: string | undefined;
  team?: string | undefined;
  person?: string | undefined;
};

/** Asked of whoever serves the whole, unless it says whom. Refuses what `ask` refuses. */
export async function split(acting: Acting, { title, details, ...to }: Part): Promise<Outcome<{ id: string }>> {
  const { tx, who, now } = acting;
  const scene = await enter(acting, 'split');
  if (isRefused(scene)) return scene;
  const { request } = scene;
  const chosen = [to.service, to.team, to.person].some((each) => each !== undefined);
  const same = request.team === null ? { person: request.person ?? undefined } : { team: request.team };
  const asking = { ...(chosen ? to : same), title, details, onBehalfOf: request.requester, participants: [] };
  const part = await ask(tx, who, asking, now, request);
  if (isRefused(part)) return part;
  const linked = await link({ tx, who, id: part.id, other: request.id, now }, 'partOf');
  return isRefused(linked) ? linked : part;
}
