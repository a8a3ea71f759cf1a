// Who writes standards, and who may say how it was, at which point.
import { describe, expect, it } from 'vitest';
import { requestStates, type Request } from '../../contract/requests.ts';
import type { Who } from '../platform/who.ts';
import { someone as who } from '../platform/who-for-tests.ts';
import { mayWriteStandards, whyNotAsking, whyNotServing } from './access.ts';

type Seen = Parameters<typeof whyNotServing>[1];
const person = (id: string) => ({ id }) as Request['requester'];
const request = (state: Request['state'], more: Partial<Seen> = {}): Seen => ({
  state,
  requester: person('aino'),
  coRequesters: [person('sari')],
  provider: person('mika'),
  team: { id: 'rooms' } as Seen['team'],
  ...more,
});
const [aino, sari, mika, otto] = ['aino', 'sari', 'mika', 'otto'].map((id) => who(id)) as [Who, Who, Who, Who];
const statesFor = (may: (state: Request['state']) => boolean) => requestStates.filter(may).toSorted();

describe('standards', () => {
  it('are written by the leads of the team and by administrators', () => {
    const team = (id: string, lead: boolean) => ({ teams: [{ id, lead }] });
    const writers = [
      who('lead', team('rooms', true)),
      who('olga', { administrator: true }),
      who('member', team('rooms', false)),
      who('stranger', team('bar', true)),
    ];
    expect(writers.map((one) => mayWriteStandards(one, 'rooms'))).toEqual([true, true, false, false]);
  });
});

describe('how the ask was', () => {
  it('is said by whoever promised, from the promise on', () => {
    expect(statesFor((state) => whyNotAsking(mika, request(state)) === null)).toEqual([
      'closed',
      'delivered',
      'promised',
    ]);
    expect(whyNotAsking(mika, request('asked'))).toBe('notFromHere');
  });
  it('is nobody else’s to say', () => {
    expect([aino, sari, otto].map((one) => whyNotAsking(one, request('closed')))).toEqual(Array(3).fill('notYours'));
    expect(whyNotAsking(mika, request('closed', { provider: null }))).toBe('notYours');
  });
});

describe('how it was to be served', () => {
  it('is said by everybody who needed it, once it was delivered', () => {
    for (const one of [aino, sari])
      expect(statesFor((state) => whyNotServing(one, request(state)) === null)).toEqual(['closed', 'delivered']);
    expect(whyNotServing(aino, request('promised'))).toBe('notFromHere');
  });
  it('is nobody else’s to say, nor of whoever served themselves', () => {
    expect([mika, otto].map((one) => whyNotServing(one, request('closed')))).toEqual(['notYours', 'notYours']);
    expect(whyNotServing(aino, request('closed', { provider: person('aino') }))).toBe('notYours');
  });
  it('is said of a team, by somebody of whom it came', () => {
    expect(whyNotServing(aino, request('closed', { team: null }))).toBe('notFromHere');
    expect(whyNotServing(aino, request('closed', { provider: null }))).toBe('notFromHere');
  });
});
