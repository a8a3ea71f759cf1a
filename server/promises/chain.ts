// Chains: a promise that waits for another one, and who hears at once when that one moves, comes, fails or is let go.
import type { NoticeKind } from '../../contract/notices.ts';
import { notify, type NewNotice } from '../notices/notices.ts';
import type { Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import { chainBelow, dependentPromisers, openDependents } from './chain.queries.ts';
import type { Promised } from './rules.ts';

/** What happened to the promise below. */
export type Below = { kind: NoticeKind; due?: Date };

/** What a change of the promise below means to whoever waits for it; null when nothing. */
export function heardAbove(before: Promised, after: Promised): Below | null {
  if (after.state === 'delivered') return { kind: 'chainKept' };
  if (after.state === 'open')
    return after.due.getTime() === before.due.getTime() ? null : { kind: 'chainMoved', due: after.due };
  if (after.outcome === 'released') return { kind: 'chainReleased' };
  return before.state === 'open' ? { kind: 'chainMissed' } : null;
}

/** Tells those whose open promises wait for these. `by`: who acted, and knows. */
export async function tellDependents(
  tx: Db,
  below: readonly string[],
  heard: Below,
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  if (below.length === 0) return;
  const waiting = await openDependents(tx, below);
  const notices = waiting
    .filter(({ promiser_id }) => promiser_id !== by)
    .map(({ id, promiser_id, depends_on_id }): NewNotice => ({
      to: promiser_id,
      kind: heard.kind,
      subject: 'promise',
      subjectId: id,
      actor: null,
      params: heard.due ? { due: heard.due.toISOString() } : {},
      dedupe: `${heard.kind}:${id}:${depends_on_id}:${now.toISOString()}`,
    }));
  const news = waiting.map(({ id }) => ({ subject: 'promise', id, kind: heard.kind }));
  if (waiting.length > 0) await notify(tx, notices, now, news);
}

/** Whose promises wait for which of these: they may know how those fare. */
export async function whoDepends(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = ids.length === 0 ? [] : await dependentPromisers(db, ids);
  const grouped = Map.groupBy(rows, (row) => row.depends_on_id ?? '');
  return new Map([...grouped].map(([id, those]) => [id, those.map(({ promiser_id }) => promiser_id)]));
}

/** `id` may wait for `dependsOn` unless that one waits for `id`, however far down. */
export async function checkChain(tx: Db, id: string, dependsOn: string): Promise<Outcome<null>> {
  if (id === dependsOn) return refused('waitsForItself', { field: 'dependsOn' });
  return (await chainBelow(tx, dependsOn)).includes(id) ? refused('waitsInACircle', { field: 'dependsOn' }) : null;
}
