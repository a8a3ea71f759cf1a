// The evaluator of forms, for every form and every answer that chance can think of. By example: forms.test.ts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './form-faults.ts';
import {
  checkAnswers,
  fieldKinds,
  shownFields,
  testsOf,
  type Form,
  type FormField,
  type Test,
  type TestOperator,
} from './forms.ts';

const options = ['Laptop', 'Phone', 'Screen'];
const day = fc.constantFrom('2026-11-24', '2026-12-24');
const moment = fc.constantFrom('2026-11-24T10:00:00Z', '2026-11-24T12:00:00+02:00', '2027-01-01T00:00:00Z');

/** A field with everything but a condition. */
const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: key,
  help: '',
  required: false,
  options: kind === 'choice' || kind === 'choices' ? options : [],
  showIf: null,
  ...more,
});

const valueFor = (kind: FormField['kind']): fc.Arbitrary<string | number> => {
  if (kind === 'number' || kind === 'money') return fc.integer({ min: -3, max: 3 });
  if (kind === 'date') return day;
  if (kind === 'dateTime') return moment;
  return fc.constantFrom(...options);
};

const testOn = (asked: FormField): fc.Arbitrary<Test> =>
  fc
    .tuple(fc.constantFrom<TestOperator>(...testsOf[asked.kind]), valueFor(asked.kind))
    .map(([is, value]) =>
      is === 'answered' || is === 'notAnswered' ? { field: asked.key, is } : { field: asked.key, is, value },
    );

/** A good form: keys of its own, conditions on earlier fields only. */
const goodForm: fc.Arbitrary<Form> = fc
  .array(fc.record({ kind: fc.constantFrom(...fieldKinds), required: fc.boolean() }), { maxLength: 8 })
  .map((parts) => parts.map(({ kind, required }, index) => field(`f${index}`, kind, { required })))
  .chain((fields) =>
    fc
      .tuple(
        ...fields.map((_, index) =>
          index === 0
            ? fc.constant(null)
            : fc.option(
                fc.record({
                  need: fc.constantFrom('all' as const, 'any' as const),
                  tests: fc.array(fc.constantFrom(...fields.slice(0, index)).chain(testOn), {
                    minLength: 1,
                    maxLength: 3,
                  }),
                }),
              ),
        ),
      )
      .map((conditions) => fields.map((each, index) => ({ ...each, showIf: conditions[index] ?? null }))),
  );

const likely = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    null,
    'Laptop',
    ['Phone'],
    ['Laptop', 'Screen'],
    [],
    2,
    '2',
    '2026-11-24',
    'a\u0000b',
  ),
  fc.record({
    amount: fc.constantFrom('1', '2.50', '0', '-1', '1.234', ''),
    currency: fc.constantFrom('EUR', 'JPY', 'X'),
  }),
  fc.record({ at: moment, zone: fc.constantFrom('Europe/Helsinki', 'Mars/Base') }),
  fc.uuid(),
  fc.anything(),
);

/** What somebody sends: likely answers, rubbish, and keys that no field has. */
const givenFor = (form: Form): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(
    fc.oneof(fc.constantFrom('f0', ...form.map(({ key }) => key)), fc.constantFrom('stray', '__proto__', 'toString')),
    likely,
    { maxKeys: 12 },
  );

/** A good form and something sent in answer to it. */
const answered = goodForm.chain((form) => givenFor(form).map((given) => ({ form, given })));

const keysOf = (form: Form, given: Record<string, unknown>) => shownFields(form, given).map(({ key }) => key);

describe('for every form and everything that is sent', () => {
  const runs = { numRuns: 400 };
  it('no answer of a hidden field, and none of an unknown key, ever survives', () => {
    fc.assert(
      fc.property(answered, ({ form, given }) => {
        const shown = new Set(keysOf(form, given));
        const { answers = {} } = checkAnswers(form, given);
        expect(Object.keys(answers).filter((key) => !shown.has(key))).toEqual([]);
      }),
      runs,
    );
  });
  it('only shown fields are ever complained about', () => {
    fc.assert(
      fc.property(answered, ({ form, given }) => {
        const shown = new Set(keysOf(form, given));
        const { problems = {} } = checkAnswers(form, given);
        expect(Object.keys(problems).filter((key) => !shown.has(key))).toEqual([]);
      }),
      runs,
    );
  });
  it('all that is needed and shown is there when nothing is complained about', () => {
    fc.assert(
      fc.property(answered, ({ form, given }) => {
        const { answers } = checkAnswers(form, given);
        if (!answers) return;
        expect(
          shownFields(form, given).filter(({ key, required }) => required && !Object.hasOwn(answers, key)),
        ).toEqual([]);
      }),
      runs,
    );
  });
  it('checking what was checked changes nothing, and shows the same fields', () => {
    fc.assert(
      fc.property(answered, ({ form, given }) => {
        const { answers } = checkAnswers(form, given);
        if (!answers) return;
        expect(checkAnswers(form, answers)).toEqual({ answers });
        expect(keysOf(form, answers)).toEqual(keysOf(form, given));
      }),
      runs,
    );
  });
  it('taking away the answer of a hidden field changes nothing', () => {
    fc.assert(
      fc.property(answered, ({ form, given }) => {
        const shown = keysOf(form, given);
        const left = Object.fromEntries(Object.entries(given).filter(([key]) => shown.includes(key)));
        expect(checkAnswers(form, left)).toEqual(checkAnswers(form, given));
      }),
      runs,
    );
  });
  it('a good form has no faults', () => {
    fc.assert(
      fc.property(goodForm, (form) => {
        expect(faultsOf(form)).toEqual([]);
      }),
      runs,
    );
  });
});
