// How a capability tells what it keeps of people's words, so that privacy can hand them out, cut them out and let them go.
// The home of a table says here what may be done with it; who does it, and when, is decided in server/privacy.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from './db.ts';

declare module './db.ts' {
  interface Tables {
    platform_rewriting: { id: number; at: Date };
  }
}

/**
 * What becomes of a column when its words are removed. `line`: a placeholder, unless it is empty anyway; `keys`: so are these
 * keys of an object; `list`: an array of texts is emptied; a value: the whole column becomes that (of JSON, as text).
 */
export type Words = 'line' | 'list' | { keys: readonly string[] } | { value: string };

/** A table with words in it. In every condition its row is called `t`. */
export type Kept = {
  table: string;
  words: Readonly<Record<string, Words>>;
  /** Whether this person wrote these words; left out where nobody can say. */
  by?: (person: string) => RawBuilder<boolean>;
  /** Whether it belongs to one of these requests; left out for what belongs to none. */
  of?: (requests: readonly string[]) => RawBuilder<boolean>;
  /** A tsvector made of columns of this table, made anew. */
  search?: { column: string; title: string | null; body: string | null };
  /** Its history is append-only by grant: words leave it only through `rewriting`. */
  appendOnly?: true;
  /** For whoever wants their own data: which moment, and what else is told beside the words. */
  at?: string;
  beside?: readonly string[];
};

export type Removed = { requests: readonly string[] } | { person: string };

export type Personal = {
  kept: readonly Kept[];
  /** What else is about a person, for that person. */
  tell?: (db: Db, person: string) => Promise<Record<string, unknown>>;
  /** Removes what hangs on words and is more than a column, when they are removed: of these requests, or of this person. */
  drop?: (tx: Db, words: Removed, now: Date) => Promise<unknown>;
  /** Takes the person out, beyond their words. */
  forget?: (tx: Db, person: string, now: Date) => Promise<void>;
  /** After the words of requests were changed: what is derived of them elsewhere. */
  derive?: (tx: Db, requests: readonly string[] | null) => Promise<void>;
};

/** `of` for a column that names the request. */
export const inColumn =
  (column: string) =>
  (requests: readonly string[]): RawBuilder<boolean> =>
    sql<boolean>`t.${sql.ref(column)} = any(${[...requests]}::uuid[])`;

/** `by` for a column that names the person. */
export const byColumn =
  (...columns: readonly string[]) =>
  (person: string): RawBuilder<boolean> =>
    sql<boolean>`${person}::uuid in (${sql.join(columns.map((column) => sql.ref(`t.${column}`)))})`;

/**
 * Runs `work` with append-only tables open to it. Nobody else ever sees them open: the grant is given and taken back in the
 * same transaction, and a row lock lets one such transaction in at a time.
 */
export async function rewriting(
  tx: Db,
  tables: readonly string[],
  now: Date,
  work: () => Promise<void>,
): Promise<void> {
  await sql`insert into platform_rewriting (id, at) values (1, ${now}) on conflict (id) do update set at = excluded.at`.execute(
    tx,
  );
  const list = sql.join([...new Set(tables)].map((table) => sql.table(table)));
  if (tables.length > 0) await sql`grant update on ${list} to current_user`.execute(tx);
  await work();
  if (tables.length > 0) await sql`revoke update on ${list} from current_user`.execute(tx);
}
