// Cuts SQL into its statements, as psql would: semicolons in texts, comments and bodies of functions do not count.

// What is one piece: comments, texts, names, bodies between dollars; then the words that open and close a body in standard SQL.
const pieces =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|\bbegin\s+atomic\b|\bcase\b|\bend\b|;/gi;

/** @returns the statements with their semicolons; joined they are the text, but for what follows the last one. */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let from = 0;
  let depth = 0;
  for (const found of text.matchAll(pieces)) {
    const piece = found[0].toLowerCase();
    if (piece.startsWith('begin')) depth += 1;
    else if (depth > 0 && piece === 'case') depth += 1;
    else if (depth > 0 && piece === 'end') depth -= 1;
    else if (piece === ';' && depth === 0) {
      const to = found.index + 1;
      statements.push(text.slice(from, to));
      from = to;
    }
  }
  return statements;
}

/** A statement in one line without comments, for reports and for judging it. */
export const plainly = (statement: string): string =>
  statement
    .replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
