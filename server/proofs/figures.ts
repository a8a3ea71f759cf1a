// For tests of the whole: the numbers in whatever somebody reads, and whether a record that is known stands among them.
import { wilson } from '../platform/statistics.ts';
import type { View } from './views.ts';

/** All objects and lists in an answer; of what is no JSON, each line with the numbers in it. */
export function partsOf({ text }: Pick<View, 'text'>): Record<string, unknown>[] {
  const body = text.slice(text.indexOf('\n') + 1);
  try {
    return within(JSON.parse(body));
  } catch {
    // Of a workbook the cells, row by row; of a stream what each event says; of a table and of what is measured the numbers, line by line.
    const lines = body.includes('<row')
      ? body.split('<row').map((row) => [...row.matchAll(/<v>([\d.]+)<\/v>/g)].map(([, cell = '']) => cell).join(' '))
      : body
          .replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+Z?)?/g, '')
          .split('\n')
          .filter((line) => !/^(id|retry): /.test(line));
    return lines.flatMap((line) =>
      line.startsWith('data: {') ? within(JSON.parse(line.slice(6))) : [numbersIn(line)],
    );
  }
}

const numbersIn = (line: string) =>
  Object.fromEntries([...line.matchAll(/(?<![\w.])\d+(\.\d+)?(?![\w.])/g)].map(([number], no) => [no, Number(number)]));

export function within(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(within)];
}

const near = (value: unknown, shares: readonly number[]) =>
  typeof value === 'number' &&
  shares.some((share) => [1, 100].some((by) => Math.abs(value - share * by) < 0.0005 * by));

/** Whether a part tells one of these counts beside what it is of, or its share, or an end of its interval. */
export const told = (counts: readonly number[], of: number) => {
  const rates = counts.flatMap((count) => [count / of, wilson(count, of).low, wilson(count, of).high]);
  return (each: Record<string, unknown>) => {
    const values = Object.values(each);
    return (
      (values.includes(of) && counts.some((count) => values.includes(count))) ||
      values.some((value) => near(value, rates))
    );
  };
};

/** What a figure says was kept, and of how many. */
export const figureIn = ({ kept, renegotiated, repaired, total: all }: Record<string, unknown>): [number, number][] =>
  typeof kept === 'number' && typeof all === 'number'
    ? [[typeof repaired === 'number' && typeof renegotiated === 'number' ? kept + renegotiated : kept, all]]
    : [];
