// For tests of appointments: the hotel's people arranging, reading and concluding them through HTTP.
import { expect } from 'vitest';
import type { Appointment, Said } from '../../contract/appointments.ts';
import type { Hotel, Person } from '../requests/for-tests.ts';

export const thursday = '2026-11-26T08:00:00.000Z';
export const made = (said: { status: number; text: string; body: never }): Appointment => {
  expect(said.status, said.text).toBeLessThan(300);
  return said.body;
};
export const at = ({ id }: { id: string }, path = '') => `/api/appointments/${id}${path}`;
export const see = async (who: Person, one: { id: string }) => made(await who.get(at(one)));

/** Mika delivers to Aino, who asks. */
export const arrange = async (hotel: Hotel, by: Person, more: object = {}) => {
  const other = by === hotel.aino ? hotel.mika : hotel.aino;
  const usual = { title: 'The price list', deliverables: ['The list', 'A sum'] };
  const body = { with: other.id, asks: hotel.aino.id, at: thursday, ...usual, ...more };
  return made(await by.post('/api/appointments', body));
};

type Words = Record<number, Omit<Said, 'id' | 'words'> & { words?: string }>;
export const conclude = (who: Person, one: Appointment, words: Words) =>
  who.post(at(one, '/conclusion'), {
    deliverables: Object.entries(words).map(([index, said]) => ({ id: one.deliverables[Number(index)]?.id, ...said })),
  });

/** The kinds of what somebody was told about it, the latest first. */
export const noticesOf = async (who: Person, one: { id: string }) =>
  ((await who.get('/api/notices?limit=100')).body as { items: { kind: string; subjectId: string }[] }).items
    .filter(({ subjectId }) => subjectId === one.id)
    .map(({ kind }) => kind);
