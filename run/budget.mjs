// What a browser fetches before the first page stands: the document, its scripts with everything they import at once, its styles,
// and the words of one language, of which the heaviest counts.
// Fonts and parts that load when they are needed are not among it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @returns the gzipped bytes of the first load and of each file in it. */
export function firstLoad(folder) {
  const files = new Map();
  const take = (path) => {
    const name = path.replace(/^\//, '').split(/[?#]/)[0];
    const place = join(folder, name);
    if (files.has(name) || !existsSync(place)) return;
    const text = readFileSync(place, 'utf8');
    files.set(name, gzipSync(text, { level: 9 }).length);
    for (const other of referencesOf(name, text)) take(other);
  };
  take('index.html');
  const words = filesIn(join(folder, 'assets')).filter((name) => /^all-(en|fi|es|ru)-.*\.js$/.test(name));
  const weigh = (name) => gzipSync(readFileSync(join(folder, 'assets', name))).length;
  const heaviest = words.toSorted((one, other) => weigh(other) - weigh(one))[0];
  if (heaviest) take(`assets/${heaviest}`);
  return {
    bytes: [...files.values()].reduce((sum, bytes) => sum + bytes, 0),
    files: [...files].map(([name, bytes]) => ({ name, bytes })),
  };
}

const filesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

function referencesOf(name, text) {
  if (name.endsWith('.html')) {
    const tags = [...text.matchAll(/<(?:script|link)\b[^<>]*>/g)].map(([tag]) => tag);
    return tags
      .filter((tag) => tag.startsWith('<script') || /rel="(?:stylesheet|modulepreload)"/.test(tag))
      .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  }
  if (!name.endsWith('.js')) return [];
  const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)];
  return imports.map(([, path]) => posix.join(posix.dirname(name), path));
}
