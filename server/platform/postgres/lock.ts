// One Goodturn per data folder: an abstract Unix socket that the kernel frees when its holder dies, however it dies.
// It also tells who asks where the holder listens.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../config.ts';

export type Lock = {
  /** Keeps the address for whoever tries to start a second time. */
  tell: (address: string) => void;
  release: () => Promise<void>;
};

/** Long enough for a holder to notice that its own starter was killed. */
const patience = 2000;

/** @throws CannotStart when another process keeps the folder. */
export async function lockFolder(folder: string): Promise<Lock> {
  const { dev, ino } = statSync(folder);
  const name = `\0goodturn-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
  const until = Date.now() + patience;
  for (;;) {
    const lock = await hold(name);
    if (lock) return lock;
    if (Date.now() > until) {
      const address = await ask(name);
      const where = address ? ` at ${address}` : '';
      throw new CannotStart(
        `Goodturn is already running on the data folder ${folder}${where}; stop it, or choose another folder with --data.`,
      );
    }
    await pause(100);
  }
}

function hold(name: string): Promise<Lock | undefined> {
  return new Promise((resolve, reject) => {
    let told = '';
    const server: Server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(told);
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => {
      server.unref();
      resolve({
        tell: (address) => void (told = address),
        release: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}

function ask(name: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(name, () => {});
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (part) => (answer += part));
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}
