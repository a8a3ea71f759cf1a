// What the database consists of, as its own catalog tells: the tables in an order in which each follows those it refers to.
import type pg from 'pg';

export type TableOf = { name: string; columns: string[] };
/** A reference from one table to another; `definition` makes it anew. */
export type Reference = { name: string; from: string; to: string; definition: string };

/**
 * Tables whose rows stay behind: which migrations were made is told by the head of the file, and the log of changes
 * is for pages that are open now; it is ordered by transactions of the old database.
 */
const leftBehind = ['platform_migration', 'platform_change'];

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const columnsOf = ({ columns }: TableOf): string => columns.map(quoted).join(', ');

/** Everything that a session must agree on so that the same rows are the same bytes, here and there. */
export const sameWords = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex';
  set timezone = 'UTC'; set client_encoding = 'UTF8'; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set search_path = goodturn, public`;

/** The tables whose rows a backup holds, with their stored columns (generated ones are made anew), in no order. */
export async function tablesIn(client: pg.ClientBase): Promise<TableOf[]> {
  const found = await client.query<TableOf>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'goodturn'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [leftBehind],
  );
  return found.rows;
}

export async function referencesIn(client: pg.ClientBase): Promise<Reference[]> {
  const found = await client.query<Reference>(
    `select conname as name, f.relname as from, t.relname as to, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'goodturn'::regnamespace and k.conrelid <> k.confrelid and k.conparentid = 0
     order by 2, 1`,
  );
  return found.rows;
}

/** Each after those it refers to; where tables refer to each other in a circle, by name. */
export function inOrder(tables: readonly TableOf[], references: readonly Reference[]): TableOf[] {
  const left = [...tables].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const ordered: TableOf[] = [];
  while (left.length > 0) {
    const waits = (table: TableOf) =>
      references.some(({ from, to }) => from === table.name && left.some(({ name }) => name === to));
    const [next] = left.splice(
      Math.max(
        0,
        left.findIndex((table) => !waits(table)),
      ),
      1,
    );
    if (next) ordered.push(next);
  }
  return ordered;
}

/** References to tables that come later in this order: no row can keep them while the tables are filled one by one. */
export const pointingAhead = (order: readonly string[], references: readonly Reference[]): Reference[] =>
  references.filter(({ from, to }) => order.indexOf(to) > order.indexOf(from));
