// How a shape of the OpenAPI document is told on the readable page: its kind in a few words, its fields as a list.
export type Node = Record<string, unknown>;

export const escape = (text: unknown): string =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const choicesOf = (schema: Node): unknown[] | undefined =>
  [schema['enum'], schema['anyOf'], schema['oneOf']].find((each) => Array.isArray(each)) as unknown[] | undefined;

/** What a value is: a link to its shape, its choices, or its type with its bounds. */
export function nameOf(schema: Node | undefined): string {
  if (!schema) return '';
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = escape(reference.split('/').at(-1) ?? '');
    return `<a href="#schema-${name}">${name}</a>`;
  }
  if (schema['type'] === 'array') return `list of ${nameOf(schema['items'] as Node)}`;
  if ('const' in schema) return `<code>${escape(JSON.stringify(schema['const']))}</code>`;
  const choices = choicesOf(schema)?.map((each) =>
    typeof each === 'object' && each ? nameOf(each as Node) : `<code>${escape(each)}</code>`,
  );
  if (choices) return choices.join(choices.length > 4 ? ', ' : ' or ');
  return escape([schema['type'] ?? 'any value', schema['format'], boundsOf(schema)].filter(Boolean).join(', '));
}

function boundsOf(schema: Node): string {
  const [least, most] = [schema['minimum'] ?? schema['minLength'], schema['maximum'] ?? schema['maxLength']];
  const sane = (bound: unknown) => typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (sane(least) && sane(most)) return `${String(least)} to ${String(most)}`;
  return sane(most) ? `up to ${String(most)}` : sane(least) ? `from ${String(least)}` : '';
}

const deepest = 3;

/** The fields of an object, and of the objects inside it; where it is one of several shapes, each of them. */
export function fields(schema: Node | undefined, depth = 0): string {
  if (!schema) return '';
  const variants = choicesOf(schema)?.filter((each): each is Node => isObject(each));
  if (variants && variants.length > 0 && depth < deepest)
    return variants.map((each) => fields(each, depth + 1)).join('<p class="or">or</p>');
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Node>);
  if (properties.length === 0) return depth === 0 ? `<p>${nameOf(schema)}</p>` : '';
  const required = (schema['required'] ?? []) as string[];
  const lines = properties.map(([name, shape]) => {
    const inner = innerOf(shape);
    const optional = required.includes(name) ? '' : ' · may be left out';
    const meaning = escape(shape['description'] ?? '');
    const more = inner && depth < deepest ? fields(inner, depth + 1) : '';
    return `<div><dt><code>${escape(name)}</code> <small>${nameOf(shape)}${optional}</small></dt><dd>${meaning}${more}</dd></div>`;
  });
  return `<dl>${lines.join('')}</dl>`;
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'properties' in value && value.properties !== undefined;

/** The object that a field holds, itself, in a list, or when it is not null. */
function innerOf(shape: Node): Node | undefined {
  const inside = shape['type'] === 'array' ? (shape['items'] as Node) : shape;
  return [inside, ...(choicesOf(inside) ?? [])].find((each): each is Node => isObject(each));
}
