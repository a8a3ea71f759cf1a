// What the described interface says of forms and of what comes round is what is accepted: openapi.json against the shapes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Answer, Money, Moment } from './form-answers.ts';
import { Condition, fieldKey, Form, FormField, Test } from './forms.ts';
import { Recurrence } from './recurrence.ts';

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../openapi.json'), 'utf8')) as {
  components: { schemas: Record<string, { properties?: { form?: object } }> };
};
const shapes = { FormAnswer: Answer, Money, Moment, FormField, FormTest: Test, FormCondition: Condition, Recurrence };
const made = JSON.parse(
  JSON.stringify(z.toJSONSchema(z.object({ ...shapes, form: Form }))).replaceAll('#/$defs/', '#/components/schemas/'),
) as { $defs: Record<string, object>; properties: { form: object } };

test.each(Object.keys(shapes))('%s is described as it is', (name) => {
  expect(made.$defs[name]).toMatchObject(document.components.schemas[name]!);
});

test('a form is described as it is', () => {
  expect(made.properties.form).toMatchObject(document.components.schemas['Service']!.properties!.form!);
});

test('the key of a field begins with a small letter and has letters and digits', () => {
  const code = (key: string) =>
    fieldKey.safeParse(key).error?.issues.map((issue) => issue.code === 'custom' && issue.params);
  for (const key of ['a', 'laptopModel', 'x9', 'a'.repeat(40)]) expect(code(key)).toBeUndefined();
  for (const key of ['Laptop', '9x', 'laptop-model', 'laptop model', '-a', 'a-'])
    expect(code(key)).toEqual([{ code: 'notAKey' }]);
  expect(fieldKey.safeParse('a'.repeat(41)).success).toBe(false);
});
