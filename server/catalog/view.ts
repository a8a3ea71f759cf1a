// Rows of the catalog as the contract shows them to one person.
import type { Approval, Service, ServiceItem, ServiceRef } from '../../contract/catalog.ts';
import { Form } from '../../contract/forms.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { readWeek, usualWeek } from '../../contract/working-time.ts';
import type { Who } from '../platform/who.ts';
import { maySee, serviceCan } from './access.ts';
import type { ItemRow, ServiceRow } from './queries.ts';
import { dayMinutesOf, usualOf } from './rules.ts';

/** A form as it was stored; all that a form once was can still be read. */
export const readForm = (stored: unknown): Form => Form.parse(stored);

export const itemOf = (who: Who, row: ItemRow): ServiceItem => ({
  id: row.id,
  team: { id: row.team, name: row.team_name },
  name: row.name,
  description: row.description,
  sight: row.sight,
  usual: row.usual && usualOf(row.usual, dayMinutesOf(readWeek(row.week) ?? usualWeek)),
  archived: row.archived,
  version: row.version,
  can: serviceCan(who, row),
});

export const refOf = (row: { id: string; name: string; team: string; team_name: string }): ServiceRef => ({
  id: row.id,
  name: row.name,
  team: { id: row.team, name: row.team_name },
});

export const termsIn = (row: ServiceRow) => ({
  greetingMinutes: row.greeting_minutes ?? row.team_greeting,
  closingMinutes: row.closing_minutes ?? row.team_closing,
});

/** Ids of those who must say yes, or null for the manager of whoever needs it. */
export const stepsIn = (row: ServiceRow) =>
  row.approval_mode && {
    mode: row.approval_mode,
    steps: row.approvers.map((person) => (person === null ? { manager: true as const } : { person })),
  };

/** What is needed along with it, as far as `who` may see it and it is still offered. */
export const neededBy = (who: Who, row: ServiceRow): ServiceRef[] =>
  row.needed.filter((each) => !each.resting && maySee(who, each)).map(refOf);

/** A whole service; `people` has the references of those who must say yes. */
export const serviceOf = (who: Who, row: ServiceRow, people: ReadonlyMap<string, PersonRef>): Service => ({
  ...itemOf(who, row),
  askers: row.everyone ? 'everyone' : row.asker_refs,
  form: readForm(row.form),
  formVersion: row.form_version,
  greetingMinutes: row.greeting_minutes,
  closingMinutes: row.closing_minutes,
  terms: termsIn(row),
  greetingStandard: row.greeting_standard,
  closingStandard: row.closing_standard,
  checklist: row.checklist,
  approval: approvalOf(row, people),
  alsoNeeded: neededBy(who, row),
});

function approvalOf(row: ServiceRow, people: ReadonlyMap<string, PersonRef>): Approval | null {
  if (!row.approval_mode) return null;
  const steps = row.approvers.map((id): Approval['steps'][number] => {
    if (id === null) return { manager: true };
    return { person: people.get(id) ?? { id, name: '', photo: null, active: false } };
  });
  return { mode: row.approval_mode, steps };
}
