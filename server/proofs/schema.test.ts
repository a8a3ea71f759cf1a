// The catalog of the database holds us to what our design promises: nothing that forbids another PostgreSQL, and a history that stays.
import { sql } from 'kysely';
import { parseSync } from 'oxc-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../run/sources.ts';
import { createTestDatabase } from '../platform/test.ts';

const sources = [...readSources(/\.ts$/)].filter(([path]) => path.startsWith('server/'));

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** One column of what the catalog answers. */
async function catalog(statement: string): Promise<string[]> {
  const found = await sql.raw<{ said: string }>(statement).execute(database.db);
  return found.rows.map(({ said }) => said);
}
const ours = `(select oid from pg_namespace where nspname = 'goodturn')`;
const tables = () => catalog(`select tablename as said from pg_tables where schemaname = 'goodturn' order by 1`);

describe('the schema', () => {
  it('is looked at in the right place', async () => {
    expect((await tables()).length).toBeGreaterThan(20);
  });
  it.each([
    [
      'triggers',
      `select tgname as said from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = ${ours} and not tgisinternal`,
    ],
    ['rules', `select rulename as said from pg_rules where schemaname = 'goodturn'`],
    [
      'exclusion constraints',
      `select conname as said from pg_constraint where connamespace = ${ours} and contype = 'x'`,
    ],
    [
      'deferrable constraints',
      `select conname as said from pg_constraint where connamespace = ${ours} and condeferrable`,
    ],
    [
      'constraints that nobody has checked',
      `select conname as said from pg_constraint where connamespace = ${ours} and not convalidated`,
    ],
    ['domains', `select typname as said from pg_type where typnamespace = ${ours} and typtype = 'd'`],
    [
      'enumerations, which cannot lose a value',
      `select typname as said from pg_type where typnamespace = ${ours} and typtype = 'e'`,
    ],
    ['range types', `select typname as said from pg_type where typnamespace = ${ours} and typtype = 'r'`],
    ['views that could look past a wall', `select viewname as said from pg_views where schemaname = 'goodturn'`],
    [
      'rights on single columns',
      `select attrelid::regclass || '.' || attname as said from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = ${ours} and attacl is not null`,
    ],
    [
      'columns that tell companies apart: a company is a schema',
      `select table_name || '.' || column_name as said from information_schema.columns
        where table_schema = 'goodturn' and column_name ~ '^(tenant|company|organi[sz]ation)_?id$'`,
    ],
    [
      'indexes of texts with more than one column',
      `select i.indexrelid::regclass::text as said from pg_index i join pg_class c on c.oid = i.indexrelid
        join pg_am m on m.oid = c.relam where c.relnamespace = ${ours} and m.amname in ('gin', 'gist') and i.indnkeyatts > 1`,
    ],
    [
      'extensions but those that the owner of a database may create',
      `select e.extname as said from pg_extension e join pg_available_extension_versions v on v.name = e.extname and v.version = e.extversion
        where not v.trusted`,
    ],
    [
      'functions that run as somebody else',
      `select proname as said from pg_proc where pronamespace = ${ours} and prosecdef`,
    ],
    [
      'functions that keep or change anything',
      `select proname as said from pg_proc where pronamespace = ${ours} and provolatile <> 'i'`,
    ],
    [
      'tables without a key',
      `select relname as said from pg_class c where relnamespace = ${ours} and relkind = 'r'
        and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p')`,
    ],
    ['row security', `select relname as said from pg_class where relnamespace = ${ours} and relrowsecurity`],
    [
      'tables that a crash empties',
      `select relname as said from pg_class where relnamespace = ${ours} and relpersistence <> 'p'`,
    ],
    [
      'instants without a zone',
      `select table_name || '.' || column_name as said from information_schema.columns
        where table_schema = 'goodturn' and data_type = 'timestamp without time zone'`,
    ],
    [
      'ids from a sequence, but for the order inside a transaction',
      `select table_name || '.' || column_name as said
        from information_schema.columns where table_schema = 'goodturn' and (is_identity = 'YES' or column_default like 'nextval%')
        and table_name || '.' || column_name <> 'platform_change.seq'`,
    ],
  ])('has no %s', async (_, statement) => expect(await catalog(statement)).toEqual([]));

  it('names each table after the capability whose home it is', async () => {
    const homes = new Set(sources.map(([path]) => path.split('/')[1]));
    expect((await tables()).filter((name) => !homes.has(name.split('_')[0]))).toEqual([]);
  });
});

// People, teams, services and requests are never removed, so nothing ever looks for what refers to them; these columns are read with their row.
const neverSoughtBy = [
  'appointments_appointment.asks_id',
  'appointments_appointment.set_by_id',
  'appointments_step.by_id',
  'catalog_also.needed_id',
  'catalog_approver.person_id',
  'catalog_asker.team_id',
  'connect_import.by_id',
  'courtesy_asking.service_id',
  'courtesy_asking.team_id',
  'courtesy_serving.server_id',
  'courtesy_serving.team_id',
  'directory_absence.set_by_id',
  'directory_import.by_id',
  'directory_role.person_id',
  'knowledge_article.author_id',
  'knowledge_helped.person_id',
  'knowledge_version.author_id',
  'notices_notice.actor_id',
  'promises_revision.by_id',
  'requests_ask_rating.author_id',
  'requests_event.by_id',
  'requests_message.author_id',
  'requests_message.note_team_id',
  'requests_participant.added_by_id',
  'requests_request.greeted_by_id',
  'trust_share.promiser_id',
];

