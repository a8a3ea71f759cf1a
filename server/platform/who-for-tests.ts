// For tests: somebody who asks for something, without a database behind them.
import type { Who } from './who.ts';

/** A colleague without teams or rights, unless `more` says so. */
export const someone = (id: string, more: Partial<Who> = {}): Who => ({
  id,
  session: 's',
  administrator: false,
  language: 'en',
  zone: 'Europe/Helsinki',
  teams: [],
  ...more,
});
