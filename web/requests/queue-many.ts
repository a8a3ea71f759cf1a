// One act on many requests: which acts all of them allow, doing them one after the other, and telling what came of it.
import type { RequestRow } from '../../contract/requests.ts';
import type { BulkOutcome } from '../../contract/request-bulk.ts';
import { problemOf, type Problem } from '../platform/api.ts';
import type { Speech } from '../platform/words.tsx';

/** Acts that make sense for many at once, in the order of their buttons. */
export const manyActs = ['greet', 'promise', 'handOver', 'decline'] as const;
export type ManyAct = (typeof manyActs)[number];

/** The acts that every one of the rows allows; none for no rows. Pure. */
export const actsForAll = (rows: readonly RequestRow[]): ManyAct[] =>
  rows.length === 0 ? [] : manyActs.filter((act) => rows.every((row) => row.can.includes(act)));

export type Outcome = {
  done: RequestRow[];
  failed: { row: RequestRow; problem: Pick<Problem, 'detail'> & Partial<Pick<Problem, 'fields'>> }[];
};

/** So many go in one call: the progress moves, and nobody waits for a hundred. */
const atOnce = 10;

/** Sends them in a few calls; each is done or refused by itself. `told` hears how many are behind. */
export async function doMany(
  rows: readonly RequestRow[],
  send: (some: readonly RequestRow[]) => Promise<BulkOutcome>,
  told: (behind: number) => void,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [] };
  for (let behind = 0; behind < rows.length; behind += atOnce) {
    const some = rows.slice(behind, behind + atOnce);
    try {
      const { items } = await send(some);
      for (const [index, row] of some.entries()) {
        const problem = items[index]?.problem;
        if (problem) outcome.failed.push({ row, problem });
        else outcome.done.push(row);
      }
    } catch (error) {
      const problem = problemOf(error);
      if (problem) outcome.failed.push(...some.map((row) => ({ row, problem })));
    }
    told(Math.min(rows.length, behind + atOnce));
  }
  return outcome;
}

/** "Said hello to 3 of 4." Pure. What failed and why is told beside it, line by line. */
export function resultSentence(act: ManyAct, outcome: Outcome, { t }: Pick<Speech, 't'>): string {
  const n = outcome.done.length;
  const all = n + outcome.failed.length;
  if (n === 0) return t('requests.queue.many.none', { all });
  return t(`requests.queue.many.done.${act}`, { n, all, whole: n === all ? 'yes' : 'no' });
}

/** “A tablet”: it has been greeted already. Field problems say more than the whole. Pure. */
export function failureSentence({ row, problem }: Outcome['failed'][number], { t }: Pick<Speech, 't'>): string {
  const why = problem.fields?.map((field) => field.detail).join(' ') || problem.detail || t('ui.problem.offline');
  return t('requests.queue.many.failed', { title: row.title, why });
}
