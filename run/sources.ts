// The sources of the product as a map from path to content, for the checks that read all of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folders = ['contract', 'server', 'web', 'run', 'bench', 'crash', 'fuzz', 'journeys'];

/** @param wanted the ends of the names to read @returns paths from the root, with slashes, to their content */
export function readSources(wanted: RegExp): Map<string, string> {
  const beside = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const inside = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }));
  const paths = [...beside, ...inside]
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
