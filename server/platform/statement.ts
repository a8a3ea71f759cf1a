// Statements that are written once and sent often: building the text of a large one costs more than what it does.
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './db.ts';

/** Stands where a value will be, while a statement is written. */
class Slot {
  readonly read: (given: never) => unknown;
  constructor(read: (given: never) => unknown) {
    this.read = read;
  }
}

// A slot gives slots for what is in it; what Kysely asks of a value to see whether it is one of its own, it does not have.
const slotFor = (read: (given: never) => unknown): object =>
  new Proxy(new Slot(read), {
    get: (slot, key) => {
      if (key === 'read') return slot.read;
      if (typeof key === 'symbol' || key === 'toOperationNode' || key === 'toJSON') return undefined;
      if (key === 'map')
        return (each: (one: never) => unknown) => slotFor((given) => (slot.read(given) as never[]).map(each));
      return slotFor((given) => (slot.read(given) as Record<string, unknown>)[key]);
    },
  });

/**
 * A query whose text is made at its first use. `write` gets slots instead of values: it may hand them on, read fields of them and `map`
 * lists, but must not decide anything by them.
 */
export function statement<Given extends object, Row>(
  write: (db: Db, given: Given) => Compilable<Row>,
): (db: Db, given: Given) => Promise<Row[]> {
  let made: CompiledQuery<Row> | undefined;
  return async (db, given) => {
    made ??= write(db, slotFor((all) => all) as Given).compile();
    const parameters = made.parameters.map((value) => (value instanceof Slot ? value.read(given as never) : value));
    return (await db.executeQuery<Row>({ ...made, parameters })).rows;
  };
}
