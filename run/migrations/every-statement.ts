// Kills after every statement of every migration: each starts from what the migrations before it left.
// A kill that leaves everything as it was needs no further proof than the next run; any other is followed by a run to the end.
import { digestsHere, migrate } from '../../server/platform/migrate.ts';
import { plainly } from '../../server/platform/statements.ts';
import type { Databases } from './databases.ts';
import { dyingPool } from './dying.ts';
import { differences, inventoryOf } from './inventory.ts';
import { undisturbed, type Arrival, type Way } from './kills.ts';

export type Killed = { migration: string; after: string; faults: string[] };
type Kill = { after: string; faults: string[]; untouched: boolean };

/** @param step 1 tries every statement, 2 every second one … */
export async function* everyStatement(databases: Databases, step: number): AsyncGenerator<Killed> {
  const names = [...(await digestsHere()).keys()];
  const stage = `stage_${process.pid}`;
  await databases.make(stage);
  try {
    for (const [index, migration] of names.entries()) {
      const earlier = { from: stage, wanted: new Set(names.slice(0, index)) };
      const way = { from: stage, wanted: new Set(names.slice(0, index + 1)) };
      // What stands before the statements of a migration: looking for those that are there already.
      const before = index === 0 ? 0 : (await undisturbed(databases, earlier)).statements;
      const arrival = await undisturbed(databases, way);
      const deaths = Array.from({ length: arrival.statements - before }, (_, at) => before + 1 + at);
      yield* killing(
        databases,
        way,
        arrival,
        deaths.filter((_, at) => at % step === 0),
        migration,
      );
      const { pool, close } = databases.open(stage);
      await migrate(pool, way.wanted).finally(close);
    }
  } finally {
    await databases.drop(stage);
  }
}

async function* killing(
  databases: Databases,
  way: Way,
  arrival: Arrival,
  deaths: readonly number[],
  migration: string,
): AsyncGenerator<Killed> {
  let left = [...deaths];
  while (left.length > 0) {
    const kills: Kill[] = await databases.within(async (pool, name) => {
      const start = await inventoryOf(pool);
      const done: Kill[] = [];
      for (const death of left) {
        const last = death === left.at(-1);
        done.push(await killOnce(databases, name, { death, last, start, arrival, wanted: way.wanted }));
        if (!done.at(-1)?.untouched) break;
      }
      return done;
    }, way.from);
    for (const { after, faults } of kills) yield { migration, after: plainly(after), faults };
    left = left.slice(kills.length);
  }
}

type Asked = { death: number; last: boolean; start: string[]; arrival: Arrival; wanted?: ReadonlySet<string> };

async function killOnce(databases: Databases, name: string, asked: Asked): Promise<Kill> {
  const first = databases.open(name);
  const dying = dyingPool(first.pool, asked.death);
  const ended = await migrate(dying.pool, asked.wanted).then(
    () => false,
    () => true,
  );
  await first.close();
  const again = databases.open(name);
  try {
    const after = dying.sent().last;
    // After the very last statement nobody is left to notice.
    const survived = ended || asked.death === asked.arrival.statements ? [] : ['it was not killed'];
    const untouched = differences(asked.start, await inventoryOf(again.pool)).length === 0;
    if (untouched && !asked.last) return { after, faults: survived, untouched };
    await migrate(again.pool, asked.wanted);
    const found = differences(asked.arrival.inventory, await inventoryOf(again.pool));
    return { after, faults: [...survived, ...found], untouched: false };
  } finally {
    await again.close();
  }
}
