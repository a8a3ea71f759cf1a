// Everything that is kept about one person, for that person alone: a stream of JSON, as of one instant, never held whole.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { Kept, Personal } from '../platform/personal.ts';

const page = 500;

/** One JSON object: what each part tells, then under `words` what the person wrote, table by table, the oldest first. */
export async function* dataOf(db: Db, parts: readonly Personal[], person: string, now: Date): AsyncGenerator<string> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  try {
    yield `{\n"of": ${JSON.stringify(person)},\n"made": ${JSON.stringify(now)}`;
    for (const part of parts) {
      for (const [name, value] of Object.entries((await part.tell?.(tx, person)) ?? {}))
        yield `,\n${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    }
    yield ',\n"words": [';
    let first = true;
    for (const kept of parts.flatMap((part) => part.kept)) {
      for await (const row of wordsIn(tx, kept, person)) {
        yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`;
        first = false;
      }
    }
    yield '\n]\n}\n';
  } finally {
    // Nothing was written; also reached when the reader goes away in the middle.
    await tx.rollback().execute();
  }
}

async function* wordsIn(tx: Db, kept: Kept, person: string): AsyncGenerator<object> {
  if (!kept.by) return;
  const columns = [...(kept.at ? [kept.at] : []), ...(kept.beside ?? []), ...Object.keys(kept.words)];
  const said = Object.keys(kept.words).map((name) => sql`coalesce(t.${sql.ref(name)}::text, '') not in ('', '{}')`);
  await sql`declare own_words no scroll cursor for
    select ${sql.join([...new Set(columns)].map((name) => sql.ref(`t.${name}`)))} from ${sql.table(kept.table)} t
    where ${kept.by(person)} and (${sql.join(said, sql` or `)}) order by ${kept.at ? sql.ref(`t.${kept.at}`) : sql`1`}`.execute(
    tx,
  );
  for (;;) {
    const { rows } = await sql<object>`fetch ${sql.raw(String(page))} from own_words`.execute(tx);
    for (const row of rows) yield { in: kept.table, ...row };
    if (rows.length < page) break;
  }
  await sql`close own_words`.execute(tx);
}
