// Proposing an idea, saying it in other words, talking about it, and saying that one would use it.
import type { Idea, IdeaEntry, NewIdea } from '../../contract/ideas.ts';
import { calendarOf, team as teamOf } from '../directory/directory.ts';
import { announce } from '../platform/changes.ts';
import { newId, type Db } from '../platform/db.ts';
import { mentionsIn } from '../platform/mentions.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { enter, tell, type Acting } from './act.ts';
import { deleteSupport, insertEntry, insertSupport, speakersOf } from './discussion.queries.ts';
import { findIdea, insertIdea, readersAmong, saveWords } from './queries.ts';
import { answerBy } from './rules.ts';
import { decidersOf, entryViews, ideaView } from './view.ts';

const seenBy = async (tx: Db, who: Who, id: string, now: Date): Promise<Outcome<Idea>> => {
  const found = await findIdea(tx, who, id);
  return found ? ideaView(tx, who, found, now) : refused('notFound');
};

/** To a team or to the company; whoever answers there hears of it. Refuses `unknownTeam`, `archivedTeam`, `ideaNeedsTeam`. */
export async function propose(tx: Db, who: Who, given: NewIdea, now: Date): Promise<Outcome<Idea>> {
  const { title, why, team, sight } = given;
  if (team === null && sight === 'team') return refused('ideaNeedsTeam', { field: 'sight' });
  const asked = team === null ? null : await teamOf(tx, team);
  if (team !== null && !asked) return refused('unknownTeam', { field: 'team' });
  if (asked?.archived) return refused('archivedTeam', { field: 'team' });
  const calendar = asked?.calendar ?? (await calendarOf(tx, { person: who.id }));
  const id = newId();
  await insertIdea(tx, {
    id,
    team_id: team,
    sight,
    author_id: who.id,
    title,
    why,
    answer_by: answerBy(calendar, now),
    created_at: now,
  });
  await insertEntry(tx, { idea_id: id, by_id: who.id, what: 'proposed', at: now });
  const told = [{ kind: 'ideaProposed' as const, to: await decidersOf(tx, team) }];
  await tell(tx, id, 'proposed', told, { by: who.id, dedupe: `idea:${id}:proposed`, now });
  return seenBy(tx, who, id, now);
}

/** The author's, while nobody has answered it. Refuses `notFound`, `notYours`, `ideaMovedOn`, `changedMeanwhile`. */
export async function edit(
  acting: Acting,
  change: { title?: string | undefined; why?: string | undefined },
): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'edit');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  const { title, why } = scene.found;
  await saveWords(tx, id, { title: change.title ?? title, why: change.why ?? why });
  await insertEntry(tx, { idea_id: id, by_id: who.id, what: 'edited', at: now });
  await announce(tx, { subject: 'idea', id, kind: 'edited' });
  return seenBy(tx, who, id, now);
}

/** I would use it, or not any more; who says so twice is counted once. */
export async function support(acting: Acting, supports: boolean): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'support');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  await (supports ? insertSupport(tx, id, who.id, now) : deleteSupport(tx, id, who.id));
  await announce(tx, { subject: 'idea', id, kind: 'support' });
  return seenBy(tx, who, id, now);
}

/** Says something about it. Those named who cannot see the idea are not told: naming widens nothing. */
export async function discuss(acting: Acting, body: string): Promise<Outcome<IdeaEntry>> {
  const scene = await enter(acting, 'discuss');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  const entry = await insertEntry(tx, { idea_id: id, by_id: who.id, what: 'message', body, at: now });
  const { author_id, promiser_id, promisee_id, answerer_id } = scene.found;
  const around = [author_id, promiser_id, promisee_id, answerer_id, ...(await speakersOf(tx, id))];
  const named = mentionsIn(body);
  const reach = await readersAmong(tx, id, [...around, ...named]);
  const told = [
    { kind: 'mentioned' as const, to: named.filter((person) => reach.has(person)) },
    { kind: 'message' as const, to: around.filter((person) => person !== null && reach.has(person)) },
  ];
  await tell(tx, id, 'message', told, { by: who.id, dedupe: `idea:${entry.id}`, now });
  const [view] = await entryViews(tx, [entry]);
  return view ?? refused('notFound');
}
