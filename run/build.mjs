// The web app in dist/, made when its sources are newer than it is, and put in place whole or not at all.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root, runNode, tell } from './node.mjs';

const built = join(root, 'dist');
const half = join(root, 'dist.new');
const sources = [
  'index.html',
  'web',
  'contract',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'run/build.mjs',
];

/** @returns whether dist/ does not match the sources; tests and words that nobody loads count too, which is cheaper than being clever. */
export const isStale = () => readText(join(built, '.digest')) !== digest();

/** Builds the web app with Node 24. @returns whether it worked */
export async function build(node) {
  tell('Building the web app …');
  const wanted = digest();
  rmSync(half, { recursive: true, force: true });
  const code = await runNode(
    node,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', half, '--emptyOutDir', '--logLevel', 'error'],
    {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (code !== 0 || !existsSync(join(half, 'index.html'))) return false;
  compress(half);
  writeFileSync(join(half, '.digest'), wanted);
  rmSync(built, { recursive: true, force: true });
  renameSync(half, built);
  return true;
}

/** Compressed once here rather than for every reader. */
function compress(folder) {
  for (const { name, parentPath } of filesIn(folder)) {
    if (!/\.(js|css|html|svg|json|webmanifest|txt)$/.test(name)) continue;
    const path = join(parentPath, name);
    const content = readFileSync(path);
    if (content.length < 1024) continue;
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

function digest() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = readText(path) === undefined ? filesIn(path).map((file) => join(file.parentPath, file.name)) : [path];
    for (const file of files.sort())
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
