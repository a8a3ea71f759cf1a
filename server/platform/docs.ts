// The readable page of the interface, made from the OpenAPI document: plain HTML, no script. Its looks: public/docs.css.
import { problems } from '../../contract/problems.ts';
import { escape, fields, nameOf, type Node } from './docs-shapes.ts';
import en from './words/en.json' with { type: 'json' };

const contentOf = (holder: unknown): [string, Node][] => {
  const content = ((holder as Node | undefined)?.['content'] ?? {}) as Record<string, { schema: Node }>;
  return Object.entries(content).map(([type, { schema }]) => [type, schema]);
};

type Operation = { id: string; method: string; path: string; described: Node };

function operation({ id, method, path, described }: Operation): string {
  const parameters = ((described['parameters'] ?? []) as Node[]).map((each) => {
    const schema = each['schema'] as Node;
    const needed = each['required'] ? ', needed' : '';
    return `<div><dt><code>${escape(each['name'])}</code> <small>${escape(each['in'])}${needed} · ${nameOf(schema)}</small></dt><dd>${escape(each['description'] ?? schema['description'] ?? '')}</dd></div>`;
  });
  const sends = contentOf(described['requestBody']).map(
    ([type, schema]) => `<h4>Send <small>${escape(type)}</small></h4>${fields(schema)}`,
  );
  const security = (described['security'] ?? []) as { token?: string[] }[];
  const scope = security.find((way) => way.token)?.token?.[0];
  const open =
    security.length === 0
      ? '<span class="open">without signing in</span>'
      : `<small>${scope ? `token: ${escape(scope)}` : 'not by token'}</small>`;
  return `<section id="${escape(id)}">
<h3>${escape(described['summary'])} <a class="here" href="#${escape(id)}" aria-label="Link to ${escape(id)}">#</a></h3>
<p class="call"><b class="${escape(method)}">${escape(method.toUpperCase())}</b> <code>${escape(path)}</code> <small>${escape(id)}</small> ${open}</p>
${parameters.length > 0 ? `<h4>Parameters</h4><dl>${parameters.join('')}</dl>` : ''}
${sends.join('')}
<h4>Answers</h4><ul>${answersOf(described).join('')}</ul></section>`;
}

function answersOf(described: Node): string[] {
  const answers = Object.entries(described['responses'] as Record<string, Node>);
  return answers
    .filter(([status]) => status !== 'default')
    .map(([status, answer]) => {
      const shapes = contentOf(answer).map(([type, schema]) => `${nameOf(schema)} <small>${escape(type)}</small>`);
      return `<li><b>${escape(status)}</b> ${shapes.join(', ') || 'nothing to read'}</li>`;
    })
    .concat(`<li>else <a href="#schema-Problem">Problem</a> <small>application/problem+json</small></li>`);
}

/** The sentence of a problem; what a call fills in stands as an ellipsis. */
const saying = (code: string): string =>
  ((en as Record<string, string>)[`problem.${code}`] ?? '').replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');

const problemList = (): string =>
  Object.entries(problems)
    .map(
      ([code, status]) =>
        `<div id="problem-${escape(code)}"><dt><code>${escape(code)}</code> <small>${status}</small></dt><dd>${escape(saying(code))}</dd></div>`,
    )
    .join('');

