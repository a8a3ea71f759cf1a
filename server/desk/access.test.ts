// Who changes which views, and who writes a team's replies.
import { expect, test } from 'vitest';
import type { Who } from '../platform/who.ts';
import { mayChangeView, mayWrite } from './access.ts';

const who = (id: string, ...teams: Array<{ id: string; lead: boolean }>): Who => ({
  id,
  session: 's',
  administrator: true,
  language: 'en',
  zone: 'Europe/Helsinki',
  teams,
});
const owner = who('aino');
const lead = who('liisa', { id: 'rooms', lead: true });
const member = who('kalle', { id: 'rooms', lead: false });

test('a view is changed by whoever made it, and a shared one by the leads of its team', () => {
  const may = (team: string | null) =>
    [owner, lead, member].map((one) => mayChangeView(one, { owner_id: 'aino', team_id: team }));
  expect(may('rooms')).toEqual([true, true, false]);
  expect(may(null)).toEqual([true, false, false]);
});

test('every member writes the team’s replies, and nobody else', () => {
  expect([owner, lead, member].map((one) => mayWrite(one, 'rooms'))).toEqual([false, true, true]);
});
