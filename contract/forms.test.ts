// The evaluator of forms, by example. For every form and answer: forms-always.test.ts.
import { describe, expect, it } from 'vitest';
import { faultsOf } from './form-faults.ts';
import { checkAnswers, shownFields, type Form, type FormField, type TestOperator } from './forms.ts';

/** A field with everything but a condition. */
const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: key,
  help: '',
  required: false,
  options: kind === 'choice' || kind === 'choices' ? ['Laptop', 'Phone', 'Screen'] : [],
  showIf: null,
  ...more,
});

const hardware: Form = [
  field('kind', 'choice', { required: true }),
  field('model', 'text', {
    required: true,
    showIf: { need: 'all', tests: [{ field: 'kind', is: 'is', value: 'Laptop' }] },
  }),
  field('reason', 'longText', { required: true, showIf: { need: 'all', tests: [{ field: 'model', is: 'answered' }] } }),
];
const tenSharp = { at: '2026-12-01T12:00:00+02:00', zone: 'UTC' };
const keysOf = (form: Form, given: Record<string, unknown>) => shownFields(form, given).map(({ key }) => key);
const readOne = (asked: Form[number], given: unknown) => checkAnswers([asked], { [asked.key]: given });

describe('what is shown', () => {
  it('follows the answers above it', () => {
    expect(keysOf(hardware, {})).toEqual(['kind']);
    expect(keysOf(hardware, { kind: 'Phone' })).toEqual(['kind']);
    expect(keysOf(hardware, { kind: 'Laptop' })).toEqual(['kind', 'model']);
    expect(keysOf(hardware, { kind: 'Laptop', model: 'Light' })).toEqual(['kind', 'model', 'reason']);
  });
  it('does not hang on the answer of a field that is hidden itself', () => {
    expect(keysOf(hardware, { kind: 'Phone', model: 'Light', reason: 'Old' })).toEqual(['kind']);
  });
  it('does not hang on an answer that cannot stand', () => {
    expect(keysOf(hardware, { kind: 'Boat', model: 'Light' })).toEqual(['kind']);
  });
  it('needs one of several tests, or all of them, as the condition says', () => {
    const tests = [
      { field: 'a', is: 'answered' as const },
      { field: 'b', is: 'answered' as const },
    ];
    const form = (need: 'all' | 'any') => [
      field('a', 'text'),
      field('b', 'text'),
      field('c', 'text', { showIf: { need, tests } }),
    ];
    expect(keysOf(form('any'), { a: 'x' })).toContain('c');
    expect(keysOf(form('all'), { a: 'x' })).not.toContain('c');
    expect(keysOf(form('all'), { a: 'x', b: 'y' })).toContain('c');
  });
  it.each<[string, Form[number], TestOperator, string | number | undefined, unknown, boolean]>([
    ['another choice is not this one', field('a', 'choice'), 'isNot', 'Laptop', 'Phone', true],
    ['no choice at all is not yet another one', field('a', 'choice'), 'isNot', 'Laptop', '', false],
    ['one of several choices', field('a', 'choices'), 'is', 'Phone', ['Laptop', 'Phone'], true],
    ['none of several choices', field('a', 'choices'), 'isNot', 'Phone', ['Laptop'], true],
    ['as much', field('a', 'number'), 'atLeast', 3, 3, true],
    ['less', field('a', 'number'), 'atLeast', 3, 2.9, false],
    ['no more', field('a', 'number'), 'atMost', 3, '3', true],
    ['an amount', field('a', 'money'), 'atLeast', 500, { amount: '500.00', currency: 'EUR' }, true],
    ['a smaller amount', field('a', 'money'), 'atLeast', 500, { amount: '90', currency: 'EUR' }, false],
    ['an earlier day', field('a', 'date'), 'before', '2026-12-01', '2026-11-30', true],
    ['the same day', field('a', 'date'), 'before', '2026-12-01', '2026-12-01', false],
    [
      'a later instant',
      field('a', 'dateTime'),
      'after',
      '2026-12-01T10:00:00Z',
      { at: '2026-12-01T12:30:00+02:00', zone: 'UTC' },
      true,
    ],
    ['the same instant', field('a', 'dateTime'), 'after', '2026-12-01T10:00:00Z', tenSharp, false],
    ['an earlier instant', field('a', 'dateTime'), 'after', '2026-12-01T10:00:01Z', tenSharp, false],
    ['more', field('a', 'number'), 'atMost', 3, 3.1, false],
    ['nothing', field('a', 'person'), 'notAnswered', undefined, null, true],
    ['something', field('a', 'text'), 'notAnswered', undefined, 'Sali 3', false],
  ])('compares: %s', (_, asked, is, value, given, met) => {
    const test = value === undefined ? { field: 'a', is } : { field: 'a', is, value };
    const form = [asked, field('b', 'text', { showIf: { need: 'all', tests: [test] } })];
    expect(faultsOf(form)).toEqual([]);
    expect(keysOf(form, { a: given }).includes('b')).toBe(met);
  });
});

