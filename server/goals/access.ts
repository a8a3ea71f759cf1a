// Who may see and change which goals: pure. The same sight for lists is visibleTo in queries.ts.
import type { Goal } from '../../contract/goals.ts';
import { leads, memberOf, type Who } from '../platform/who.ts';

/** `inside`: a private service is among its own. Everybody else's goals are open to every colleague. */
export const maySee = (who: Who, goal: { team_id: string; inside: boolean }): boolean =>
  !goal.inside || memberOf(who, goal.team_id);

/** Its leads say what a team holds itself to. */
export const mayManage = (who: Who, team: string): boolean => leads(who, team);

export const goalCan = (who: Who, goal: { team_id: string; archived_at: Date | null }): Goal['can'] =>
  !mayManage(who, goal.team_id) ? [] : goal.archived_at ? ['restore'] : ['edit', 'archive'];
