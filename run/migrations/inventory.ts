// Everything that a migration can leave behind, as lines of text to compare: the whole catalog of our schemas, and the rows that are there from the start.
import type pg from 'pg';

const schemas = `('goodturn', 'graphile_worker')`;
const ours = `(select oid from pg_namespace where nspname in ${schemas})`;

/** One column `said` each. Places of columns are counted without those that were dropped. */
const questions: Record<string, string> = {
  schemas: `select concat_ws(' ', nspname, nspacl) as said from pg_namespace where nspname in ${schemas}`,
  extensions: `select concat_ws(' ', extname, nspname) as said from pg_extension e join pg_namespace n on n.oid = e.extnamespace`,
  relations: `select concat_ws(' ', oid::regclass, relkind, relpersistence, reloptions, relrowsecurity, pg_get_userbyid(relowner), relacl) as said
    from pg_class where relnamespace in ${ours} and relkind in ('r', 'p', 'v', 'm', 'S')`,
  columns: `select concat_ws(' ', attrelid::regclass, attname, row_number() over (partition by attrelid order by attnum),
      format_type(atttypid, atttypmod), 'not null:', attnotnull, 'default:', pg_get_expr(adbin, adrelid), attidentity, attgenerated,
      attstorage, attcompression, (select collname from pg_collation c where c.oid = attcollation), attacl) as said
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid in (select oid from pg_class where relnamespace in ${ours} and relkind in ('r', 'p', 'v', 'm')) and attnum > 0 and not attisdropped`,
  constraints: `select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), 'checked:', convalidated) as said
    from pg_constraint where connamespace in ${ours}`,
  indexes: `select concat_ws(' ', pg_get_indexdef(indexrelid), 'valid:', indisvalid and indisready and indislive) as said
    from pg_index where indrelid in (select oid from pg_class where relnamespace in ${ours})`,
  functions: `select concat_ws(' ', pg_get_functiondef(oid), proacl) as said from pg_proc where pronamespace in ${ours}`,
  triggers: `select pg_get_triggerdef(oid) as said from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace in ${ours})`,
  types: `select concat_ws(' ', oid::regtype, typtype, typacl) as said from pg_type where typnamespace in ${ours}`,
  sequences: `select concat_ws(' ', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqcache) as said
    from pg_sequence where seqrelid in (select oid from pg_class where relnamespace in ${ours})`,
  policies: `select concat_ws(' ', tablename, policyname) as said from pg_policies where schemaname in ${schemas}`,
  comments: `select concat_ws(' ', objoid::regclass, objsubid, description) as said from pg_description
    where classoid = 'pg_class'::regclass and objoid in (select oid from pg_class where relnamespace in ${ours})`,
  defaults: `select concat_ws(' ', defaclobjtype, defaclacl) as said from pg_default_acl where defaclnamespace in ${ours}`,
};

/** When something happened differs from run to run; all else of a row counts. */
const instants = new Set(['timestamp with time zone', 'xid8']);

/** @returns every fact about the schemas and every row in them, sorted within its kind. */
export async function inventoryOf(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  const facts: string[] = [];
  for (const [kind, question] of Object.entries(questions)) {
    const { rows } = await client.query<{ said: string }>(question);
    facts.push(...rows.map(({ said }) => `${kind}: ${said}`).toSorted());
  }
  return [...facts, ...(await rowsOf(client))];
}

async function rowsOf(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  const { rows: columns } = await client.query<{ table: string; column: string; type: string }>(`
    select c.oid::regclass::text as table, quote_ident(attname) as column, format_type(atttypid, null) as type
    from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped
    where relnamespace in ${ours} and relkind = 'r' order by 1, 2`);
  const tables = Map.groupBy(columns, ({ table }) => table);
  const questions_ = [...tables].map(([table, all]) => {
    const steady = all.filter(({ type }) => !instants.has(type)).map(({ column }) => column);
    return `select '${table}: ' || row(${steady.join(', ')})::text as said from ${table}`;
  });
  if (questions_.length === 0) return [];
  const { rows } = await client.query<{ said: string }>(questions_.join('\nunion all\n'));
  return rows.map(({ said }) => `row of ${said}`).toSorted();
}

/** What only one of the two has, in words; none when they are equal. */
export function differences(wanted: readonly string[], found: readonly string[]): string[] {
  const [one, other] = [new Set(wanted), new Set(found)];
  return [
    ...wanted.filter((line) => !other.has(line)).map((line) => `missing: ${line}`),
    ...found.filter((line) => !one.has(line)).map((line) => `too much: ${line}`),
    ...(one.size === wanted.length && wanted.length !== found.length ? ['the same line more than once'] : []),
  ];
}
