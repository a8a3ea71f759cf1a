// Stretches of calendar days, as dates without a zone: weeks from Monday and months. Working hours live in working-time.ts.
const dayMs = 86_400_000;
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
export const addDays = (date: string, days: number): string => dateOf(at(date) + days * dayMs);
export const daysBetween = (from: string, to: string): number => (at(to) - at(from)) / dayMs;

/** The first day of the week or month that a day is in. */
export function startOf(date: string, every: 'week' | 'month'): string {
  if (every === 'month') return `${date.slice(0, 7)}-01`;
  return addDays(date, -((new Date(at(date)).getUTCDay() + 6) % 7));
}

/** The weeks or months of a period in order, the first and the last cut to it. */
export function stretchesOf(
  from: string,
  to: string,
  every: 'week' | 'month',
): { key: string; from: string; to: string }[] {
  const stretches = [];
  for (let key = startOf(from, every); key <= to;) {
    const next = every === 'week' ? addDays(key, 7) : startOf(addDays(key, 32), 'month');
    const last = addDays(next, -1);
    stretches.push({ key, from: key < from ? from : key, to: last > to ? to : last });
    key = next;
  }
  return stretches;
}
