// How the services of the sample company are told: by keys instead of ids, questions in one line each.
import type { Sight } from '../../contract/catalog.ts';
import type { FieldKind, FormField, Test } from '../../contract/forms.ts';

export type SampleService = {
  key: string;
  /** Keys of teams and people of the sample. */
  team: string;
  name: string;
  description: string;
  sight?: Sight;
  askers?: readonly string[];
  form?: FormField[];
  greetingMinutes?: number;
  closingMinutes?: number;
  hello?: string;
  goodbye?: string;
  checklist?: readonly string[];
  /** Who says yes, in this order; `manager` is that of whoever needs it. */
  approval?: readonly string[];
  /** Whether the first yes is enough. */
  anyOf?: true;
  /** Keys of services that are often needed along with it. */
  also?: readonly string[];
};

type More = { help?: string; options?: readonly string[]; when?: Test | readonly Test[] };

const question = (key: string, kind: FieldKind, label: string, required: boolean, more: More): FormField => ({
  key,
  kind,
  label,
  help: more.help ?? '',
  required,
  options: [...(more.options ?? [])],
  showIf: more.when ? { need: 'all', tests: [more.when].flat() } : null,
});

/** A question that must be answered. */
export const need = (key: string, kind: FieldKind, label: string, more: More = {}) =>
  question(key, kind, label, true, more);
/** A question that may be left out. */
export const may = (key: string, kind: FieldKind, label: string, more: More = {}) =>
  question(key, kind, label, false, more);
export const is = (field: string, value: string): Test => ({ field, is: 'is', value });
export const atLeast = (field: string, value: number): Test => ({ field, is: 'atLeast', value });
