// Migrations that are stopped after a chosen statement, at a random instant, or that run in several processes at once; and what is left of it in the end.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../../server/platform/migrate.ts';
import type { Databases, Server } from './databases.ts';
import { dyingPool } from './dying.ts';
import { differences, inventoryOf } from './inventory.ts';

/** A way from one state of a database to the next: from a copy of `from` (an empty one without) until `wanted` is applied (all without). */
export type Way = { from?: string; wanted?: ReadonlySet<string> };
export type Arrival = { inventory: string[]; statements: number };

/** The way without a disturbance: what is there at its end, and how many statements it takes. */
export const undisturbed = (databases: Databases, { from, wanted }: Way = {}): Promise<Arrival> =>
  databases.within(async (pool) => {
    const counted = dyingPool(pool, Infinity);
    await migrate(counted.pool, wanted);
    return { inventory: await inventoryOf(pool), statements: counted.sent().count };
  }, from);

/**
 * Cuts the connection right after the statement numbered `death`, migrates again, and compares.
 * @returns the statement after which it ended, and what is not as it should be
 */
export const killedAfter = (databases: Databases, death: number, arrival: Arrival, { from, wanted }: Way = {}) =>
  databases.within(async (pool, name) => {
    const dying = dyingPool(pool, death);
    const ended = await migrate(dying.pool, wanted).then(
      () => false,
      () => true,
    );
    // After the very last statement nobody is left to notice.
    const asked = ended || death === arrival.statements;
    const again = databases.open(name);
    try {
      await migrate(again.pool, wanted);
      const found = differences(arrival.inventory, await inventoryOf(again.pool));
      return { after: dying.sent().last, faults: asked ? found : ['it was not killed', ...found] };
    } finally {
      await again.close();
    }
  }, from);

/** A process of its own that migrates the database `name` and says "begins" before it does. */
export function migrating(
  server: Server,
  name: string,
): { child: ChildProcess; begun: Promise<void>; code: Promise<number> } {
  const address = `postgres://${server.user}@localhost:${server.port}/${name}?host=${encodeURIComponent(server.host)}`;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migrate-once.ts'), address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const code = new Promise<number>((done) => child.once('close', (ended) => done(ended ?? -1)));
  const begun = new Promise<void>((done) => {
    child.stdout.once('data', () => done());
    child.once('close', () => done());
  });
  return { child, begun, code };
}

export type Blow = 'kill -9 of the process' | 'end of its connections';

/** Strikes a migrating process `ms` after it began, lets another one finish, and compares. */
export const struck = (databases: Databases, server: Server, ms: number, blow: Blow, wanted: readonly string[]) =>
  databases.within(async (pool, name) => {
    const first = migrating(server, name);
    await first.begun;
    await pause(ms);
    if (blow === 'kill -9 of the process') first.child.kill('SIGKILL');
    else await databases.cut(name);
    // The next one does not wait until the first is buried.
    const second = await migrating(server, name).code;
    const code = await first.code;
    const faults = differences(wanted, await inventoryOf(pool));
    return { inTime: code !== 0, faults: second === 0 ? faults : [`the second ended with ${second}`, ...faults] };
  });

/** Several processes that migrate one empty database at once: each must succeed. */
export const together = (databases: Databases, server: Server, count: number, wanted: readonly string[]) =>
  databases.within(async (pool, name) => {
    const codes = await Promise.all(Array.from({ length: count }, () => migrating(server, name).code));
    const failed = codes.filter((code) => code !== 0).map((code) => `one of them ended with ${code}`);
    return { faults: [...failed, ...differences(wanted, await inventoryOf(pool))] };
  });
