// The checklist of a request: ticked off, added to, put in other words and another order by those who serve it.
// It is no new version of the request, so that nobody's act is refused because somebody ticked something off.
import { longestChecklist } from '../../contract/request-checklist.ts';
import { announceAll } from '../platform/changes.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { enter, newsOf, type Acting, type Scene } from './act.ts';
import * as queries from './checklist.queries.ts';

/** Changes the list of a request that `who` serves; everybody who sees it hears that it has changed. */
async function change(acting: Acting, make: (scene: Scene) => Promise<Outcome<unknown>>): Promise<Outcome<Scene>> {
  const scene = await enter(acting, 'checklist');
  if (isRefused(scene)) return scene;
  const made = await make(scene);
  if (isRefused(made)) return made;
  await announceAll(acting.tx, newsOf(scene.request, 'checklist'));
  return scene;
}

/** Adds something, as the last. Refuses `checklistFull`. */
export const add = (acting: Acting, { words }: { words: string }) =>
  change(acting, async () => {
    const items = await queries.itemsOf(acting.tx, acting.id);
    if (items.length >= longestChecklist) return refused('checklistFull', { params: { max: longestChecklist } });
    return queries.appendItem(acting.tx, acting.id, words);
  });

/** Ticks off, unticks, says in other words. Refuses `notFound`. */
export const edit = (acting: Acting, item: string, given: { words?: string | undefined; done?: boolean | undefined }) =>
  change(acting, async () => {
    const { tx, id, who, now } = acting;
    const done = given.done === undefined ? undefined : given.done ? { by: who.id, at: now } : null;
    return (await queries.changeItem(tx, id, item, { words: given.words, done })) || refused('notFound');
  });

export const remove = (acting: Acting, item: string) =>
  change(acting, async () => (await queries.removeItem(acting.tx, acting.id, item)) || refused('notFound'));

/** Another order of the very items that there are. Refuses `notTheseItems`. */
export const order = (acting: Acting, ids: readonly string[]) =>
  change(acting, async () => {
    const there = (await queries.itemsOf(acting.tx, acting.id)).map((item) => item.id);
    const same =
      new Set(ids).size === ids.length && ids.length === there.length && ids.every((id) => there.includes(id));
    return same ? queries.orderItems(acting.tx, acting.id, ids) : refused('notTheseItems', { field: 'items' });
  });