describe('a reference', () => {
  it('has an index, or is written down as never sought by', async () => {
    const bare = await catalog(`
      select c.conrelid::regclass || '.' || a.attname as said from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.connamespace = ${ours} and c.contype = 'f'
        and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
      order by 1`);
    expect(bare).toEqual(neverSoughtBy);
  });
  it('takes nothing with it, but for what belongs to an account or a photo to its person', async () => {
    const cascading = await catalog(`select distinct conrelid::regclass::text as said from pg_constraint
      where connamespace = ${ours} and contype = 'f' and confdeltype <> 'a' order by 1`);
    expect(cascading).toEqual([
      'auth_account',
      'auth_link',
      'auth_passkey',
      'auth_session',
      'auth_token',
      'directory_photo',
    ]);
  });
});

it('no lock outlives its transaction: a pooler would hand it on, another machine would not know it', () => {
  const locks = sources.filter(
    ([path, text]) => !/test|proofs/.test(path) && /pg_(try_)?advisory_(?!xact)\w*lock/.test(text),
  );
  expect(locks.map(([path]) => path)).toEqual([]);
});

describe('history', () => {
  const append = [
    'appointments_step',
    'catalog_form',
    'knowledge_version',
    'platform_audit',
    'promises_revision',
    'requests_event',
    'requests_message',
  ];
  it.each(append)('in %s is added to, and neither changed nor removed, by the role that the app has', async (table) => {
    const may =
      await catalog(`select privilege as said from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege
      where has_table_privilege(current_user, 'goodturn.${table}', privilege)`);
    expect(may).toEqual(['select', 'insert']);
    const columns =
      await catalog(`select attname as said from pg_attribute where attrelid = 'goodturn.${table}'::regclass
      and attnum > 0 and has_column_privilege(current_user, attrelid, attnum, 'update')`);
    expect(columns).toEqual([]);
  });
  it('holds because that role is an ordinary one', async () => {
    const powers = await catalog(`select unnest(array_remove(array[case when rolsuper then 'superuser' end,
      case when rolbypassrls then 'bypassrls' end, case when rolreplication then 'replication' end], null)) as said
      from pg_roles where rolname = current_user`);
    expect(powers).toEqual([]);
  });
});

type Column = { table: string; column: string; nullable: boolean };
type Node = { type: string; [key: string]: unknown };

/** The tables as our types tell them: what every `interface Tables` lists, column by column. */
function declared(): Column[] {
  const found: Column[] = [];
  for (const [path, text] of sources) {
    if (!/interface Tables \{\s*\w/.test(text)) continue;
    const body = parseSync(path, text).program.body as unknown as Node[];
    const named = new Map(
      body.map(typeIn).flatMap((one) => (one ? [[nameOf(one['id']), one['typeAnnotation'] as Node]] : [])),
    );
    for (const each of membersOf(interfaceIn(body))) {
      const written = annotationOf(each);
      const shape = written.type === 'TSTypeReference' ? named.get(nameOf(written['typeName'])) : written;
      for (const column of membersOf(shape)) {
        const nullable = text.slice(...spanOf(annotationOf(column))).includes('null');
        found.push({ table: nameOf(each['key']), column: nameOf(column['key']), nullable });
      }
    }
  }
  return found;
}
const nameOf = (node: unknown): string => String((node as Node)['name']);
const spanOf = (node: Node): [number, number] => [Number(node['start']), Number(node['end'])];
const annotationOf = (node: Node): Node => (node['typeAnnotation'] as Node)['typeAnnotation'] as Node;
const typeIn = (node: Node): Node | undefined => {
  const inner = node.type === 'ExportNamedDeclaration' ? (node['declaration'] as Node | null) : node;
  return inner?.type === 'TSTypeAliasDeclaration' ? inner : undefined;
};
function interfaceIn(body: Node[]): Node | undefined {
  const module_ = body.find(({ type }) => type === 'TSModuleDeclaration');
  return (module_?.['body'] as { body: Node[] } | undefined)?.body.find(
    ({ type }) => type === 'TSInterfaceDeclaration',
  );
}
/** Members of an interface or of a type literal. */
function membersOf(node: Node | undefined): Node[] {
  if (node?.type === 'TSInterfaceDeclaration') return (node['body'] as { body: Node[] }).body;
  return node?.type === 'TSTypeLiteral' ? (node['members'] as Node[]) : [];
}

// Columns of better-auth's own that none of our statements names.
const leftToBetterAuth =
  /^auth_(account\.(access_token|refresh_token|id_token|access_token_expires_at|refresh_token_expires_at|scope)|session\.ip_address|user\.image|verification\.(created_at|updated_at))$/;

describe('the types of the tables', () => {
  it('name every column of every table, and null where there may be none', async () => {
    const said =
      await catalog(`select table_name || '.' || column_name || case when is_nullable = 'YES' then ' or null' else '' end as said
      from information_schema.columns where table_schema = 'goodturn' and table_name <> 'platform_migration' order by 1`);
    const known = declared().map(({ table, column, nullable }) => `${table}.${column}${nullable ? ' or null' : ''}`);
    expect(known.toSorted()).toEqual(
      said.filter((column) => !leftToBetterAuth.test(column.replace(' or null', ''))).toSorted(),
    );
  });
});
