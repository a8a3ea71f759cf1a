// What the server really sends: every statement with its values, as it leaves this process, and the plan by which PostgreSQL answers it.
import { createRequire } from 'node:module';
import pg from 'pg';

export type Statement = { text: string; values: unknown[] };
export type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  Alias?: string;
  'Index Name'?: string;
  'CTE Name'?: string;
  'Function Name'?: string;
  'Subplan Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Rows Removed by Join Filter'?: number;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: Plan[];
};
export type Explained = Statement & { plan: Plan };

type Query = { text: string; values?: unknown[] };
const isQuery = (value: unknown): value is Query => typeof value === 'object' && value !== null && 'text' in value;

type Send = (this: pg.Client, ...given: unknown[]) => unknown;

/** Writes down what is sent from now on, on whichever connection of this process, until it is told to stop. */
export function listen(): { during: (work: () => Promise<unknown>) => Promise<Statement[]>; stop: () => void } {
  let sent: Statement[] | null = null;
  const driver = pg.Client.prototype as unknown as { query: Send };
  const send = driver.query;
  driver.query = function (...given) {
    const [first, second] = given;
    // What was done only to see how is undone, so that each statement can be sent once more.
    if (sent && first === 'commit')
      return (send.call(this, 'rollback') as Promise<object>).then((done) => ({ ...done, command: 'COMMIT' }));
    if (typeof first === 'string') sent?.push({ text: first, values: Array.isArray(second) ? second : [] });
    else if (isQuery(first)) sent?.push({ text: first.text, values: first.values ?? [] });
    return send.apply(this, given);
  };
  return {
    during: async (work) => {
      const mine: Statement[] = [];
      sent = mine;
      await work().finally(() => (sent = null));
      return mine;
    },
    stop: () => void (driver.query = send),
  };
}

const isPlanned = ({ text }: Statement) => /^\s*(select|insert|update|delete|with|merge)\b/i.test(text);

/** Each text once, with the values that it was first sent with. */
export function distinct(statements: readonly Statement[]): Statement[] {
  const seen = new Map<string, Statement>();
  for (const one of statements.filter(isPlanned)) if (!seen.has(one.text)) seen.set(one.text, one);
  return [...seen.values()];
}

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue: (value: unknown) => unknown;
};
const literal = (value: unknown): string => {
  const sent = prepareValue(value);
  return sent === null || sent === undefined ? 'null' : pg.escapeLiteral(String(sent));
};

/** So often before PostgreSQL may keep one plan for any values: what a running server uses comes after. */
const warm = 6;

/** The plans that a server which has sent these often gets, one after the other as parts of one act; what they write is undone at the end. */
export async function explain(client: pg.PoolClient, statements: readonly Statement[]): Promise<Explained[]> {
  const explained: Explained[] = [];
  await client.query('begin');
  try {
    for (const [index, statement] of statements.entries())
      explained.push({ ...statement, plan: await planOf(client, `measured${index}`, statement) });
    return explained;
  } finally {
    await client.query('rollback');
    // Only these: the connection goes back to a pool that knows its own statements by name.
    const left = await client.query<{ name: string }>(
      "select name from pg_prepared_statements where name like 'measured%'",
    );
    for (const { name } of left.rows) await client.query(`deallocate ${name}`);
  }
}

async function planOf(client: pg.PoolClient, name: string, { text, values }: Statement): Promise<Plan> {
  const call = `execute ${name}${values.length > 0 ? `(${values.map(literal).join(', ')})` : ''}`;
  await client.query(`prepare ${name} as ${text}`);
  for (let turn = 1; ; turn += 1) {
    await client.query('savepoint before');
    const found = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (analyze, buffers, format json) ${call}`,
    );
    const plan = found.rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error(`no plan for ${text}`);
    if (turn === warm) return plan;
    await client.query('rollback to savepoint before');
  }
}
