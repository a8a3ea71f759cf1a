// Who sees and who changes which goals.
import { describe, expect, it } from 'vitest';
import type { Who } from '../platform/who.ts';
import { goalCan, mayManage, maySee } from './access.ts';

const who = (...teams: Array<{ id: string; lead: boolean }>): Who => ({
  id: 'aino',
  session: 's',
  administrator: true,
  language: 'en',
  zone: 'Europe/Helsinki',
  teams,
});
const member = who({ id: 'rooms', lead: false });
const lead = who({ id: 'rooms', lead: true });
const stranger = who({ id: 'bar', lead: true });

describe('a goal', () => {
  it('is for every colleague, unless it speaks of a private service', () => {
    const seen = (inside: boolean) => [member, lead, stranger].map((one) => maySee(one, { team_id: 'rooms', inside }));
    expect(seen(false)).toEqual([true, true, true]);
    expect(seen(true)).toEqual([true, true, false]);
  });
  it('is set by the leads of its team alone', () => {
    expect([member, lead, stranger].map((one) => mayManage(one, 'rooms'))).toEqual([false, true, false]);
  });
  it('is changed or put away by them, and taken out again', () => {
    const may = (one: Who, archived: boolean) =>
      goalCan(one, { team_id: 'rooms', archived_at: archived ? new Date('2026-11-24T08:00:00Z') : null });
    expect(may(lead, false)).toEqual(['edit', 'archive']);
    expect(may(lead, true)).toEqual(['restore']);
    for (const one of [member, stranger]) for (const archived of [true, false]) expect(may(one, archived)).toEqual([]);
  });
});
