// The periods that a report offers, in days that end today.
export const periods = { month: 28, quarter: 84, half: 182, year: 364 } as const;
export type PeriodName = keyof typeof periods;
export const isPeriod = (name: string): name is PeriodName => Object.hasOwn(periods, name);

/** The first day of a period of so many days that ends today. */
export const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - (days - 1) * 86_400_000).toISOString().slice(0, 10);
