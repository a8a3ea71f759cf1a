// `npm run dev`: the server starts anew when its code changes, the web changes in the open page. Ctrl C ends both.
import { spawn } from 'node:child_process';
import { createServer as createSocket } from 'node:net';
import { giveUp, prepare, root, runNode, tell } from './node.mjs';

const node = prepare({ development: true });
if (Number(process.versions.node.split('.')[0]) < 24) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  process.exit(await runNode(node, ['run/dev.mjs', ...process.argv.slice(2)]));
}

const inner = await freePort();
const wished = process.argv.findLast((_, at, all) => all[at - 1] === '--port') ?? process.env.PORT;
const port = Number(wished) || 3000;
process.env.GOODTURN_SERVER_PORT = String(inner);
const { createServer } = await import('vite');
const web = await createServer({ root, clearScreen: false, server: { port, host: '127.0.0.1', strictPort: true } });
await web.listen().catch((error) => giveUp(`The web cannot listen: ${error.message}.`));

// The pages come from Vite, so that is the address that people see.
const env = { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` };
const args = [
  '--watch',
  '--watch-preserve-output',
  'server/main.ts',
  ...process.argv.slice(2),
  '--port',
  String(inner),
];
const server = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
server.on('exit', async (code) => {
  await web.close();
  process.exit(code ?? 0);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
tell(`The web follows your changes at http://localhost:${port}`);

function freePort() {
  return new Promise((resolve) => {
    const socket = createSocket();
    socket.listen(0, '127.0.0.1', () => {
      const { port: free } = socket.address();
      socket.close(() => resolve(free));
    });
  });
}
