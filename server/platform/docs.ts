// The readable page of the interface, made from the OpenAPI document: plain HTML, no script.
type Node = Record<string, unknown>;

const escape = (text: unknown): string =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const nameOf = (schema: Node | undefined): string => {
  if (!schema) return '';
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.split('/').at(-1) ?? '';
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  if (schema['type'] === 'array') return `list of ${nameOf(schema['items'] as Node)}`;
  const choices = schema['enum'] ?? schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices)) {
    return choices
      .map((each) => (typeof each === 'object' && each ? nameOf(each as Node) : `<code>${escape(each)}</code>`))
      .join(' or ');
  }
  return escape([schema['type'] ?? 'value', schema['format']].filter(Boolean).join(', '));
};

function fields(schema: Node | undefined): string {
  const properties = Object.entries((schema?.['properties'] ?? {}) as Record<string, Node>);
  if (properties.length === 0) return schema ? `<p>${nameOf(schema)}</p>` : '';
  const required = (schema?.['required'] ?? []) as string[];
  const rows = properties.map(
    ([name, shape]) =>
      `<tr><th scope="row"><code>${escape(name)}</code></th><td>${nameOf(shape)}</td><td>${required.includes(name) ? 'always' : ''}</td><td>${escape(shape['description'] ?? '')}</td></tr>`,
  );
  return `<table><thead><tr><th>Field</th><th>Kind</th><th>Needed</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const contentOf = (holder: unknown): [string, Node][] => {
  const content = ((holder as Node | undefined)?.['content'] ?? {}) as Record<string, { schema: Node }>;
  return Object.entries(content).map(([type, { schema }]) => [type, schema]);
};

function operation(method: string, path: string, described: Node): string {
  const parameters = ((described['parameters'] ?? []) as Node[]).map(
    (each) =>
      `<tr><th scope="row"><code>${escape(each['name'])}</code></th><td>${escape(each['in'])}</td><td>${nameOf(each['schema'] as Node)}</td><td>${escape(each['description'] ?? (each['schema'] as Node)['description'] ?? '')}</td></tr>`,
  );
  const answers = Object.entries(described['responses'] as Record<string, Node>)
    .filter(([status]) => status !== 'default')
    .map(
      ([status, answer]) =>
        `<p>Answers <b>${escape(status)}</b> ${contentOf(answer)
          .map(([type, schema]) => `${nameOf(schema)} <small>${escape(type)}</small>`)
          .join(', ')}</p>`,
    );
  return `<section id="${escape(described['operationId'])}"><h3>${escape(described['summary'])}</h3>
<p class="call"><b>${escape(method.toUpperCase())}</b> <code>${escape(path)}</code> <small>${escape(described['operationId'])}${Array.isArray(described['security']) ? ' · without signing in' : ''}</small></p>
${parameters.length > 0 ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Kind</th><th>Meaning</th></tr></thead><tbody>${parameters.join('')}</tbody></table>` : ''}
${contentOf(described['requestBody'])
  .map(([type, schema]) => `<p>Send <small>${escape(type)}</small></p>${fields(schema)}`)
  .join('')}${answers.join('')}</section>`;
}

/** The whole interface as one page. */
export function docsPage(document: Node): string {
  const paths = document['paths'] as Record<string, Record<string, Node>>;
  const groups = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const [tag = 'api'] = described['tags'] as string[];
      groups.set(tag, [...(groups.get(tag) ?? []), operation(method, path, described)]);
    }
  }
  const schemas = (document['components'] as { schemas: Record<string, Node> }).schemas;
  const info = document['info'] as Node;
  const sections = [...groups].map(([tag, parts]) => `<h2 id="${escape(tag)}">${escape(tag)}</h2>${parts.join('')}`);
  const shapes = Object.entries(schemas).map(
    ([name, schema]) =>
      `<section id="schema-${escape(name)}"><h3>${escape(name)}</h3><p>${escape(schema['description'] ?? '')}</p>${fields(schema)}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Goodturn for programs</title><link rel="stylesheet" href="/docs.css"></head>
<body><nav aria-label="Parts"><b>goodturn</b><ul>${[...groups.keys()].map((tag) => `<li><a href="#${escape(tag)}">${escape(tag)}</a></li>`).join('')}<li><a href="#schemas">shapes</a></li></ul></nav>
<main><h1>Goodturn for programs</h1><p>${escape(info['description'])}</p><p>The same as a document: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>${sections.join('')}<h2 id="schemas">Shapes</h2>${shapes.join('')}</main></body></html>`;
}
