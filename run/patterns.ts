// Every regular expression that stands in the sources: literals, and those made of a constant text. What is put together at run time is
// told apart, for somebody to look at.
import { parseSync, Visitor } from 'oxc-parser';
import type { Sources } from './architecture.ts';

export type Pattern = { path: string; line: number; source: string; flags: string };
/** A call whose pattern is not known before it runs. */
export type Built = { path: string; line: number; text: string };

type Node = { type: string; start: number; [field: string]: unknown };

/** A text that is the same whenever it runs. */
function constantOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const template = node?.type === 'TaggedTemplateExpression' ? (node['quasi'] as Node) : node;
  if (template?.type !== 'TemplateLiteral' || (template['expressions'] as unknown[]).length > 0) return undefined;
  const [quasi] = template['quasis'] as { value: { raw: string; cooked: string } }[];
  return template === node ? quasi?.value.cooked : quasi?.value.raw;
}

/** @returns every expression that stands there, and every one that is built from something else */
export function patternsIn(sources: Sources): { patterns: Pattern[]; built: Built[] } {
  const patterns: Pattern[] = [];
  const built: Built[] = [];
  for (const [path, text] of sources) {
    const { program, errors } = parseSync(path, text);
    if (errors.some(({ severity }) => severity === 'Error')) throw new Error(`${path} cannot be read.`);
    const lineAt = (place: number) => text.slice(0, place).split('\n').length;
    const made = (node: Node) => {
      if ((node['callee'] as { name?: string }).name !== 'RegExp') return;
      const [first, second] = node['arguments'] as Node[];
      // A literal inside is met by itself.
      if (first?.type === 'Literal' && first['regex']) return;
      const source = constantOf(first);
      const line = lineAt(node.start);
      if (source === undefined) built.push({ path, line, text: text.slice(node.start, node['end'] as number) });
      else patterns.push({ path, line, source, flags: constantOf(second) ?? '' });
    };
    new Visitor({
      Literal(node) {
        if ('regex' in node && node.regex)
          patterns.push({ path, line: lineAt(node.start), source: node.regex.pattern, flags: node.regex.flags });
      },
      NewExpression: (node) => made(node as unknown as Node),
      CallExpression: (node) => made(node as unknown as Node),
    }).visit(program);
  }
  return { patterns, built };
}
