// Whose yes a request needs, who is asked now, and what an answer makes of it. Pure: who manages and stands in for whom is told.
import type { ApprovalState } from '../../contract/request-parts.ts';

/** What a service wants: people, or the manager of whoever needs it. inOrder: one after another; any: the first answer counts for all. */
export type Approving = { mode: 'inOrder' | 'any'; steps: ReadonlyArray<{ person: string } | { manager: true }> };

/** What is known of colleagues: those above somebody (nearest first, active ones only), who is active, who stands in for the absent. */
export type Known = {
  above: (person: string) => readonly string[];
  active: (person: string) => boolean;
  standIn: (person: string) => string | null;
};

export type Yes = { step: number; approver: string; standIn: string | null; state: ApprovalState; anyOf: boolean };

/**
 * Who decides a step: the one named, or the manager of whoever needs it. Nobody says yes to their own need, nor can one who has left:
 * then it is the next in line. Null: there is nobody.
 */
export function decider(step: Approving['steps'][number], requester: string, known: Known): string | null {
  const line = 'person' in step ? [step.person, ...known.above(step.person)] : known.above(requester);
  return line.find((person) => person !== requester && known.active(person)) ?? null;
}

/** The steps of a new request, nobody asked yet; each person once. `missing`: steps for which there is nobody. */
export function planned(
  { mode, steps }: Approving,
  requester: string,
  known: Known,
): { steps: Yes[]; missing: number } {
  const deciders = steps.map((step) => decider(step, requester, known));
  const people = [...new Set(deciders.filter((person) => person !== null))];
  return {
    steps: people.map((approver, index) => ({
      step: index + 1,
      approver,
      standIn: null,
      state: 'waiting',
      anyOf: mode === 'any',
    })),
    missing: deciders.filter((person) => person === null).length,
  };
}

export const isOpen = ({ state }: Pick<Yes, 'state'>): boolean => state === 'waiting' || state === 'asked';

/** Whether a yes is still missing. */
export const awaitsApproval = (steps: ReadonlyArray<Pick<Yes, 'state'>>): boolean => steps.some(isOpen);

/** Who is to answer a step that is asked: whoever stands in, and the approver all the same. */
export const mayAnswer = (person: string, { approver, standIn, state }: Omit<Yes, 'step' | 'anyOf'>): boolean =>
  state === 'asked' && (person === approver || person === standIn);

/** Who stands in for an approver, unless that is the one who needs it. */
export function inPlaceOf(approver: string, requester: string, known: Pick<Known, 'standIn'>): string | null {
  const person = known.standIn(approver);
  return person === requester ? null : person;
}

/** The step as it is asked when the one who was asked is away or has left: of who stands in, or of the next in line. */
export function inTheirPlace<Y extends Yes>(step: Y, requester: string, known: Known): Y {
  const approver = known.active(step.approver) ? step.approver : decider({ person: step.approver }, requester, known);
  return approver === null ? step : { ...step, approver, standIn: inPlaceOf(approver, requester, known) };
}

/** Asks whoever is next: everybody at once, or the first who waits when nobody is being asked. */
export function asking<Y extends Yes>(steps: readonly Y[], requester: string, known: Pick<Known, 'standIn'>): Y[] {
  const first = steps.some(({ state }) => state === 'asked')
    ? undefined
    : steps.find(({ state }) => state === 'waiting');
  return steps.map((each) =>
    each.state === 'waiting' && (each.anyOf || each === first)
      ? { ...each, state: 'asked', standIn: inPlaceOf(each.approver, requester, known) }
      : each,
  );
}

/** A yes of `person`, to every step that they are asked about; where the first is enough, nobody else need answer. */
export function approved<Y extends Yes>(steps: readonly Y[], person: string): Y[] {
  const said = steps.map((each): Y => (mayAnswer(person, each) ? { ...each, state: 'approved' } : each));
  return said.map((each) => (each.anyOf && isOpen(each) ? { ...each, state: 'skipped' } : each));
}

/** A no of `person`: it stands for all of them, until somebody opens the request again. */
export const refusedBy = <Y extends Yes>(steps: readonly Y[], person: string): Y[] =>
  steps.map((each) =>
    mayAnswer(person, each)
      ? { ...each, state: 'refused' }
      : each.state === 'asked'
        ? { ...each, state: 'waiting' }
        : each,
  );

/** The ask has changed: every answer was to another one. */
export const anew = <Y extends Yes>(steps: readonly Y[]): Y[] =>
  steps.map((each) => ({ ...each, state: 'waiting', standIn: null }));

/** Opened again: a no is asked about once more, every yes that was given stays. */
export const renewed = <Y extends Yes>(steps: readonly Y[]): Y[] =>
  steps.map((each) => (each.state === 'refused' ? { ...each, state: 'waiting' } : each));
