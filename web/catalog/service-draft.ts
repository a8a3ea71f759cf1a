// A service as it is being written, and what of it is sent. Pure.
import type { NewService, Service, ServiceChange, ServiceRef, Sight } from '../../contract/catalog.ts';
import { faultsOf } from '../../contract/form-faults.ts';
import type { Form } from '../../contract/forms.ts';
import type { TeamRef } from '../../contract/shapes.ts';

export type Step = { person: { id: string; name: string; photo?: string | null } } | { manager: true };
export type ServiceDraft = {
  name: string;
  description: string;
  sight: Sight;
  askers: 'everyone' | TeamRef[];
  form: Form;
  approval: { mode: 'inOrder' | 'any'; steps: Step[] } | null;
  checklist: string[];
  greetingStandard: string;
  closingStandard: string;
  greetingMinutes: number | null;
  closingMinutes: number | null;
  alsoNeeded: ServiceRef[];
};

export const emptyDraft: ServiceDraft = {
  name: '',
  description: '',
  sight: 'usual',
  askers: 'everyone',
  form: [],
  approval: null,
  checklist: [],
  greetingStandard: '',
  closingStandard: '',
  greetingMinutes: null,
  closingMinutes: null,
  alsoNeeded: [],
};

export const draftOf = (service: Service): ServiceDraft => ({
  name: service.name,
  description: service.description,
  sight: service.sight,
  askers: service.askers,
  form: service.form,
  approval: service.approval,
  checklist: service.checklist,
  greetingStandard: service.greetingStandard,
  closingStandard: service.closingStandard,
  greetingMinutes: service.greetingMinutes,
  closingMinutes: service.closingMinutes,
  alsoNeeded: service.alsoNeeded,
});

const written = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
const sentForm = (form: Form): Form => form.map((field) => ({ ...field, options: written(field.options) }));

/** The body of a change: ids instead of names, empty lines left out. */
export function bodyOf(draft: Partial<ServiceDraft>): ServiceChange {
  const { askers, form, approval, checklist, alsoNeeded, ...plain } = draft;
  const steps = approval?.steps.map((step) =>
    'person' in step ? { person: step.person.id } : { manager: true as const },
  );
  return {
    ...plain,
    ...(askers === undefined ? {} : { askers: askers === 'everyone' ? askers : askers.map(({ id }) => id) }),
    ...(form === undefined ? {} : { form: sentForm(form) }),
    ...(approval === undefined ? {} : { approval: approval && steps?.length ? { mode: approval.mode, steps } : null }),
    ...(checklist === undefined ? {} : { checklist: written(checklist) }),
    ...(alsoNeeded === undefined ? {} : { alsoNeeded: alsoNeeded.map(({ id }) => id) }),
  };
}

export const newBodyOf = (team: string, draft: ServiceDraft): NewService => ({
  ...bodyOf(draft),
  team,
  name: draft.name,
});

export type DraftFault = { path: string; code: 'required' | ReturnType<typeof faultsOf>[number]['code'] };

/** What can be told before anything is sent: of the form, and a name that is missing; by the paths that the server names. */
export function faultsIn(draft: ServiceDraft): DraftFault[] {
  const unnamed = draft.name.trim() === '' ? [{ path: 'name', code: 'required' as const }] : [];
  const bare = draft.form.flatMap(({ label }, index) =>
    label.trim() === '' ? [{ path: `form.${index}.label`, code: 'required' as const }] : [],
  );
  const faults = faultsOf(sentForm(draft.form)).map(({ path, code }) => ({ path: path.join('.'), code }));
  const empty = (['greetingMinutes', 'closingMinutes'] as const).flatMap((path) =>
    Number.isNaN(draft[path]) ? [{ path, code: 'required' as const }] : [],
  );
  return [...unnamed, ...bare, ...faults, ...empty];
}
