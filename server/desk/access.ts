// Who may change what of the desk: pure. Who may see it: queries.ts.
import { leads, memberOf, type Who } from '../platform/who.ts';

/** Whoever made a view, and the leads of a team whose members share it. */
export const mayChangeView = (who: Who, view: { owner_id: string; team_id: string | null }): boolean =>
  view.owner_id === who.id || leads(who, view.team_id);

/** Every member writes the team's replies. */
export const mayWrite = (who: Who, team: string): boolean => memberOf(who, team);
