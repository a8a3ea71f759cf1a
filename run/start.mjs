// `npm start`: installs what is missing, builds what is stale, and runs the server on the pinned Node until it ends.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, isStale } from './build.mjs';
import { giveUp, lean, prepare, root, runNode } from './node.mjs';

const args = process.argv.slice(2);
const node = prepare();
const asksForHelp = args.includes('--help') || args.includes('-h');

if (!asksForHelp && isStale()) {
  // A wrong setting is told before the wait, not after it.
  const code = await runNode(node, ['run/settings.ts', ...args]);
  if (code !== 0) process.exit(code);
  if (!(await build(node))) giveUp('The web app could not be built; the reason stands above.', 1);
}

const server = spawn(node, [...lean, 'server/main.ts', ...args], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // What was compiled once need not be compiled at the next start.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...process.env },
});
server.on('error', (error) => giveUp(`The server could not be started: ${error.message}.`, 1));
server.on('exit', (code, signal) => process.exit(signal ? 1 : code));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));

// When npm is killed, nobody could stop us any more: the server goes with it. Its end of the channel tells it when we die ourselves.
if (process.env.npm_lifecycle_event) {
  const starter = process.ppid;
  setInterval(() => process.ppid === starter || server.kill('SIGTERM'), 250).unref();
}
