// For tests of promises through HTTP: making one between Mika and Aino of the hotel, moving it, reading it.
import type { PromiseWhole } from '../../contract/promises.ts';
import type { Said } from '../platform/test.ts';
import type { Hotel, Person } from '../requests/for-tests.ts';

/** Tuesday 24 November 2026, 10:00 in Helsinki; the promise is due at 16:00 there, or tomorrow at noon. */
export const start = '2026-11-24T08:00:00Z';
export const due = '2026-11-24T14:00:00Z';
export const later = '2026-11-25T10:00:00Z';

/** The promise in an answer that must be one. */
export function seen({ status, text, body }: Said): PromiseWhole {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
}
export const on = ({ id }: { id: string }, path = '') => `/api/promises/${id}${path && `/${path}`}`;
export const readPromise = async (who: Person, promise: { id: string }) => seen(await who.get(on(promise)));
export const move = async (who: Person, promise: { id: string }, path: string, body: object = {}) =>
  seen(await who.post(on(promise, path), body));

/** Promised at ten in the morning. */
export async function makeAt(hotel: Hotel, more: object, by: Person): Promise<PromiseWhole> {
  hotel.time(start);
  return seen(await by.post('/api/promises', { to: hotel.aino.id, deliverable: 'The figures', due, ...more }));
}
