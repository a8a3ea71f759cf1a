// Whose yes is needed, who is asked in whose place, and what a yes or a no makes of it.
import { describe, expect, it } from 'vitest';
import {
  anew,
  approved,
  asking,
  awaitsApproval,
  decider,
  inTheirPlace,
  mayAnswer,
  planned,
  refusedBy,
  renewed,
  type Approving,
  type Known,
  type Yes,
} from './approvals.rules.ts';

// aino reports to liisa, liisa to jussi; jussi to nobody.
const managers: Record<string, string[]> = { aino: ['liisa', 'jussi'], liisa: ['jussi'], mika: ['liisa', 'jussi'] };
const known = (more: Partial<Known> = {}): Known => ({
  above: (person) => managers[person] ?? [],
  active: () => true,
  standIn: () => null,
  ...more,
});
const manager: Approving = { mode: 'inOrder', steps: [{ manager: true }] };
const two = (mode: Approving['mode']): Approving => ({ mode, steps: [{ manager: true }, { person: 'oleg' }] });
const begin = (approving: Approving, requester = 'aino', told = known()) =>
  asking(planned(approving, requester, told).steps, requester, told);
const statesOf = (steps: readonly Yes[]) => steps.map(({ approver, state }) => `${approver} ${state}`);

describe('who decides', () => {
  it('the manager of whoever needs it', () => expect(decider({ manager: true }, 'aino', known())).toBe('liisa'));
  it('the person who is named', () => expect(decider({ person: 'oleg' }, 'aino', known())).toBe('oleg'));
  it('never whoever needs it: their manager does', () =>
    expect(decider({ person: 'liisa' }, 'liisa', known())).toBe('jussi'));
  it('the next in line when one has left', () => {
    const left = known({ active: (person) => person !== 'liisa', above: (person) => managers[person] ?? [] });
    expect(decider({ manager: true }, 'aino', left)).toBe('jussi');
    expect(decider({ person: 'liisa' }, 'aino', left)).toBe('jussi');
  });
  it('nobody for whoever has no manager', () => {
    expect(decider({ manager: true }, 'jussi', known())).toBeNull();
    expect(planned(manager, 'jussi', known())).toEqual({ steps: [], missing: 1 });
  });
  it('each person once, though two steps lead to them', () => {
    const twice: Approving = { mode: 'inOrder', steps: [{ manager: true }, { person: 'liisa' }] };
    expect(planned(twice, 'aino', known()).steps.map(({ approver }) => approver)).toEqual(['liisa']);
  });
});

describe('steps', () => {
  it('are counted from one, and those of nobody are told as missing', () => {
    const three: Approving = { mode: 'any', steps: [{ manager: true }, { person: 'oleg' }, { person: 'tuomas' }] };
    expect(planned(three, 'jussi', known())).toMatchObject({
      steps: [
        { step: 1, approver: 'oleg' },
        { step: 2, approver: 'tuomas' },
      ],
      missing: 1,
    });
  });
  it('are asked one by one where each is needed, though an earlier one waits again', () => {
    const step = (approver: string, state: Yes['state'], more: Partial<Yes> = {}): Yes => ({
      step: 1,
      approver,
      anyOf: false,
      state,
      standIn: null,
      ...more,
    });
    const open = [step('liisa', 'waiting'), step('oleg', 'asked'), step('tuomas', 'approved')];
    expect(statesOf(asking(open, 'aino', known()))).toEqual(['liisa waiting', 'oleg asked', 'tuomas approved']);
    const both = [step('liisa', 'waiting', { anyOf: true }), step('oleg', 'approved', { anyOf: true })];
    expect(statesOf(asking(both, 'aino', known()))).toEqual(['liisa asked', 'oleg approved']);
    const first = [step('liisa', 'waiting'), step('oleg', 'waiting')];
    expect(statesOf(asking(first, 'aino', known()))).toEqual(['liisa asked', 'oleg waiting']);
    expect(awaitsApproval([step('liisa', 'waiting')])).toBe(true);
    expect(awaitsApproval([step('liisa', 'asked')])).toBe(true);
    expect(awaitsApproval([step('liisa', 'refused'), step('oleg', 'skipped'), step('tuomas', 'approved')])).toBe(false);
    expect(anew([step('liisa', 'approved', { standIn: 'mika' }), step('oleg', 'asked')])).toEqual([
      step('liisa', 'waiting'),
      step('oleg', 'waiting'),
    ]);
  });
  it('of somebody who has left are of the next in line, not of the manager of whoever asks', () => {
    const left = known({
      active: (person) => person !== 'oleg',
      above: (person) => (person === 'oleg' ? ['tuomas'] : (managers[person] ?? [])),
    });
    const step: Yes = { step: 1, approver: 'oleg', anyOf: false, state: 'asked', standIn: null };
    expect(inTheirPlace(step, 'aino', left).approver).toBe('tuomas');
  });
});

