// Who writes standards, and who says how it was: pure. What is said is read by its writer alone; counts: rules.ts.
import type { ProblemCode } from '../../contract/problems.ts';
import type { Request } from '../../contract/requests.ts';
import { leads, type Who } from '../platform/who.ts';

/** Leads of the team, and administrators. */
export const mayWriteStandards = (who: Who, team: string): boolean => leads(who, team) || who.administrator;

type Seen = Pick<Request, 'state' | 'requester' | 'coRequesters' | 'provider' | 'team'>;

const served = ['promised', 'delivered', 'closed'] as const satisfies readonly Request['state'][];
const done = ['delivered', 'closed'] as const satisfies readonly Request['state'][];
const isIn = (states: readonly Request['state'][], { state }: Seen) => states.includes(state);

/** Why `who` may not say how the ask was, or null: whoever promised it may, from the promise on. `request` is one that they see. */
export function whyNotAsking(who: Who, request: Seen): ProblemCode | null {
  if (request.provider?.id !== who.id) return 'notYours';
  return isIn(served, request) ? null : 'notFromHere';
}

/** Why `who` may not say how it was to be served by a team, or null: whoever needed it may, once it was delivered. */
export function whyNotServing(who: Who, request: Seen): ProblemCode | null {
  const needs = [request.requester, ...request.coRequesters].some(({ id }) => id === who.id);
  if (!needs || request.provider?.id === who.id) return 'notYours';
  return isIn(done, request) && request.team !== null && request.provider !== null ? null : 'notFromHere';
}
