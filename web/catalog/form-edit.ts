// Changing a form in the editor so that it stays whole: what a condition refers to follows what it refers to. Pure.
import { testsOf, type Form, type FormField } from '../../contract/forms.ts';

/** The list with one thing moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const thing = list[from];
  return thing === undefined ? [...list] : [...rest.slice(0, to), thing, ...rest.slice(to)];
}

/** A key for a question, made of its words: "Which laptop?" becomes whichLaptop; never one that is taken. */
export function keyFrom(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9\s]/g, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 4);
  const camel = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
    .slice(0, 30);
  const base = /^[a-z]/.test(camel) ? camel : 'question';
  for (let number = 1; ; number += 1) {
    const key = number === 1 && base !== 'question' ? base : `${base}${number}`;
    if (!taken.has(key)) return key;
  }
}

const others = (form: Form, index: number) => new Set(form.filter((_, at) => at !== index).map(({ key }) => key));

export const newField = (form: Form): FormField => ({
  key: keyFrom('', others(form, -1)),
  kind: 'text',
  label: '',
  help: '',
  required: false,
  options: [],
  showIf: null,
});

const withField = (form: Form, index: number, field: FormField): FormField[] =>
  form.map((each, at) => (at === index ? field : each));

/** Every test of the form through `change`; null takes it away, and a condition without tests goes as well. */
function mapTests(form: Form, change: (test: NonNullable<FormField['showIf']>['tests'][number]) => typeof test | null) {
  return form.map((field): FormField => {
    if (!field.showIf) return field;
    const tests = field.showIf.tests.flatMap((test) => change(test) ?? []);
    return { ...field, showIf: tests.length > 0 ? { ...field.showIf, tests } : null };
  });
}

/** Another key for a question; tests on it follow. */
function rekeyed(form: Form, index: number, key: string): FormField[] {
  const old = form[index]?.key;
  const tests = mapTests(form, (test) => (test.field === old ? { ...test, field: key } : test));
  return tests.map((field, at) => (at === index ? { ...field, key } : field));
}

/** Other words for a question. As long as nobody has answered it (`fresh`) its key follows its words. */
export function relabelled(form: Form, index: number, label: string, fresh: boolean): FormField[] {
  const field = form[index];
  if (!field) return [...form];
  const named = withField(form, index, { ...field, label });
  return fresh ? rekeyed(named, index, keyFrom(label, others(form, index))) : named;
}

/** Without one question, and without the tests on it. */
export function withoutField(form: Form, index: number): FormField[] {
  const gone = form[index]?.key;
  return mapTests(
    form.filter((_, at) => at !== index),
    (test) => (test.field === gone ? null : test),
  );
}

export const isChosen = (kind: FormField['kind']) => kind === 'choice' || kind === 'choices';

/** Another kind; options come and go with it, and so do tests that it cannot be put to. */
export function ofKind(form: Form, index: number, kind: FormField['kind']): FormField[] {
  const field = form[index];
  if (!field) return [...form];
  const options = isChosen(kind) ? (field.options.length > 0 ? field.options : ['', '']) : [];
  const changed = withField(form, index, { ...field, kind, options });
  const sameValues = isChosen(kind) === isChosen(field.kind) && (isChosen(kind) || kind === field.kind);
  return mapTests(changed, (test) => {
    if (test.field !== field.key) return test;
    const fits = (testsOf[kind] as readonly string[]).includes(test.is);
    return fits && (sameValues || test.value === undefined) ? test : null;
  });
}

/** Other options; one that was only written otherwise is followed by the tests on it, one that is gone takes them along. */
export function withOptions(form: Form, index: number, options: readonly string[]): FormField[] {
  const field = form[index];
  if (!field) return [...form];
  const renamed = options.length === field.options.length;
  const changed = withField(form, index, { ...field, options: [...options] });
  return mapTests(changed, (test) => {
    if (test.field !== field.key || test.value === undefined) return test;
    const at = field.options.indexOf(String(test.value));
    if (renamed && at >= 0) return { ...test, value: options[at] ?? '' };
    return options.includes(String(test.value)) ? test : null;
  });
}
