// For tests of the whole: every row of every table as text, kept up by reading only what is new since the last look.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

export type Mirror = {
  /** Looks again. @returns the rows that went and those that came since the last look, as `<table> <json>`; a row written again as it was did neither */
  look: () => Promise<{ gone: string[]; come: string[] }>;
};

type Row = { key: string; text: string | null };

/** @param without columns that are left out */
export async function openMirror(db: Db, without: readonly string[]): Promise<Mirror> {
  const tables = await tablesOf(db);
  let kept = new Map<string, string>();
  let horizon = '0';
  const look = async () => {
    // Writes whose number is lower have ended: nobody but the test itself writes, one thing after the other.
    const { rows: at } = await sql<{
      next: string;
    }>`select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(db);
    const parts = tables.map(
      (name) => sql`
        select ${name} || t.ctid::text || t.xmin::text as key, case when t.xmin::text::bigint >= ${horizon}::bigint
          then ${name} || ' ' || (to_jsonb(t) - ${without}::text[])::text end as text from ${sql.table(name)} t`,
    );
    const found = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(db);
    const now = new Map(found.rows.map(({ key, text }) => [key, text ?? kept.get(key) ?? '']));
    const gone = [...kept].filter(([key]) => !now.has(key)).map(([, text]) => text);
    const come = [...now].filter(([key]) => !kept.has(key)).map(([, text]) => text);
    kept = now;
    horizon = at[0]?.next ?? '0';
    const again = new Set(gone.filter((text) => come.includes(text)));
    return { gone: gone.filter((text) => !again.has(text)), come: come.filter((text) => !again.has(text)) };
  };
  await look();
  return { look };
}

/** The names of all tables, sorted. */
export async function tablesOf(db: Db): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'goodturn' order by 1`.execute(db);
  return found.rows.map(({ name }) => name);
}
