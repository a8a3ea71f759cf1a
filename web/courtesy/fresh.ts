// Keeps what is shown of a team's standards true: reads again what a change of that team may have touched.
import { courtesyApi } from '../../contract/courtesy.ts';
import { invalidate, keyOf, queries } from '../platform/query.ts';

export function freshen(team: string): void {
  void queries.invalidateQueries({ queryKey: keyOf(courtesyApi.getTeamStandards, { params: { id: team } }) });
  void invalidate(courtesyApi.getRequestStandards);
}