describe('a test that compares with nothing', () => {
  it.each(['is', 'isNot', 'atMost'] as const)('is never met: %s', (is) => {
    const form = [field('a', 'number'), field('b', 'text', { showIf: { need: 'all', tests: [{ field: 'a', is }] } })];
    expect(keysOf(form, { a: 3 })).toEqual(['a']);
  });
});

describe('answers', () => {
  it('of hidden fields never stand, and what is hidden never hinders', () => {
    expect(checkAnswers(hardware, { kind: 'Phone', model: 'Light', reason: 7 })).toEqual({
      answers: { kind: 'Phone' },
    });
  });
  it('that are needed and missing are named', () => {
    expect(checkAnswers(hardware, { kind: 'Laptop' })).toEqual({ problems: { model: { code: 'required' } } });
  });
  it.each<[string, Form[number], unknown, unknown]>([
    ['words without the space around them', field('a', 'text'), '  Sali 3 ', 'Sali 3'],
    ['lines with one kind of end', field('a', 'longText'), 'One\r\ntwo', 'One\ntwo'],
    ['lines with the end of old machines', field('a', 'longText'), 'One\rtwo', 'One\ntwo'],
    ['words as long as may be', field('a', 'text'), 'x'.repeat(400), 'x'.repeat(400)],
    ['a number', field('a', 'number'), ' 12.5', 12.5],
    ['a number with many decimals', field('a', 'number'), '-12.125', -12.125],
    ['the biggest number', field('a', 'number'), 1e15, 1e15],
    ['nothing, without its sign', field('a', 'number'), -0, 0],
    [
      'an amount, to the cent',
      field('a', 'money'),
      { amount: '007.5', currency: 'EUR' },
      { amount: '7.50', currency: 'EUR' },
    ],
    [
      'an amount without cents',
      field('a', 'money'),
      { amount: '700', currency: 'JPY' },
      { amount: '700', currency: 'JPY' },
    ],
    [
      'an amount in thousandths',
      field('a', 'money'),
      { amount: ' 1.234000 ', currency: 'KWD' },
      { amount: '1.234', currency: 'KWD' },
    ],
    ['a day', field('a', 'date'), ' 2026-12-24 ', '2026-12-24'],
    ['a choice', field('a', 'choice'), ' Phone ', 'Phone'],
    ['choices, without the space around them', field('a', 'choices'), [' Phone '], ['Phone']],
    ['an id', field('a', 'file'), ' 0192f0c1-0000-7000-8000-000000000001 ', '0192f0c1-0000-7000-8000-000000000001'],
    [
      'an instant, in UTC',
      field('a', 'dateTime'),
      { at: '2026-12-24T12:00:00+02:00', zone: 'Europe/Helsinki' },
      { at: '2026-12-24T10:00:00.000Z', zone: 'Europe/Helsinki' },
    ],
    ['choices, in the order of the form', field('a', 'choices'), ['Screen', 'Laptop', 'Screen'], ['Laptop', 'Screen']],
    ['a person', field('a', 'person'), '0192F0C1-0000-7000-8000-000000000001', '0192f0c1-0000-7000-8000-000000000001'],
  ])('are written in one form: %s', (_, asked, given, written) => {
    expect(readOne(asked, given)).toEqual({ answers: { a: written } });
  });
  it.each<[string, Form[number], unknown]>([
    ['no words', field('a', 'text'), '  '],
    ['no amount', field('a', 'money'), { amount: '', currency: 'EUR' }],
    ['no amount but space', field('a', 'money'), { amount: ' ', currency: 'EUR' }],
    ['a currency alone', field('a', 'money'), { currency: 'EUR' }],
    ['a currency of nothing', field('a', 'money'), { amount: null, currency: 'EUR' }],
    ['no instant', field('a', 'dateTime'), { at: '', zone: 'UTC' }],
    ['no choices', field('a', 'choices'), []],
    ['no number', field('a', 'number'), null],
  ])('that are empty are none: %s', (_, asked, given) => {
    expect(readOne(asked, given)).toEqual({ answers: {} });
    expect(readOne({ ...asked, required: true }, given)).toEqual({ problems: { a: { code: 'required' } } });
  });
  it.each<[Form[number], unknown, string]>([
    [field('a', 'text'), 'One\ntwo', 'oneLine'],
    [field('a', 'text'), 'x'.repeat(401), 'tooLong'],
    [field('a', 'longText'), 'a\u0000b', 'unreadable'],
    [field('a', 'text'), { toString: 1 }, 'wrongKind'],
    [field('a', 'number'), '1e5', 'notANumber'],
    [field('a', 'number'), Number.NaN, 'notANumber'],
    [field('a', 'money'), { amount: '12,50', currency: 'EUR' }, 'notAnAmount'],
    [field('a', 'money'), { amount: '1.005', currency: 'EUR' }, 'notAnAmount'],
    [field('a', 'money'), { amount: '-1', currency: 'EUR' }, 'notAnAmount'],
    [field('a', 'money'), { amount: '1', currency: 'EUROS' }, 'unknownCurrency'],
    [field('a', 'money'), 12, 'notAnAmount'],
    [field('a', 'money'), { amount: 12, currency: 'EUR' }, 'notAnAmount'],
    [field('a', 'date'), '2026-02-30', 'notADate'],
    [field('a', 'dateTime'), '2026-12-24T10:00', 'notAnInstant'],
    [field('a', 'dateTime'), { at: '2026-12-24T10:00:00Z', zone: 'Mars/Base' }, 'unknownZone'],
    [field('a', 'choice'), 'Boat', 'notAChoice'],
    [field('a', 'choices'), ['Laptop', 'Boat'], 'notAChoice'],
    [field('a', 'choices'), 'Laptop', 'wrongKind'],
    [field('a', 'person'), 'Aino', 'notAnId'],
    [field('a', 'file'), 12, 'notAnId'],
  ])('that cannot stand are refused by name (%#)', (asked, given, code) => {
    expect(readOne(asked, given)).toMatchObject({ problems: { a: { code } } });
  });
});

