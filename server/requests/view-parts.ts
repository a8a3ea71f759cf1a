// Parts of a request as its readers see them: whose yes it needed, what is ticked off.
import type { ApprovalStep, ChecklistItem } from '../../contract/request-parts.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import type { ApprovalJson } from './approvals.queries.ts';
import type { ItemJson } from './checklist.queries.ts';

type Names = ReadonlyMap<string, PersonRef>;

const maybe = (names: Names, id: string | null): PersonRef | null =>
  id === null ? null : (names.get(id) ?? { id, name: '', photo: null, active: false });
const instantOf = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

export const approvalView = (step: ApprovalJson, names: Names): ApprovalStep => ({
  step: step.step,
  approver: maybe(names, step.approver_id) as PersonRef,
  standIn: maybe(names, step.stand_in_id),
  state: step.state,
  words: step.words,
  answeredBy: maybe(names, step.answered_by_id),
  at: instantOf(step.answered_at),
});

export const itemView = (item: ItemJson, names: Names): ChecklistItem => ({
  id: item.id,
  words: item.words,
  doneBy: maybe(names, item.done_by_id),
  doneAt: instantOf(item.done_at),
});
