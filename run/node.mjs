// What must be in place before anything else runs: packages as the lock file says, and the pinned Node inside them.
// Plain JavaScript for Node 20 and later, because the machine's own Node runs it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** How the server's Node keeps its memory: a smaller nursery and collecting sooner take 60 % less of it for some 5 % more time. */
export const lean = ['--max-semi-space-size=16', '--heap-growing-percent=50'];
const inRoot = (...parts) => join(root, ...parts);

/** Says one sentence and ends the program; 2 means that whoever started it must mend something. */
export function giveUp(sentence, code = 2) {
  console.error(sentence);
  process.exit(code);
}

/** Progress goes to standard error, so that standard output holds the address alone. */
export const tell = (sentence) => console.error(sentence);

/** @param development whether the tools for tests are wanted too. @returns the path of Node 24 */
export function prepare({ development = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    giveUp(`Goodturn needs Node 20 or newer, and this is ${process.version}.`);
  const npm = /npm\/(\d+)\.(\S+)/.exec(process.env.npm_config_user_agent ?? '');
  if (npm && Number(npm[1]) < 11) {
    giveUp(`Goodturn needs npm 11 or newer, and this is ${npm[1]}.${npm[2]}; "npm install --global npm@11" brings it.`);
  }
  if (!isInstalled({ development })) install();
  return pinnedNode() ?? fetchNode();
}

/**
 * npm writes down what it installed as its very last step, so an installation that was broken off does not count.
 * Packages for other machines and, in production, the tools for tests may be missing.
 */
export function isInstalled({ development = false, folder = root } = {}) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages;
  const present = readJson(join(folder, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, dev, devOptional, peer }]) => {
    const found = present[path];
    if (found) return found.version === version && (!found.integrity || !integrity || found.integrity === integrity);
    return path === '' || Boolean(optional || devOptional || peer || (dev && !development));
  });
}

function install() {
  tell('Installing packages …');
  const done = npm(['ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done !== 0) giveUp('The packages could not be installed; the reason stands above. Mend it and start again.', 1);
}

export function pinnedNode() {
  const own = [
    inRoot('node_modules/node/bin/node'),
    inRoot(`node_modules/node-linux-${process.arch}/bin/node`),
    inRoot(`node_modules/node/node_modules/node-linux-${process.arch}/bin/node`),
  ].find((path) => existsSync(path));
  return own ?? (Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined);
}

/** Where install scripts are refused, the package `node` came without its program. */
function fetchNode() {
  tell('Fetching Node 24 …');
  npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  return (
    pinnedNode() ??
    giveUp(
      'Node 24 is missing, because install scripts are refused here; run "npm rebuild node --ignore-scripts=false", or use Node 24.',
    )
  );
}

function npm(args) {
  // Node in node_modules is about to be replaced: npm must run on the machine's own.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter) };
  for (const name of ['NODE', 'npm_node_execpath', 'npm_config_omit', 'NODE_ENV']) delete env[name];
  return spawnSync('npm', args, { cwd: root, env, stdio: ['ignore', 2, 2] }).status;
}

/** Runs Node 24 until it ends. @returns its exit code */
export function runNode(node, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', () => resolve(1));
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