describe('one after another', () => {
  it('the second is asked after the first has said yes', () => {
    const asked = begin(two('inOrder'));
    expect(statesOf(asked)).toEqual(['liisa asked', 'oleg waiting']);
    const next = asking(approved(asked, 'liisa'), 'aino', known());
    expect(statesOf(next)).toEqual(['liisa approved', 'oleg asked']);
    expect(awaitsApproval(next)).toBe(true);
    expect(awaitsApproval(approved(next, 'oleg'))).toBe(false);
  });
  it('whoever is not asked yet has no answer to give', () => {
    const asked = begin(two('inOrder'));
    expect(approved(asked, 'oleg')).toEqual(asked);
    expect(asked.filter((each) => mayAnswer('oleg', each))).toEqual([]);
  });
});

describe('any of them', () => {
  it('all are asked at once, and the first yes is enough', () => {
    const asked = begin(two('any'));
    expect(statesOf(asked)).toEqual(['liisa asked', 'oleg asked']);
    expect(statesOf(approved(asked, 'oleg'))).toEqual(['liisa skipped', 'oleg approved']);
    expect(awaitsApproval(approved(asked, 'oleg'))).toBe(false);
  });
});

describe('an approver who is away', () => {
  const away = known({ standIn: (person) => (person === 'liisa' ? 'eeva' : null) });
  it('is stood in for; either may answer', () => {
    const [step] = begin(manager, 'aino', away);
    expect(step).toMatchObject({ approver: 'liisa', standIn: 'eeva', state: 'asked' });
    expect(['liisa', 'eeva', 'oleg'].filter((person) => mayAnswer(person, step as Yes))).toEqual(['liisa', 'eeva']);
  });
  it('or has left meanwhile is replaced by who stands in, or by the next in line', () => {
    const [step] = begin(manager) as [Yes];
    expect(inTheirPlace(step, 'aino', away)).toMatchObject({ approver: 'liisa', standIn: 'eeva' });
    const left = known({ active: (person) => person !== 'liisa' });
    expect(inTheirPlace(step, 'aino', left)).toMatchObject({ approver: 'jussi', standIn: null });
    expect(inTheirPlace(step, 'aino', known({ active: () => false }))).toEqual(step);
  });
  it('is never stood in for by whoever needs it', () => {
    const own = known({ standIn: () => 'aino' });
    expect(begin(manager, 'aino', own)[0]).toMatchObject({ approver: 'liisa', standIn: null });
  });
});

describe('a no', () => {
  it('stands for all; opened again it is asked about once more, and a yes stays', () => {
    const asked = asking(approved(begin(two('inOrder')), 'liisa'), 'aino', known());
    const no = refusedBy(asked, 'oleg');
    expect(statesOf(no)).toEqual(['liisa approved', 'oleg refused']);
    expect(statesOf(asking(renewed(no), 'aino', known()))).toEqual(['liisa approved', 'oleg asked']);
  });
  it('of one of any lets the others be, until it is opened again', () => {
    const no = refusedBy(begin(two('any')), 'oleg');
    expect(statesOf(no)).toEqual(['liisa waiting', 'oleg refused']);
    expect(statesOf(asking(renewed(no), 'aino', known()))).toEqual(['liisa asked', 'oleg asked']);
  });
});
