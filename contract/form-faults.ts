// What makes a form a good one: keys of its own, options where they are needed, conditions that can come true. Pure; used by
// the editor while one writes and by the server at the door.
import { testsOf, type Form, type FormField, type Test } from './forms.ts';
import type { ProblemCode } from './problems.ts';
import { instant, localDate } from './shapes.ts';

/** Something to mend, and where: `2.showIf.tests.0.value`. */
export type FormFault = { path: ReadonlyArray<string | number>; code: ProblemCode };

/** All that is wrong with a form, in its order; nothing when it is good. */
export function faultsOf(form: Form): FormFault[] {
  const earlier = new Map<string, FormField>();
  return form.flatMap((field, index) => {
    const faults = [...faultsOfField(field, earlier)].map(({ path, code }) => ({ path: [index, ...path], code }));
    earlier.set(field.key, field);
    return faults;
  });
}

function* faultsOfField(field: FormField, earlier: ReadonlyMap<string, FormField>): Generator<FormFault> {
  if (earlier.has(field.key)) yield { path: ['key'], code: 'keyTwice' };
  yield* faultsOfOptions(field);
  for (const [index, test] of (field.showIf?.tests ?? []).entries()) {
    const asked = earlier.get(test.field);
    const at = ['showIf', 'tests', index];
    if (!asked) yield { path: [...at, 'field'], code: 'unknownField' };
    else if (!(testsOf[asked.kind] as readonly string[]).includes(test.is))
      yield { path: [...at, 'is'], code: 'wrongTest' };
    else if (!isValueOf(asked, test)) yield { path: [...at, 'value'], code: 'wrongTestValue' };
  }
}

function* faultsOfOptions({ kind, options }: FormField): Generator<FormFault> {
  if (kind !== 'choice' && kind !== 'choices') {
    if (options.length > 0) yield { path: ['options'], code: 'noOptionsHere' };
    return;
  }
  if (options.length < 2) yield { path: ['options'], code: 'optionsNeeded' };
  for (const [index, option] of options.entries())
    if (options.indexOf(option) < index) yield { path: ['options', index], code: 'optionTwice' };
}

function isValueOf({ kind, options }: FormField, { is, value }: Test): boolean {
  if (is === 'answered' || is === 'notAnswered') return value === undefined;
  if (kind === 'choice' || kind === 'choices') return typeof value === 'string' && options.includes(value);
  if (kind === 'date') return localDate.safeParse(value).success;
  if (kind === 'dateTime') return instant.safeParse(value).success;
  return typeof value === 'number';
}
