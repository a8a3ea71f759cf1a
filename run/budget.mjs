// What a browser fetches before the first page stands: the document, its scripts with everything they import at once, its styles.
// Fonts and parts that load when they are needed are not among it.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @returns the gzipped bytes of the first load and of each file in it. */
export function firstLoad(folder) {
  const files = new Map();
  const take = (path) => {
    const name = path.replace(/^\//, '').replace(/[?#].*$/, '');
    const place = join(folder, name);
    if (files.has(name) || !existsSync(place)) return;
    const text = readFileSync(place, 'utf8');
    files.set(name, gzipSync(text, { level: 9 }).length);
    for (const other of referencesOf(name, text)) take(other);
  };
  take('index.html');
  return {
    bytes: [...files.values()].reduce((sum, bytes) => sum + bytes, 0),
    files: [...files].map(([name, bytes]) => ({ name, bytes })),
  };
}

function referencesOf(name, text) {
  if (name.endsWith('.html')) {
    const tags = [...text.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
    return tags
      .filter((tag) => tag.startsWith('<script') || /rel="(?:stylesheet|modulepreload)"/.test(tag))
      .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  }
  if (!name.endsWith('.js')) return [];
  const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)];
  return imports.map(([, path]) => posix.join(posix.dirname(name), path));
}
