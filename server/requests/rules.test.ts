// The life of a request: the whole table of states and moves, what each move keeps and forgets, and who is refused why.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestStates, type RequestState } from '../../contract/requests.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { hasEnded, move, moves, reopenUntil, reopenWindowMs, stageOf, type MoveName, type Request } from './rules.ts';

const start = new Date('2026-11-24T08:00:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

const every = {
  id: 'r',
  number: 7,
  title: 'The projector shows only green',
  details: 'In Sali 3',
  requester: 'aino',
  askedBy: null,
  team: 'it',
  person: null,
  greetedBy: null,
  greetedAt: null,
  createdAt: start,
  sight: 'usual',
  service: null,
} as const;
const greeted = { ...every, greetedBy: 'mika', greetedAt: later(1) };
const served = { ...greeted, provider: 'mika', promise: 'p' };
const done = { ...served, deliveredAt: later(2), done: 'A new cable' };

const examples: { [S in RequestState]: Extract<Request, { state: S }> } = {
  asked: { ...every, state: 'asked' },
  countered: {
    ...greeted,
    state: 'countered',
    provider: 'mika',
    counter: { deliverable: 'A lamp', due: later(9), reason: 'We have no projector' },
  },
  promised: { ...served, state: 'promised' },
  delivered: { ...done, state: 'delivered', closeBy: later(10) },
  closed: { ...done, state: 'closed', endedAt: later(3), acceptance: { thanks: 'Thank you', ratings: { timing: 5 } } },
  declined: { ...greeted, state: 'declined', endedAt: later(3), reason: 'We have none', instead: 'The events team' },
  withdrawn: { ...greeted, state: 'withdrawn', endedAt: later(3), mergedInto: null },
  revoked: { ...greeted, state: 'revoked', endedAt: later(3) },
};

const by = { by: 'liisa', now: later(10) };
const given: Record<MoveName, object | undefined> = {
  greet: by,
  promise: { ...by, promise: 'q' },
  counter: { ...by, counter: { deliverable: 'A lamp', due: later(20), reason: 'We have no projector' } },
  decline: { ...by, reason: 'We have none', instead: '' },
  refuse: { now: later(10), reason: 'Not this year' },
  handOver: { team: 'kitchen', person: null },
  passOn: { person: 'mika' },
  acceptCounter: { promise: 'q' },
  reask: undefined,
  deliver: { now: later(10), done: 'A new cable', closeBy: later(20) },
  release: undefined,
  revoke: { now: later(10) },
  accept: { now: later(10), thanks: 'Thank you', ratings: {} },
  giveBack: undefined,
  lapse: { now: later(10) },
  withdraw: { now: later(10) },
  reopen: { now: later(10) },
};
const make = (request: Request, name: MoveName, more: object = {}): Outcome<Request> =>
  move(request, name, (given[name] && { ...given[name], ...more }) as never);
const made = (request: Request, name: MoveName, more: object = {}): Request => {
  const outcome = make(request, name, more);
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
};

// Read: in this state (column) this move (row) leads there; · is refused.
const table = `
                asked      countered  promised   delivered  closed  declined  withdrawn  revoked
  greet         asked      ·          ·          ·          ·       ·         ·          ·
  promise       promised   ·          ·          ·          ·       ·         ·          ·
  counter       countered  ·          ·          ·          ·       ·         ·          ·
  decline       declined   ·          ·          ·          ·       ·         ·          ·
  refuse        declined   ·          ·          ·          ·       ·         ·          ·
  handOver      asked      ·          asked      ·          ·       ·         ·          ·
  passOn        asked      ·          ·          ·          ·       ·         ·          ·
  acceptCounter ·          promised   ·          ·          ·       ·         ·          ·
  reask         ·          asked      ·          ·          ·       ·         ·          ·
  deliver       ·          ·          delivered  ·          ·       ·         ·          ·
  release       ·          ·          asked      ·          ·       ·         ·          ·
  revoke        ·          ·          revoked    ·          ·       ·         ·          ·
  accept        ·          ·          ·          closed     ·       ·         ·          ·
  giveBack      ·          ·          ·          promised   ·       ·         ·          ·
  lapse         ·          ·          ·          closed     ·       ·         ·          ·
  withdraw      withdrawn  withdrawn  withdrawn  ·          ·       ·         ·          ·
  reopen        ·          ·          ·          ·          asked   asked     asked      asked`;
const [heads = '', ...rows] = table.trim().split('\n');
const columns = heads.trim().split(/\s+/) as RequestState[];
const cells = rows.flatMap((row) => {
  const [name = '', ...ends] = row.trim().split(/\s+/);
  return columns.map((state, index) => ({ name: name as MoveName, state, end: ends[index] ?? '' }));
});

describe('the table of states and moves', () => {
  it('has a column for each state and a row for each move', () => {
    expect(columns).toEqual([...requestStates]);
    const known = new Set(Object.values(moves).flatMap((one) => Object.keys(one)));
    expect(rows.map((row) => row.trim().split(/\s+/)[0]).toSorted()).toEqual([...known].toSorted());
  });
  it.each(cells)('$name from $state: $end', ({ name, state, end }) => {
    const outcome = make(examples[state], name);
    if (end === '·') expect(outcome).toEqual({ refused: 'notFromHere' });
    else expect(outcome).toMatchObject({ state: end });
  });
  it('lists nothing that every object has', () => {
    expect(make(examples.asked, 'constructor' as MoveName)).toEqual({ refused: 'notFromHere' });
    expect(make(examples.asked, 'toString' as MoveName)).toEqual({ refused: 'notFromHere' });
  });
  it('puts each state in its stage', () => {
    const stages = ['opening', 'opening', 'serving', 'closing', 'ended', 'ended', 'ended', 'ended'];
    expect(requestStates.map(stageOf)).toEqual(stages);
    expect(requestStates.map(hasEnded)).toEqual(stages.map((stage) => stage === 'ended'));
  });
});

describe('a private request', () => {
  const asked = { ...examples.asked, sight: 'private' } as const;
  it('is handed over within its team only', () => {
    expect(move(asked, 'handOver', { team: 'it', person: 'liisa' })).toMatchObject({ team: 'it', person: 'liisa' });
    expect(move(asked, 'handOver', { team: 'kitchen', person: null })).toEqual({
      refused: 'privateStays',
      field: 'team',
    });
    expect(move(asked, 'handOver', { team: null, person: 'oleg' })).toEqual({
      refused: 'privateStays',
      field: 'person',
    });
  });
});

describe('saying hello', () => {
  it('is done once', () => {
    expect(made(examples.asked, 'greet')).toEqual({ ...examples.asked, greetedBy: 'liisa', greetedAt: later(10) });
    expect(make({ ...greeted, state: 'asked' }, 'greet')).toEqual({ refused: 'alreadyGreeted' });
  });
  it.each(['promise', 'counter', 'decline'] as const)('comes with %s, and stays with whoever was first', (name) => {
    expect(made(examples.asked, name)).toMatchObject({ greetedBy: 'liisa', greetedAt: later(10) });
    expect(made({ ...greeted, state: 'asked' }, name)).toMatchObject({ greetedBy: 'mika', greetedAt: later(1) });
  });
});

describe('going back to asked', () => {
  const asked = { ...greeted, state: 'asked' };
  it('after a release or another ask forgets the provider, and keeps who said hello', () => {
    expect(made(examples.promised, 'release')).toEqual(asked);
    expect(made(examples.countered, 'reask')).toEqual(asked);
  });
  it('after a hand-over somebody says hello anew', () => {
    const kitchen = { ...every, state: 'asked', team: 'kitchen' };
    expect(made(examples.promised, 'handOver')).toEqual(kitchen);
    expect(made({ ...greeted, state: 'asked' }, 'handOver')).toEqual(kitchen);
  });
  it.each(['closed', 'declined', 'withdrawn', 'revoked'] as const)(
    'opened again from %s is asked as if it were new',
    (state) => {
      expect(made(examples[state], 'reopen')).toEqual(examples.asked);
    },
  );
});

describe('handing over', () => {
  it('never asks the one who needs it', () => {
    expect(make(examples.asked, 'handOver', { team: null, person: 'aino' })).toEqual({
      refused: 'askYourself',
      field: 'person',
    });
  });
  it('needs somebody else, unless a promise goes back to the team', () => {
    expect(make(examples.asked, 'handOver', { team: 'it' })).toEqual({ refused: 'sameTeam', field: 'team' });
    expect(made(examples.promised, 'handOver', { team: 'it' })).toEqual(examples.asked);
    expect(made(examples.asked, 'handOver', { team: 'it', person: 'mika' })).toMatchObject({
      team: 'it',
      person: 'mika',
    });
  });
});

describe('passing on what somebody had who left', () => {
  const asked = { ...examples.asked, greetedBy: 'mika', greetedAt: later(1), team: 'it', person: 'mika' } as const;
  const anew = { greetedBy: null, greetedAt: null };
  it('asks a colleague by name, or the team as before, and hello is said anew', () => {
    expect(make(asked, 'passOn', { person: 'kalle' })).toEqual({ ...asked, ...anew, person: 'kalle' });
    expect(make(asked, 'passOn', { person: null })).toEqual({ ...asked, ...anew, person: null });
    expect(make({ ...asked, team: null }, 'passOn', { person: 'kalle' })).toMatchObject({
      team: null,
      person: 'kalle',
    });
  });
  it('never asks the one who needs it, and never nobody', () => {
    const field = 'person';
    expect(make(asked, 'passOn', { person: asked.requester })).toEqual({ refused: 'askYourself', field });
    expect(make({ ...asked, team: null }, 'passOn', { person: null })).toEqual({ refused: 'unknownPerson', field });
  });
  it('is another thing than a no of somebody whose yes was needed, who knows no other way', () => {
    expect(make(asked, 'refuse')).toMatchObject({ reason: 'Not this year', instead: '' });
  });
});

describe('closing', () => {
  it('not right yet is promised as before', () => {
    expect(made(examples.delivered, 'giveBack')).toEqual(examples.promised);
  });
  it('by silence comes at the closing time and not before, and says nothing for the requester', () => {
    expect(make(examples.delivered, 'lapse', { now: new Date(later(10).getTime() - 1) })).toEqual({
      refused: 'notFromHere',
    });
    expect(made(examples.delivered, 'lapse')).toMatchObject({ state: 'closed', acceptance: null, endedAt: later(10) });
  });
  it('by word keeps the thanks and the ratings, each as the requester likes', () => {
    const accepted = made(examples.delivered, 'accept', { thanks: '', ratings: { quality: 2 } });
    expect(accepted).toEqual({
      ...done,
      state: 'closed',
      endedAt: later(10),
      acceptance: { thanks: '', ratings: { quality: 2 } },
    });
  });
});

describe('the window for opening again', () => {
  it('includes its last instant', () => {
    const last = reopenUntil(later(3));
    expect(last.getTime() - later(3).getTime()).toBe(reopenWindowMs);
    expect(made(examples.closed, 'reopen', { now: last }).state).toBe('asked');
    const after = new Date(last.getTime() + 1);
    expect(make(examples.closed, 'reopen', { now: after })).toEqual({ refused: 'reopenWindowOver' });
  });
});

describe('whatever is done in whatever order', () => {
  const names = Object.keys(given) as MoveName[];
  it('a request stays the same request, has no provider without a promise or an offer, and ends only at an instant', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 40 }), (sequence) => {
        let request: Request = examples.asked;
        for (const name of sequence) {
          const outcome = make(request, name);
          if (!isRefused(outcome)) request = outcome;
        }
        const { id, number, requester, createdAt } = request;
        expect({ id, number, requester, createdAt }).toEqual({
          id: 'r',
          number: 7,
          requester: 'aino',
          createdAt: start,
        });
        expect('provider' in request).toBe(['countered', 'promised', 'delivered', 'closed'].includes(request.state));
        expect('promise' in request).toBe(['promised', 'delivered', 'closed'].includes(request.state));
        expect('endedAt' in request).toBe(hasEnded(request.state));
      }),
      { numRuns: 500 },
    );
  });
});
