// One move on many requests: each goes the way of a single one, and is undone alone when it is refused.
import type { BulkBody, BulkOutcome } from '../../contract/request-bulk.ts';
import type { Language } from '../../contract/shapes.ts';
import { undoable, type Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { problemOf } from '../platform/problems.ts';
import type { Who } from '../platform/who.ts';
import { enter, type Acting, type Scene } from './act.ts';
import * as closing from './closing.ts';
import * as opening from './opening.ts';

type Item = BulkBody['items'][number];

/** In the order given; the same request twice is refused the second time, as any second try would be. */
export async function bulkMove(
  tx: Db,
  who: Who,
  body: BulkBody,
  { now, language }: { now: Date; language: Language },
): Promise<BulkOutcome> {
  const items: BulkOutcome['items'] = [];
  for (const item of body.items) {
    const acting = { tx, who, id: item.id, now, expected: item.version };
    const outcome = await undoable<unknown>(tx, () => one(acting, body, item));
    if (!isRefused(outcome)) items.push({ id: item.id, done: true, problem: null });
    else {
      const { code, detail } = problemOf(language, [outcome]);
      items.push({ id: item.id, done: false, problem: { code, detail } });
    }
  }
  return { items };
}

function one(acting: Acting, body: BulkBody, item: Item): Promise<Outcome<Scene>> {
  switch (body.move) {
    case 'greet':
      return opening.greet(acting, { words: item.words ?? body.words });
    case 'promise':
      return promiseWhatIsAsked(acting, new Date(body.due), item.words ?? body.words);
    case 'handOver':
      return opening.handOver(acting, { team: body.team, person: body.person, context: item.words || body.context });
    case 'decline':
      return opening.decline(acting, { reason: item.words || body.reason, instead: body.instead });
    case 'withdraw':
      return closing.withdraw(acting, { reason: body.reason });
    case 'accept':
      return closing.accept(acting, { thanks: item.words ?? body.words, ratings: {} });
  }
}

/** Many at once are promised as they were asked: in their own words. */
async function promiseWhatIsAsked(acting: Acting, due: Date, words: string): Promise<Outcome<Scene>> {
  const scene = await enter(acting, 'promise');
  return isRefused(scene) ? scene : opening.promise(acting, { deliverable: scene.request.title, due, words });
}
