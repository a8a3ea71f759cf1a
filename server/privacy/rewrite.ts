// All SQL that takes words out of tables, as their homes allow (platform/personal.ts): removed, or cut free of a name.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../platform/db.ts';
import { rewriting, type Kept, type Personal, type Words } from '../platform/personal.ts';
import { former, removed } from '../platform/placeholders.ts';

const column = (name: string) => sql.ref(`t.${name}`);

/** The column without its words. */
function without(name: string, words: Words): RawBuilder<unknown> {
  const at = column(name);
  if (words === 'line') return sql`case when ${at} is null or ${at} = '' then ${at} else ${removed}::text end`;
  if (words === 'list') return sql`'{}'::text[]`;
  if ('value' in words) return sql`${words.value}::text::jsonb`;
  return sql`(select coalesce(jsonb_object_agg(j.key,
      case when j.key = any(${[...words.keys]}::text[]) then to_jsonb(${removed}::text) else j.value end), '{}')
    from jsonb_each(${at}) j)`;
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const cutFrom = (from: RawBuilder<unknown>, texts: readonly string[]): RawBuilder<unknown> =>
  texts.reduce((inner, text) => sql`replace(${inner}, ${text}::text, ${former}::text)`, from);

/** The column with a placeholder wherever one of these texts stood. In JSON a text is written in its own way. */
function freeOf(name: string, words: Words, texts: readonly string[]): RawBuilder<unknown> {
  const at = column(name);
  if (words === 'line') return cutFrom(at, texts);
  if (words !== 'list') return sql`(${cutFrom(sql`${at}::text`, texts.map(inJson))})::jsonb`;
  return sql`array(select ${cutFrom(sql`one`, texts)} from unnest(${at}) with ordinality u (one, n) order by n)`;
}

async function rewrite(
  tx: Db,
  kept: Kept,
  change: (name: string, words: Words) => RawBuilder<unknown>,
  where: RawBuilder<boolean>,
): Promise<void> {
  const columns = Object.entries(kept.words).map(([name, words]) => ({ name, to: change(name, words) }));
  const sets = columns.map(({ name, to }) => sql`${sql.ref(name)} = ${to}`);
  if (kept.search) {
    const of = (name: string | null) =>
      name === null ? sql`''` : (columns.find((one) => one.name === name)?.to ?? column(name));
    sets.push(
      sql`${sql.ref(kept.search.column)} = search_vector(${of(kept.search.title)}::text, ${of(kept.search.body)}::text)`,
    );
  }
  await sql`update ${sql.table(kept.table)} t set ${sql.join(sets)} where ${where}`.execute(tx);
}

const sealed = (all: readonly Kept[]) => all.flatMap(({ appendOnly, table }) => (appendOnly ? [table] : []));
const derive = async (tx: Db, parts: readonly Personal[], requests: readonly string[] | null) => {
  for (const part of parts) await part.derive?.(tx, requests);
};

/** Removes every word of these requests, or of these promises between two. */
export async function blankWordsAbout(tx: Db, parts: readonly Personal[], things: readonly string[], now: Date) {
  const all = parts.flatMap(({ kept }) => kept).filter(({ of }) => of);
  await rewriting(tx, sealed(all), now, async () => {
    for (const kept of all) if (kept.of) await rewrite(tx, kept, without, kept.of(things));
  });
  for (const part of parts) await part.drop?.(tx, { requests: things }, now);
  await derive(tx, parts, things);
}

/** Removes every word that this person wrote. */
export async function blankWordsOf(tx: Db, parts: readonly Personal[], person: string, now: Date) {
  const all = parts.flatMap(({ kept }) => kept).filter(({ by }) => by);
  await rewriting(tx, sealed(all), now, async () => {
    for (const kept of all) if (kept.by) await rewrite(tx, kept, without, kept.by(person));
  });
  for (const part of parts) await part.drop?.(tx, { person }, now);
  await derive(tx, parts, null);
}

/** Puts a placeholder wherever anybody wrote one of these texts: a name, an address. */
export async function cutOut(tx: Db, parts: readonly Personal[], texts: readonly string[], now: Date) {
  const all = parts.flatMap(({ kept }) => kept);
  await rewriting(tx, sealed(all), now, async () => {
    for (const kept of all) {
      const found = Object.entries(kept.words).flatMap(([name, words]) =>
        texts.map(
          (text) =>
            sql`position(${words === 'line' || words === 'list' ? text : inJson(text)}::text in ${column(name)}::text) > 0`,
        ),
      );
      await rewrite(
        tx,
        kept,
        (name, words) => freeOf(name, words, texts),
        sql<boolean>`(${sql.join(found, sql` or `)})`,
      );
    }
  });
  await derive(tx, parts, null);
}
