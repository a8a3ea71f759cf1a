// The process of an earlier commit on the schema of this one: started on it, and running while it changes. Real processes, real history.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Databases, Server } from './databases.ts';
import { migrating } from './kills.ts';
import { found, tell, type Visitor } from './story.ts';

const root = join(import.meta.dirname, '../..');

const git = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr.trim()}`);
  return stdout.trim();
};

/** The newest commits before each of the last changes of migrations, newest first; fewer where history is cut off. */
export function earlierCommits(count: number): string[] {
  const dirty = git('status', '--porcelain', '--', 'server/migrations') !== '';
  const changes = git('log', `-${count + 1}`, '--format=%H %P', '--', 'server/migrations')
    .split('\n')
    .filter(Boolean);
  const before = changes.flatMap((line) => line.split(' ')[1] ?? []);
  return [...(dirty ? [git('rev-parse', 'HEAD')] : []), ...before].slice(0, count);
}

/** Tells the story to the code of `commit` before, while and after this code migrates. @returns what went wrong */
export async function liveThrough(databases: Databases, server: Server, commit: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'goodturn-earlier-'));
  const tree = join(folder, 'tree');
  git('worktree', 'add', '--detach', '--quiet', tree, commit);
  try {
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    return await databases.within(async (_, name) => {
      const first = await start(tree, server, name);
      let house;
      try {
        house = await found(() => visitorOf(first.url));
        await tell(house, new Date());
        const code = await migrating(server, name).code;
        if (code !== 0) return [`the migration ended with ${code}`];
        // The same process, which knows nothing of it.
        await tell(house, new Date());
        await tell(house, new Date());
      } catch (error) {
        return [`running: ${(error as Error).message}`];
      } finally {
        await first.stop();
      }
      const second = await start(tree, server, name);
      try {
        await tell(await enter(second.url, house.team), new Date());
        return [];
      } catch (error) {
        return [`started anew: ${(error as Error).message}`];
      } finally {
        await second.stop();
      }
    });
  } finally {
    git('worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both sign in again, at another address. */
async function enter(url: string, team: string) {
  const [boss, mika] = [visitorOf(url), visitorOf(url)];
  const password = 'a long enough password';
  for (const [visitor, email] of [[boss, 'jussi@example.com'] as const, [mika, 'mika@example.com'] as const]) {
    const { status } = await visitor('POST', '/api/session', { email, password });
    if (status >= 300) throw new Error(`signing in answered ${status}`);
  }
  return { boss, mika, team };
}

function start(tree: string, server: Server, name: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const address = `postgres://${server.user}@localhost:${server.port}/${name}?host=${encodeURIComponent(server.host)}`;
  const child: ChildProcess = spawn(process.execPath, ['server/main.ts', '--port', '0'], {
    cwd: tree,
    env: { ...process.env, DATABASE_URL: address, PUBLIC_URL: '', PORT: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  return new Promise((done, fail) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part.toString();
      const ready = /Goodturn is ready at (\S+)/.exec(said);
      if (ready?.[1]) done({ url: ready[1], stop });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => fail(new Error(`The server of an earlier commit ended with ${code}: ${said}`)));
  });
}

function visitorOf(url: string): Visitor {
  let cookie = '';
  return async (method, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { origin: url, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await answer.text();
    return { status: answer.status, body: text ? (JSON.parse(text) as unknown) : null };
  };
}
