// Describes contracts as OpenAPI 3.1. The wire's view: what is sent in, what comes out; nothing here knows a capability.
import { z } from 'zod';
import { scopeOf, type Route } from '../../contract/route.ts';
import { Problem } from '../../contract/problems.ts';

type Json = Record<string, unknown>;

const ref = (id: string) => `#/components/schemas/${id}`;

/**
 * A schema as JSON Schema 2020-12; named schemas become references into `components`. What is sent in may leave out what
 * has a default: where that makes a named schema another one than what comes out, it has a name of its own.
 */
function schemaOf(schema: Route['body'], io: 'input' | 'output', components: Json): Json {
  const made = z.toJSONSchema(schema as z.ZodType, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  const { $schema: _, $defs, ...rest } = made;
  const definitions = Object.entries(($defs ?? {}) as Record<string, Json>);
  const differs = (id: string, definition: Json) =>
    io === 'input' && id in components && JSON.stringify(tidy(definition)) !== JSON.stringify(components[id]);
  const names = new Map(definitions.map(([id, one]) => [id, differs(id, one) ? `${id}Input` : id]));
  for (const [id, definition] of definitions) components[names.get(id) ?? id] = tidy(definition, names);
  return tidy(rest, names);
}

const local = '#/$defs/';

/** References point into components; an answer may grow fields, so `additionalProperties: false` is not promised. */
function tidy(value: unknown, names: ReadonlyMap<string, string> = new Map()): Json {
  const renamed = (target: string) => {
    const id = target.slice(local.length);
    return target.startsWith(local) ? ref(names.get(id) ?? id) : target;
  };
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).filter(([key, inner]) => key !== 'id' || typeof inner !== 'string');
    return Object.fromEntries(
      entries
        .filter(([key, inner]) => !(key === 'additionalProperties' && inner === false))
        .map(([key, inner]) =>
          key === '$ref' && typeof inner === 'string' ? [key, renamed(inner)] : [key, walk(inner)],
        ),
    );
  };
  return walk(value) as Json;
}

function named(schema: Route['body'], io: 'input' | 'output', components: Json): Json {
  const meta = (schema as z.ZodType).meta();
  const made = schemaOf(schema, io, components);
  if (!meta?.id) return made;
  const own = made['$ref'] ? {} : made;
  if (!made['$ref']) components[meta.id] = own;
  return { $ref: ref(meta.id) };
}

function parametersOf(schema: Route['query'], place: 'path' | 'query', components: Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input', components) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }));
}

const header = (name: string, description: string, required = false) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

/** A token stands in for the session where its scopes allow. */
function securityOf(route: Route): Json {
  const scope = scopeOf(route);
  if (route.for === 'anyone') return { security: [] };
  return { security: [{ session: [] }, ...(scope === 'never' ? [] : [{ token: [scope] }])] };
}

const besides = { 206: { description: 'The part that Range asks for' }, 304: { description: 'Not changed since' } };

/** What is said of an answer that has no shape of ours. */
const unnamed = (type: string): Json =>
  type === 'application/json'
    ? { type: 'object' }
    : { type: 'string', ...(type.startsWith('text/') ? {} : { format: 'binary' }) };

function operationOf(id: string, route: Route, components: Json): Json {
  const writes = route.method !== 'GET';
  const parameters = [
    ...parametersOf(route.params, 'path', components),
    ...parametersOf(route.query, 'query', components),
    ...(writes && route.idempotent !== false
      ? [
          header(
            'Idempotency-Key',
            'Any unique text up to 255 characters; a repeat gets the first answer. Kept for 7 days.',
          ),
        ]
      : []),
    ...(route.ifMatch
      ? [header('If-Match', 'The ETag of the version that you change.', route.ifMatch === 'required')]
      : []),
  ];
  const content = route.response
    ? { 'application/json': { schema: named(route.response, 'output', components) } }
    : route.produces && Object.fromEntries(route.produces.split(', ').map((each) => [each, { schema: unnamed(each) }]));
  const body = route.body
    ? { 'application/json': { schema: named(route.body, 'input', components) } }
    : route.consumes &&
      Object.fromEntries(route.consumes.map((each) => [each, { schema: { type: 'string', format: 'binary' } }]));
  return {
    operationId: id,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'api'],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    ...securityOf(route),
    responses: {
      [route.status]: { description: route.status === 204 ? 'Done' : 'OK', ...(content ? { content } : {}) },
      ...Object.fromEntries(
        (route.also ?? []).map((status) => [status, { ...besides[status], ...(status === 206 ? { content } : {}) }]),
      ),
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: ref('Problem') } } },
      },
    },
  };
}

/** The whole document, in a stable order. */
export function describe(served: ReadonlyArray<ReadonlyArray<{ id: string; route: Route }>>): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const { route } of served.flat()) if (route.response) named(route.response, 'output', components);
  for (const { id, route } of served.flat()) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(id, route, components);
  }
  named(Problem, 'output', components);
  const sorted = Object.fromEntries(Object.entries(components).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Goodturn',
      version: '1',
      description:
        'Colleagues ask, promise, deliver and thank. A program shows a personal token, made at /me/tokens, as Authorization: Bearer gt_…; a browser the session cookie of POST /api/session. Writes take an Idempotency-Key, edits an If-Match.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: sorted,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'goodturn.session_token' },
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'gt_ and 49 signs',
          description:
            'A personal token. Scopes: read sees what its owner sees, write acts in their conversations, admin does what administrators do, while its owner is one.',
        },
      },
    },
  };
}