describe('what is wrong with an answer', () => {
  const choices = { choices: 'Laptop, Phone, Screen' };
  it.each<[Form[number], unknown, string, object]>([
    [field('a', 'text'), 'x'.repeat(401), 'tooLong', { max: 400 }],
    [field('a', 'text'), 7, 'wrongKind', { expected: 'string' }],
    [field('a', 'number'), 1e15 + 1, 'tooBig', { max: 1e15, min: -1e15 }],
    [field('a', 'number'), -1e15 - 1, 'tooSmall', { max: 1e15, min: -1e15 }],
    [field('a', 'choice'), 'Boat', 'notAChoice', choices],
    [field('a', 'choice'), 7, 'notAChoice', choices],
    [field('a', 'choices'), ['Boat'], 'notAChoice', choices],
    [field('a', 'choices'), 'Phone', 'wrongKind', { expected: 'array' }],
  ])('comes with the facts for its sentence (%#)', (asked, given, code, params) => {
    expect(readOne(asked, given)).toEqual({ problems: { a: { code, params } } });
  });
});

describe('a form is faulty', () => {
  const on = (test: Form[number]['showIf']) => [field('a', 'choice'), field('b', 'text', { showIf: test })];
  const when = (fieldKey: string, is: TestOperator, value?: string | number) =>
    on({ need: 'all', tests: [{ field: fieldKey, is, ...(value === undefined ? {} : { value }) }] });
  it.each<[string, Form, string, string]>([
    ['with the same key twice', [field('a', 'text'), field('a', 'date')], '1.key', 'keyTwice'],
    ['with a choice of one', [field('a', 'choice', { options: ['One'] })], '0.options', 'optionsNeeded'],
    ['with an option twice', [field('a', 'choices', { options: ['One', 'One'] })], '0.options.1', 'optionTwice'],
    ['with options where nothing is chosen', [field('a', 'text', { options: ['One'] })], '0.options', 'noOptionsHere'],
    ['with a condition on itself', when('b', 'answered'), '1.showIf.tests.0.field', 'unknownField'],
    ['with a condition on nothing', when('c', 'answered'), '1.showIf.tests.0.field', 'unknownField'],
    ['with a test that does not fit', when('a', 'atLeast', 3), '1.showIf.tests.0.is', 'wrongTest'],
    ['with an option that is not there', when('a', 'is', 'Boat'), '1.showIf.tests.0.value', 'wrongTestValue'],
    ['with a comparison to nothing', when('a', 'is'), '1.showIf.tests.0.value', 'wrongTestValue'],
    ['with a value that compares with nothing', when('a', 'answered', 3), '1.showIf.tests.0.value', 'wrongTestValue'],
  ])('%s', (_, form, path, code) => {
    expect(faultsOf(form).map((fault) => ({ path: fault.path.join('.'), code: fault.code }))).toEqual([{ path, code }]);
  });
  it('with a condition on what comes later, so that none can go round in circles', () => {
    const later = [
      field('a', 'text', { showIf: { need: 'all', tests: [{ field: 'b', is: 'answered' }] } }),
      field('b', 'text', { showIf: { need: 'all', tests: [{ field: 'a', is: 'answered' }] } }),
    ];
    expect(faultsOf(later)).toMatchObject([{ path: [0, 'showIf', 'tests', 0, 'field'], code: 'unknownField' }]);
  });
});
