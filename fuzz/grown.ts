// Values that a schema allows, made by chance. Where an id belongs it leaves a pick, which is settled when there are things to pick from.
import fc from 'fast-check';
import { languages } from '../contract/shapes.ts';
import { resolve, type Components, type Schema } from './schema.ts';

/** Stands for an id: the `place`-th, counted round, of the things of that kind. */
export type Pick = { pick: string; place: number };

const isPick = (value: unknown): value is Pick =>
  typeof value === 'object' && value !== null && 'pick' in value && 'place' in value;

/** What kind of thing a field of that name points at; a field that is not here points at anything. */
const kinds: readonly [RegExp, string][] = [
  [/^(person|manager|dotted|standIn|onBehalfOf|participants|provider|requester|leads|to)$/, 'people'],
  [/^(team|teams|askers)$/, 'teams'],
  [/^(service|services|alsoNeeded)$/, 'services'],
  [/^(attachments)$/, 'attachments'],
  [/^(item|items)$/, 'items'],
  [/^(into|other)$/, 'requests'],
  [/^(entry)$/, 'messages'],
];
export const kindOf = (name: string, otherwise = 'anything'): string =>
  kinds.find(([names]) => names.test(name))?.[1] ?? otherwise;

const pickOf = (kind: string): fc.Arbitrary<Pick> => fc.nat(9999).map((place) => ({ pick: kind, place }));

/** A copy with an id in the place of each pick. */
export function settle(value: unknown, idOf: (pick: Pick) => string): unknown {
  if (isPick(value)) return idOf(value);
  if (Array.isArray(value)) return value.map((inner) => settle(inner, idOf));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, settle(inner, idOf)]));
}

const dayAt = (after: number) => new Date(Date.UTC(2026, 10, 24) + after * 86_400_000).toISOString().slice(0, 10);
const day = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -10, max: 400 }).map(dayAt) },
  fc.constantFrom('1900-01-01', '2028-02-29', '8999-12-31'),
);
const moment = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .integer({ min: -3000, max: 60_000 })
      .map((minutes) => new Date(Date.UTC(2026, 10, 24, 8) + minutes * 60_000).toISOString()),
  },
  fc.constantFrom('2026-11-24T23:59:59+14:00', '2027-03-28T03:30:00+03:00', '8999-12-31T23:59:59Z'),
);
const email = fc.nat(100_000).map((number) => `grown${number}@example.com`);
const named: Record<string, fc.Arbitrary<unknown>> = {
  zone: fc.constantFrom('Europe/Helsinki', 'UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati'),
  country: fc.constantFrom('FI', 'ES', 'US', 'DE'),
  region: fc.constantFrom(null, null, 'BY', 'CA', 'XX'),
  language: fc.constantFrom(...languages),
  languages: fc.uniqueArray(fc.constantFrom('fi', 'en', 'sv', 'ru', 'xx'), { maxLength: 4 }),
  key: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/),
  url: fc.constantFrom('https://hooks.example.com/in', 'https://hooks.example.com:8443/a?b=c'),
  endpoint: fc.nat(9999).map((number) => `https://push.example.com/${number}`),
};

const people = fc.oneof(
  fc.constantFrom(
    'Chairs',
    'Tuolit saliin 3',
    '¿Puedes?',
    'Проектор не горит',
    'a',
    '**bold** `code`',
    '[x](http://y)',
    '@all',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.lorem({ maxCount: 12 }),
);
/** Words of an allowed length, at times of the greatest one. */
function wordsOf({ minLength = 0, maxLength = 120 }: Schema): fc.Arbitrary<string> {
  const fitted = people.map((text) => text.slice(0, maxLength).padEnd(minLength, 'x').toWellFormed());
  return fc.oneof(
    { weight: 12, arbitrary: fitted },
    { weight: 1, arbitrary: fc.constantFrom('a'.repeat(maxLength), 'ä '.repeat(maxLength / 2)) },
    { weight: minLength === 0 ? 2 : 0, arbitrary: fc.constant('') },
  );
}

// They take long to make, and are wanted anew for every company.
const patterns = new Map<string, fc.Arbitrary<string>>();
function like(pattern: string): fc.Arbitrary<string> {
  const made = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  patterns.set(pattern, made);
  return made;
}

function textOf(name: string, schema: Schema): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return pickOf(kindOf(name));
  if (schema.format === 'date') return day;
  if (schema.format === 'date-time') return moment;
  if (schema.format === 'email') return email;
  if (name === 'cursor' || name === 'token') return pickOf(name);
  return schema.pattern ? like(schema.pattern) : wordsOf(schema);
}

function numberOf({ type, minimum = -1000, maximum = 100_000 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)];
  const whole = fc.oneof(fc.integer({ min, max: Math.min(max, min + 100) }), fc.constantFrom(min, max));
  return type === 'integer' ? whole : fc.oneof(whole, fc.double({ min, max, noNaN: true }));
}

/** Values as `schema` says, of a field called `name`. */
export function grown(schema: Schema, components: Components, name = '', depth = 0): fc.Arbitrary<unknown> {
  const inner = (each: Schema, called = name) => grown(each, components, called, depth + 1);
  if (depth > 12) return fc.constant(null);
  if (schema.$ref) return grown(resolve(schema, components), components, name, depth + 1);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => inner(each)));
  const own = named[name];
  if (own) return own;
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type: string) => inner({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return textOf(name, schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return listOf(schema, (each) => inner(each));
    case 'object':
      return fieldsOf(schema, inner);
    default:
      return fc.constantFrom<unknown>('text', 1, true, null);
  }
}

function listOf(schema: Schema, inner: (each: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(inner));
  const { minItems = 0, maxItems = 5 } = schema;
  return fc.array(inner(schema.items ?? {}), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
}

function fieldsOf(
  schema: Schema,
  inner: (each: Schema, called: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const free = schema.additionalProperties;
  if (!schema.properties && free) {
    const shape = typeof free === 'object' ? free : {};
    return fc.dictionary(fc.constantFrom('kind', 'model', 'size'), inner(shape, ''), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  }
  const fields = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, inner(each, name)] as const);
  const required = (schema.required ?? []).filter((name) => Object.hasOwn(schema.properties ?? {}, name));
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[], noNullPrototype: true });
}
