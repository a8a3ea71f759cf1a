// Who knows of a webhook, and who may do what with it.
import { expect, test } from 'vitest';
import type { Who } from '../platform/who.ts';
import { mayKnow, webhookCan } from './access.ts';

const who = (id: string, administrator = false): Who => ({
  id,
  session: 's',
  administrator,
  language: 'en',
  zone: 'Europe/Helsinki',
  teams: [],
});
const active = { owner_id: 'aino', active: true };
const ended = { ...active, active: false };

test('its owner and administrators know of it', () => {
  expect([who('aino'), who('olga', true), who('otto')].map((one) => mayKnow(one, active))).toEqual([true, true, false]);
});

test('its owner does everything, but sends nothing with one that has ended', () => {
  for (const owner of [who('aino'), who('aino', true)]) {
    expect(webhookCan(owner, active)).toEqual(['update', 'rotate', 'test', 'resend', 'delete']);
    expect(webhookCan(owner, ended)).toEqual(['update', 'rotate', 'delete']);
  }
});

test('an administrator may take it away and nothing else, everybody else nothing', () => {
  for (const webhook of [active, ended]) {
    expect(webhookCan(who('olga', true), webhook)).toEqual(['delete']);
    expect(webhookCan(who('otto'), webhook)).toEqual([]);
  }
});
