// The part of JSON Schema that our OpenAPI document uses, and whether a value is as a schema says. Fails closed: an unknown word throws.

export type Schema = {
  $ref?: string;
  type?: string | readonly string[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: readonly Schema[];
  minItems?: number;
  maxItems?: number;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};
export type Components = Readonly<Record<string, Schema>>;

const judged = new Set([
  ...['$ref', 'type', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'prefixItems'],
  ...['minItems', 'maxItems', 'enum', 'const', 'anyOf', 'oneOf', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum'],
]);
/** Words that say something to people, or what a pattern or a parser says anyway. */
const silent = new Set(['description', 'example', 'examples', 'default', 'title', 'format', 'as', 'deprecated']);

export const resolve = (schema: Schema, components: Components): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  if (name === undefined) return schema;
  const found = components[name];
  if (!found) throw new Error(`The document has no schema ${name}.`);
  return resolve(found, components);
};

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

const patterns = new Map<string, RegExp>();
const patternOf = (source: string) => {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
};

/** @param strict whether a property that the schema does not name is a fault, as it is in an answer @returns one sentence for each fault */
export function faults(value: unknown, schema: Schema, components: Components, strict: boolean): string[] {
  const walk = (at: string, one: unknown, told: Schema): string[] => {
    const unknown = Object.keys(told).find((word) => !judged.has(word) && !silent.has(word));
    if (unknown) throw new Error(`Nobody has said how to judge ${unknown}.`);
    if (told.$ref) return walk(at, one, resolve(told, components));
    const choices = told.anyOf ?? told.oneOf;
    if (choices) {
      const each = choices.map((choice) => walk(at, one, choice));
      return each.some((said) => said.length === 0)
        ? []
        : (each.toSorted((a, b) => b[0]!.length - a[0]!.length)[0] ?? []);
    }
    const kind = kindOf(one);
    const kinds = [told.type ?? []].flat();
    const fits = kinds.length === 0 || kinds.includes(kind) || (kind === 'integer' && kinds.includes('number'));
    if (!fits) return [`${at || 'the whole'} is ${kind}, not ${kinds.join(' or ')}`];
    const says = (wrong: boolean, sentence: string) => (wrong ? [`${at || 'the whole'} ${sentence}`] : []);
    return [
      ...says('const' in told && one !== told.const, `is not ${JSON.stringify(told.const)}`),
      ...says(told.enum !== undefined && !told.enum.includes(one), 'is none of the choices'),
      ...(typeof one === 'string' ? ofText(one, told, says) : []),
      ...(typeof one === 'number' ? ofNumber(one, told, says) : []),
      ...(Array.isArray(one) ? ofList(at, one, told, says) : []),
      ...(kind === 'object' ? ofFields(at, one as Record<string, unknown>, told, says) : []),
    ];
  };
  type Says = (wrong: boolean, sentence: string) => string[];

  const ofText = (text: string, { minLength = 0, maxLength = Infinity, pattern }: Schema, says: Says) => [
    ...says([...text].length < minLength, 'is too short'),
    ...says([...text].length > maxLength, 'is too long'),
    ...says(pattern !== undefined && !patternOf(pattern).test(text), `is not like ${pattern?.slice(0, 40)}`),
  ];
  const ofNumber = (number: number, { minimum = -Infinity, maximum = Infinity }: Schema, says: Says) =>
    says(number < minimum || number > maximum, 'is out of bounds');
  const ofList = (at: string, list: readonly unknown[], told: Schema, says: Says) => [
    ...says(list.length < (told.minItems ?? 0) || list.length > (told.maxItems ?? Infinity), 'has too few or too many'),
    ...list.flatMap((inner, index) => {
      const inside = told.prefixItems?.[index] ?? told.items;
      return inside ? walk(`${at}[${index}]`, inner, inside) : [];
    }),
  ];
  const ofFields = (at: string, fields: Record<string, unknown>, told: Schema, says: Says) => [
    ...(told.required ?? []).flatMap((name) => says(!Object.hasOwn(fields, name), `has no ${name}`)),
    ...Object.entries(fields).flatMap(([name, inner]) => {
      const named = told.properties && Object.hasOwn(told.properties, name) ? told.properties[name] : undefined;
      const inside = named ?? told.additionalProperties;
      if (typeof inside === 'object') return walk(`${at}.${name}`, inner, inside);
      return says(strict && told.properties !== undefined && inside !== true, `has ${name}, which nothing documents`);
    }),
  ];
  return walk('', value, schema);
}
