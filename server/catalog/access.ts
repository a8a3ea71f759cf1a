// Who may see, ask for and edit a service: pure. The same in SQL, for lists: visibleTo in queries.ts.
import type { Service } from '../../contract/catalog.ts';
import { leads, memberOf, type Who } from '../platform/who.ts';

/** `askers` are the teams that may ask where not everyone may; `resting` tells that the service or its team is archived. */
export type Offered = {
  team: string;
  everyone: boolean;
  askers: readonly string[];
  archived: boolean;
  resting: boolean;
};

export const mayAsk = (who: Who, service: Offered): boolean =>
  !service.resting && (service.everyone || service.askers.some((team) => memberOf(who, team)));

/** Leads of a team and administrators decide what it offers. */
export const mayManage = (who: Who, team: string): boolean => who.administrator || leads(who, team);

export const maySee = (who: Who, service: Offered): boolean =>
  mayAsk(who, service) || who.administrator || memberOf(who, service.team);

export function serviceCan(who: Who, service: Offered): Service['can'] {
  const ask = mayAsk(who, service) ? (['ask'] as const) : [];
  if (!mayManage(who, service.team)) return [...ask];
  return service.archived ? ['restore'] : [...ask, 'update', 'archive'];
}
