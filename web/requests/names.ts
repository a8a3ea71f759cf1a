// How people and teams are called in sentences. Pure.
import type { RequestRow } from '../../contract/requests.ts';
import type { PersonRef } from '../../contract/shapes.ts';

/** "Mika Korhonen" → "Mika"; in a conversation people are called by their first name. */
export const firstName = (person: Pick<PersonRef, 'name'>): string => person.name.trim().split(/\s+/u)[0] ?? '';

/** Whom the request is with, in full: who promised or offered and their team, or who was asked. */
export function servedBy(request: Pick<RequestRow, 'provider' | 'person' | 'team'>): string {
  const person = request.provider ?? request.person;
  return [person?.name, request.team?.name].filter(Boolean).join(', ');
}

/** Who was asked: a team, a colleague, or a colleague of a team. */
export const askedOf = (request: Pick<RequestRow, 'person' | 'team'>): string =>
  [request.person && firstName(request.person), request.team?.name].filter(Boolean).join(', ');
