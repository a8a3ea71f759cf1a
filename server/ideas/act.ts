// One act on one idea: load what the person may see, locked; decide; save; write its story; tell. Every move goes through here.
import type { IdeaAct, IdeaEvent } from '../../contract/ideas.ts';
import type { NoticeKind, NoticeParams } from '../../contract/notices.ts';
import { notify } from '../notices/notices.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { whyNot } from './access.ts';
import { insertEntry, type Entered } from './discussion.queries.ts';
import { lockIdea, saveIdea, type Found } from './queries.ts';
import { ideaOf, subjectOf } from './record.ts';
import type { Idea } from './rules.ts';

/** Who acts on which idea, when; `expected` is the version that they saw. */
export type Acting = { tx: Db; who: Who; id: string; now: Date; expected?: number | undefined };
export type Scene = { found: Found; idea: Idea };

/** The idea, locked, if the person may see it and may do this; else why not. */
export async function enter({ tx, who, id, expected }: Acting, act: IdeaAct): Promise<Outcome<Scene>> {
  const found = await lockIdea(tx, who, id);
  if (!found) return refused('notFound');
  if (expected !== undefined && expected !== found.version) return refused('changedMeanwhile');
  return whyNot(who, subjectOf(found), act) ?? { found, idea: ideaOf(found) };
}

export type Told = { kind: NoticeKind; to: readonly (string | null)[] };
type Telling = { by: string | null; dedupe: string; now: Date; due?: Date | undefined };

/** Tells people of an idea, once each, and everybody's open pages that something changed. */
export function tell(tx: Db, idea: string, what: IdeaEvent | 'message', told: readonly Told[], telling: Telling) {
  const { by: actor, dedupe, now, due } = telling;
  const params: NoticeParams = due ? { due: due.toISOString() } : {};
  const same = { subject: 'idea', subjectId: idea, actor, params, dedupe };
  const notices = told.flatMap(({ kind, to }) =>
    to.flatMap((person) => (person ? [{ to: person, kind, ...same }] : [])),
  );
  return notify(tx, notices, now, [{ subject: 'idea', id: idea, kind: what }]);
}

type Made = { what: IdeaEvent; by: string | null; told: readonly Told[]; now: Date } & Partial<
  Pick<Entered, 'body' | 'answer_kind' | 'to_id' | 'due_at'>
>;

/** Saves what a move made of an idea, and lets its story and its people know. */
export async function settle(tx: Db, next: Outcome<Idea>, made: Made): Promise<Outcome<Idea>> {
  if (isRefused(next)) return next;
  const { what, by, told, now, ...words } = made;
  await saveIdea(tx, next, now);
  const entry = await insertEntry(tx, { idea_id: next.id, by_id: by, what, at: now, ...words });
  await tell(tx, next.id, what, told, { by, dedupe: `idea:${entry.id}`, now, due: made.due_at ?? undefined });
  return next;
}
