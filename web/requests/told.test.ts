// What the timeline tells in one breath, and what it keeps apart; whose notes are called by name.
import { expect, test } from 'vitest';
import type { Entry } from '../../contract/requests.ts';
import { noteOwner } from './note-owner.ts';
import { toldTogether, type Happening } from './told.ts';

const mika = { id: 'm', name: 'Mika Korhonen', photo: null, active: true };
const aino = { ...mika, id: 'a', name: 'Aino Virtanen' };
let count = 0;
const event = (what: Happening['what'], at: string, by = mika): Entry => ({
  kind: 'event',
  id: String(++count),
  at,
  by,
  what,
  facts: {},
});
const said = (body: string, at: string, by = mika): Entry => ({
  kind: 'message',
  id: String(++count),
  at,
  by,
  body,
  attachments: [],
});
const summary = (entries: Entry[]) =>
  toldTogether(entries).map(
    ({ entry, answer, hello }) =>
      (entry.kind === 'event' ? entry.what : entry.kind) + (answer ? `+${answer.what}` : '') + (hello ? '+hello' : ''),
  );

test('the words of a hello and the hello are one entry', () => {
  const at = '2026-11-24T07:31:00.000Z';
  expect(summary([said('Good morning', at), event('greeted', at)])).toEqual(['message+hello']);
});

test('words said before somebody else’s hello stay their own', () => {
  const at = '2026-11-24T07:31:00.000Z';
  expect(summary([said('Anybody?', at, aino), event('greeted', at)])).toEqual(['message', 'greeted']);
});

test('an answer right after a new time is told with it, a later one by itself', () => {
  const at = '2026-11-24T07:31:00.000Z';
  expect(summary([event('proposed', at), event('proposalAccepted', at, aino)])).toEqual(['proposed+proposalAccepted']);
  expect(summary([event('proposed', at), said('Why?', at, aino), event('proposalHeld', at, aino)])).toEqual([
    'proposed',
    'message',
    'proposalHeld',
  ]);
});

test('the time is told once a minute', () => {
  const told = toldTogether([
    event('promised', '2026-11-24T07:31:10.000Z'),
    event('delivered', '2026-11-24T07:31:50.000Z'),
    event('accepted', '2026-11-24T07:32:00.000Z', aino),
  ]);
  expect(told.map(({ timed }) => timed)).toEqual([true, false, true]);
});

test('notes are called by the team’s name only where there can be no doubt', () => {
  const it = { id: 'it', name: 'IT' };
  const desk = { id: 'desk', name: 'Front desk' };
  const moved = event('handedOver', '2026-11-24T07:31:00.000Z');
  expect(noteOwner({ team: desk }, [moved], [it])).toBe('IT');
  expect(noteOwner({ team: desk }, [], [it, desk])).toBe('Front desk');
  expect(noteOwner({ team: desk }, [moved], [it, desk])).toBeNull();
});
