// `npm test`: every check there is, one after the other, each with its output; one plain line with the sum at the end.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { firstLoad } from './budget.mjs';
import { prepare, root } from './node.mjs';

const node = prepare({ development: true });
const reports = mkdtempSync(join(tmpdir(), 'goodturn-report-'));
const budget = 250;

/** Each step answers how many checks passed and failed. A step that breaks counts as one failure, and the next one runs. */
const steps = [
  { name: 'Types', run: () => tool('typescript/bin/tsc', '--noEmit') },
  { name: 'Lint', run: () => tool('oxlint/bin/oxlint', '--max-warnings=0') },
  { name: 'Format', run: () => tool('oxfmt/bin/oxfmt', '--check') },
  { name: 'Architecture, words, rules and routes', run: vitest },
  { name: 'Web build', run: async () => one(await build(node)) },
  { name: `First load within ${budget} KB`, run: weigh },
  { name: 'Chromium', run: async () => one((await runNode(['journeys/chromium.ts'])).code === 0) },
  { name: 'Journeys', run: journeys },
];

const total = { passed: 0, failed: 0 };
const failures = [];
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

for (const { name, run } of steps) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { passed, failed } = await run().catch((error) => {
    console.error(error);
    return one(false);
  });
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
  console.log(`── ${name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function one(passed) {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function tool(path, ...args) {
  return one((await runNode([join('node_modules', path), ...args])).code === 0);
}

async function vitest() {
  const file = join(reports, 'vitest.json');
  const { code } = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return one(false);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  // A file that does not even load has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && (code !== 0 || numPassedTests === 0) ? 1 : failed };
}

async function weigh() {
  const { bytes, files } = firstLoad(join(root, 'dist'));
  for (const file of files) console.log(`${(file.bytes / 1024).toFixed(1).padStart(8)} KB  ${file.name}`);
  console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB of ${budget} KB, gzipped`);
  return one(bytes > 0 && bytes <= budget * 1024);
}

/** The stories end with one line of JSON: {"passed": n, "failed": n}. */
async function journeys() {
  process.env.JOURNEY_LOOKS ??= 'once';
  const { code, output } = await runNode(['journeys/run.ts']);
  const line = output
    .split('\n')
    .findLast((text) => text.startsWith('{') && text.includes('"passed"') && text.trimEnd().endsWith('}'));
  if (!line) return one(false);
  const { passed, failed } = JSON.parse(line);
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/** Streams what the program says, and keeps it. */
function runNode(args) {
  return new Promise((resolve) => {
    let output = '';
    const env = { ...process.env, PATH: `${join(node, '..')}:${process.env.PATH}` };
    delete env[process.stdout.isTTY ? 'NO_COLOR' : 'FORCE_COLOR'];
    env[process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR'] = '1';
    const child = spawn(node, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (part) => {
      process.stdout.write(part);
      output += part;
    });
    child.on('error', () => resolve({ code: 1, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