// In the order in which somebody who writes a program meets them.
const manners = `<dl class="manners">
<div><dt>Who calls</dt><dd>A program shows a personal token as <code>Authorization: Bearer gt_…</code>. You make it at <a href="/me/tokens">/me/tokens</a>, with a name, an end, and a scope for what it needs: <code>read</code> sees what you see, <code>write</code> acts in your conversations, <code>admin</code> administers while you are an administrator. A token that is none answers <a href="#problem-tokenRefused">401</a>, one without the scope <a href="#problem-scopeMissing">403</a>. Browsers have the session cookie of <a href="#signIn">signIn</a> instead.</dd></div>
<div><dt>What you see</dt><dd>What you may not see answers exactly as what does not exist: <a href="#problem-notFound">404</a>.</dd></div>
<div><dt>Writing once</dt><dd>Send an <code>Idempotency-Key</code> with each write, any unique text. The same key again gets the first answer for 7 days; while the first still runs <a href="#problem-twinRunning">409</a>, with another body <a href="#problem-keyReused">422</a>.</dd></div>
<div><dt>Changing what you saw</dt><dd>Answers with a version carry an <code>ETag</code>; send it back as <code>If-Match</code>. If somebody was faster: <a href="#problem-changedMeanwhile">412</a>, and nothing has changed. Where it is needed and missing: <a href="#problem-versionNeeded">428</a>.</dd></div>
<div><dt>What you may do</dt><dd>Things that can be changed list it in <code>can</code>; it is the same list that the buttons of the web are made of.</dd></div>
<div><dt>Pages</dt><dd>Lists take <code>limit</code> and answer with <code>next</code>; send it as <code>cursor</code> for the next page. <code>null</code> is the end.</dd></div>
<div><dt>Following</dt><dd><a href="#streamEvents">streamEvents</a> tells what changed as it changes, resumes after the last event id, and only tells what you may see at that moment.</dd></div>
<div><dt>Refusals</dt><dd>Every refusal is a problem of RFC 9457: <code>code</code> is stable, <code>detail</code> is a sentence in the language of <code>Accept-Language</code> (en, fi, es, ru), <code>fields</code> says where. All of them are <a href="#problems">listed</a>.</dd></div>
</dl>
<pre tabindex="0" aria-label="Example"><code>curl -H 'Authorization: Bearer gt_…' http://localhost:3000/api/today</code></pre>`;

function grouped(document: Node): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  const paths = document['paths'] as Record<string, Record<string, Node>>;
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const [tag = 'api'] = described['tags'] as string[];
      const id = String(described['operationId']);
      groups.set(tag, [...(groups.get(tag) ?? []), { id, method, path, described }]);
    }
  }
  return groups;
}

const contents = (groups: Map<string, Operation[]>): string =>
  [...groups]
    .map(([tag, parts]) => {
      const links = parts.map(({ id }) => `<li><a href="#${escape(id)}">${escape(id)}</a></li>`);
      return `<details><summary>${escape(tag)} <small>${parts.length}</small></summary><ul>${links.join('')}</ul></details>`;
    })
    .join('');

/** The whole interface as one page. */
export function docsPage(document: Node): string {
  const groups = grouped(document);
  const info = document['info'] as Node;
  const schemas = (document['components'] as { schemas: Record<string, Node> }).schemas;
  const sections = [...groups].map(
    ([tag, parts]) => `<h2 id="tag-${escape(tag)}">${escape(tag)}</h2>${parts.map(operation).join('')}`,
  );
  const shapes = Object.entries(schemas).map(
    ([name, schema]) =>
      `<section id="schema-${escape(name)}"><h3>${escape(name)}</h3><p>${escape(schema['description'] ?? '')}</p>${fields(schema)}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Goodturn for programs</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs.css"></head>
<body><a class="skip" href="#main">Skip to the page</a>
<header><a class="mark" href="/">goodturn</a>
<nav aria-label="Contents"><ul><li><a href="#manners">How to call</a></li><li><a href="#problems">Problems</a></li><li><a href="#schemas">Shapes</a></li></ul>${contents(groups)}</nav></header>
<main id="main" tabindex="-1"><h1>Goodturn for programs</h1><p class="lead">${escape(info['description'])}</p>
<p>The same for machines: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<h2 id="manners">How to call</h2>${manners}
${sections.join('\n')}
<h2 id="problems">Problems</h2><p>Each <code>code</code> with its status and its sentence in English.</p><dl class="problems">${problemList()}</dl>
<h2 id="schemas">Shapes</h2>${shapes.join('\n')}</main></body></html>`;
}
