// How statements reach PostgreSQL. Outside a transaction they share a few connections and do not wait for each other's answers; a
// transaction has a connection of its own. What is asked in one turn of the event loop leaves in one write: sending costs more than asking.
import { createHash } from 'node:crypto';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type pg from 'pg';
import { codeOf, isOutdated } from './faults.ts';

type Stream = { cork(): void; uncork(): void };
type Client = pg.Client | pg.PoolClient;

// Naming a statement lets the server keep its plan: half the CPU per query. Bounded, because each name lives as long as its connection.
const names = new Map<string, string>();
const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known || names.size >= 1000 || text.length < 12) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
};

let renewals = 0;

const corked = new WeakSet<Stream>();

/** Holds back what is written until the end of this turn. */
function gather(client: Client): void {
  const { stream } = (client as unknown as { connection: { stream: Stream } }).connection;
  if (corked.has(stream)) return;
  corked.add(stream);
  stream.cork();
  setImmediate(() => {
    corked.delete(stream);
    stream.uncork();
  });
}

async function ask(client: Client, text: string, values: unknown[]): Promise<pg.QueryResult> {
  const name = nameOf(text);
  if (!name) return client.query({ text, values });
  try {
    return await client.query({ name, text, values });
  } catch (error) {
    if (!isOutdated(error)) throw error;
    if (names.get(text) === name) names.set(text, `${name.slice(0, 27)}.${(renewals += 1)}`);
    // In a transaction that has failed nothing goes on; it is begun anew.
    return client.query({ name: names.get(text) ?? '', text, values }).catch((second: unknown) => {
      throw codeOf(second) === '25P02' ? error : second;
    });
  }
}

async function send<Row>(client: Client, { sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
  gather(client);
  const { command, rowCount, rows } = await ask(client, sql, parameters as unknown[]);
  const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
  return { rows: rows ?? [], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
}

/** Shared connections for statements that stand alone. A slow one holds up only what is sent behind it, so the least busy is taken. */
class Lanes {
  readonly #open: () => pg.Client;
  readonly #most: number;
  readonly #lanes = new Map<pg.Client, number>();
  #turn: pg.Client | undefined;

  constructor(open: () => pg.Client, most: number) {
    this.#open = open;
    this.#most = most;
  }

  async send<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const lane = this.#pick();
    this.#lanes.set(lane, (this.#lanes.get(lane) ?? 0) + 1);
    try {
      return await send<Row>(lane, query);
    } finally {
      const busy = this.#lanes.get(lane);
      if (busy !== undefined) this.#lanes.set(lane, busy - 1);
    }
  }

  #pick(): pg.Client {
    if (this.#turn && this.#lanes.has(this.#turn)) return this.#turn;
    const [least] = [...this.#lanes].toSorted(([, one], [, other]) => one - other);
    this.#turn = least && (least[1] === 0 || this.#lanes.size >= this.#most) ? least[0] : this.#add();
    setImmediate(() => (this.#turn = undefined));
    return this.#turn;
  }

  #add(): pg.Client {
    const client = this.#open();
    const gone = () => void this.#lanes.delete(client);
    // Without a listener a connection that dies takes the process with it.
    client.on('error', gone);
    client.on('end', gone);
    this.#lanes.set(client, 0);
    client.connect().catch(gone);
    return client;
  }

  async end(): Promise<void> {
    const lanes = [...this.#lanes.keys()];
    this.#lanes.clear();
    await Promise.all(lanes.map((client) => client.end().catch(() => undefined)));
  }
}

/** What Kysely takes for a connection: it becomes one of its own only when a transaction begins on it. */
class Way implements DatabaseConnection {
  client: pg.PoolClient | undefined;
  readonly #lanes: Lanes;

  constructor(lanes: Lanes) {
    this.#lanes = lanes;
  }
  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.client ? send<Row>(this.client, query) : this.#lanes.send<Row>(query);
  }
  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are not streamed.');
  }
}

/** @param open makes a connection that is not connected yet; @param most of them that are shared; @param own those for transactions */
export function createDriver(open: () => pg.Client, most: number, own: pg.Pool): Driver {
  const lanes = new Lanes(open, most);
  const inside = (way: DatabaseConnection): pg.PoolClient => {
    const { client } = way as Way;
    if (!client) throw new Error('There is no transaction.');
    return client;
  };
  const say = (client: pg.PoolClient, text: string) => {
    gather(client);
    return client.query(text);
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => new Way(lanes),
    beginTransaction: async (way) => {
      const client = await own.connect();
      (way as Way).client = client;
      // It is not waited for: what follows fails when this does.
      say(client, 'begin').catch(() => undefined);
    },
    commitTransaction: async (way) => {
      const { command } = await say(inside(way), 'commit');
      if (command !== 'COMMIT') throw new Error('What should have been committed had failed before.');
    },
    rollbackTransaction: async (way) => {
      await say(inside(way), 'rollback');
    },
    releaseConnection: async (way) => {
      const { client } = way as Way;
      client?.release();
    },
    destroy: async () => {
      await lanes.end();
      await own.end();
    },
  };
}
