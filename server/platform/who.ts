// The person behind a call, as every rule of access sees them. How a session becomes a Who lives in auth and directory.
import type { Scope } from '../../contract/route.ts';
import type { Language } from '../../contract/shapes.ts';

export type Who = {
  /** The person's id. */
  id: string;
  session: string;
  /** The personal token by which a program asks in their name; absent when they ask themselves. */
  token?: { id: string; scopes: readonly Scope[] };
  administrator: boolean;
  language: Language;
  zone: string;
  teams: ReadonlyArray<{ id: string; lead: boolean }>;
};

export const memberOf = (who: Who, team: string | null): boolean =>
  team !== null && who.teams.some((t) => t.id === team);
export const leads = (who: Who, team: string | null): boolean =>
  team !== null && who.teams.some((t) => t.id === team && t.lead);
