// What the described interface says of forms and of what comes round is what is accepted: openapi.json against the shapes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Answer, Money, Moment } from './form-answers.ts';
import { Condition, FormField, fieldKey, Test } from './forms.ts';
import { Recurrence } from './recurrence.ts';

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../openapi.json'), 'utf8')) as {
  components: { schemas: Record<string, object> };
};
const shapes = { FormAnswer: Answer, Money, Moment, FormField, FormTest: Test, FormCondition: Condition, Recurrence };

test.each(Object.entries(shapes))('%s is described as it is', (name, shape) => {
  const { $schema: _, $defs, id: __, ...own } = z.toJSONSchema(shape, { io: 'output', reused: 'inline' });
  const made = own.$ref ? $defs![name] : own;
  const said = JSON.stringify(made).replaceAll('#/$defs/', '#/components/schemas/');
  const { id: ___, additionalProperties: ____, ...plain } = JSON.parse(said) as Record<string, unknown>;
  expect(plain).toMatchObject(document.components.schemas[name]!);
});

test('the key of a field begins with a small letter and has letters and digits', () => {
  const code = (key: string) =>
    fieldKey.safeParse(key).error?.issues.map((issue) => issue.code === 'custom' && issue.params);
  for (const key of ['a', 'laptopModel', 'x9', 'a'.repeat(40)]) expect(code(key)).toBeUndefined();
  for (const key of ['Laptop', '9x', 'laptop-model', 'laptop model', '-a', 'a-'])
    expect(code(key)).toEqual([{ code: 'notAKey' }]);
  expect(fieldKey.safeParse('a'.repeat(41)).success).toBe(false);
});
