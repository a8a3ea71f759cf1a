// Whatever a body carries beside the fields of the contract changes nothing: every field that answers and tables have is sent along
// with every write, and the effect is compared, row by row, with that of the same write without them.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { goodCalls } from './calls.ts';
import { openCast, type Caller, type Cast } from './cast.ts';
import { matrix, readTable, type Row } from './matrix.ts';
import { openMirror, type Mirror } from './mirror.ts';
import { stockUp, type Stock } from './states.ts';
import { send, thingFor, type Operation } from './things.ts';

let cast: Cast;
let stock: Stock;
let columns: string[];
let mirror: Mirror;
beforeAll(async () => {
  cast = await openCast();
  stock = await stockUp(cast);
  const found = await sql<{ name: string }>`
    select distinct column_name as name from information_schema.columns where table_schema = 'goodturn'`.execute(
    cast.db,
  );
  columns = found.rows.map(({ name }) => name);
  mirror = await openMirror(cast.db, random);
});
afterAll(() => cast.close());

const rows = readTable(matrix) as Row<Caller>[];
const operationNamed = (id: string) => cast.served.flat().find((operation) => operation.id === id) as Operation;

/** Another value of the same kind: one that would be worth something to whoever sent it. */
function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1000;
  if (typeof value === 'string') return /^[\da-f-]{36}$/.test(value) ? cast.id.otherMember : `${value} and more`;
  if (Array.isArray(value)) return [];
  return value === null ? cast.id.otherMember : { ...(value as object), id: cast.id.otherMember };
}

/** The shape of the body; of one that has several, that of this good one. */
function shapeOf(body: unknown, good: object): Record<string, z.ZodType> {
  const shapes = body instanceof z.ZodDiscriminatedUnion ? (body.options as z.ZodType[]) : [body as z.ZodType];
  const taken = shapes.find((each) => each.safeParse(good).success) ?? shapes[0];
  return (taken as z.ZodObject).shape as Record<string, z.ZodType>;
}

/** Every field that an answer or a table has and the body does not. */
async function strangers({ route }: Operation, who: Caller, thing: string | undefined, good: object) {
  const shown =
    thing === undefined ? {} : (await cast.as(who, 'GET', `/api/${route.path.split('/')[2]}/${thing}`)).body;
  const told = Object.entries(shown).map(([name, value]) => [name, other(value)]);
  const kept = columns.flatMap((name) => [
    [name, cast.id.otherMember],
    [name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), true],
  ]);
  const shape = shapeOf(route.body, good);
  const besides = (documented: object) =>
    Object.fromEntries([...kept, ...told].filter(([name]) => !Object.hasOwn(documented, String(name))));
  const element = shape['items'] instanceof z.ZodArray ? shape['items'].element : null;
  if (!(element instanceof z.ZodObject)) return besides(shape);
  // A list of things: each of them carries as much.
  const things = (good as { items: object[] }).items;
  return { ...besides(shape), items: things.map((each) => ({ ...besides(element.shape), ...each })) };
}

const random = [
  'token',
  'token_hash',
  'ending',
  'secret',
  'earlier_secret',
  'password',
  'xid',
  'seq',
  'number',
  'folded',
  'search',
  'credential_id',
];

/** What an act made of the database: the rows that went and those that came, ids named by the order in which they come up. */
async function effectOf(act: () => Promise<unknown>): Promise<string[]> {
  await mirror.look();
  await act();
  const { gone, come } = await mirror.look();
  const known = new Map(Object.entries(cast.id).map(([who, id]) => [id, who]));
  const plain = [...gone.map((row) => `gone ${row}`), ...come.map((row) => `come ${row}`)].toSorted().map((row) =>
    row
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, (id) => known.get(id) ?? 'an id')
      // What counts up by itself; a number that was sent along would be over a thousand.
      // The days of absences, which may not overlap.
      .replaceAll(/2031-\d\d-\d\d/g, 'a day')
      .replaceAll(/"(version|value|position)": \d{1,3}\b/g, '"$1": counted')
      .replaceAll(/(Extra|Crew|Team|new|extra) ?\d+/g, '$1')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+\+00:00/g, (at) =>
        Date.parse(at) === cast.time().getTime() ? 'now' : at.slice(0, 13),
      ),
  );
  return plain.toSorted();
}

const writes = rows.filter(({ cells }) =>
  Object.entries(cells).some(([who, cell]) => cell === 'yes' && who !== 'nobody'),
);

it.each(writes)('$name $on takes nothing but its own fields', async ({ name, on, cells }) => {
  const operation = operationNamed(name);
  if (!operation.route.body) return expect(operation.route.body).toBeUndefined();
  const [who = 'nobody'] = (Object.keys(cells) as Caller[]).filter(
    (each) => each !== 'nobody' && cells[each] === 'yes',
  );
  const act = async (more: boolean) => {
    const thing = await thingFor(cast, stock, name, who, on);
    const good = (goodCalls[name]?.({ cast, on, thing }).body ?? {}) as object;
    const along = more ? await strangers(operation, who, thing, good) : {};
    const body = { ...along, ...good, ...('items' in along ? { items: along.items } : {}) };
    const effect = await effectOf(async () => {
      const answer = await send(cast, operation, who, on, thing, body);
      expect(answer.status, answer.text).toBe(operation.route.status);
    });
    if (/^(sign|change|use)/.test(name) && who in cast.id) cast.cookie[who] = await cast.enter(who as keyof Cast['id']);
    return effect;
  };
  await act(false);
  const plain = await act(false);
  expect(await act(true)).toEqual(plain);
  return expect(plain.length + Number(['readNotices', 'retryMails'].includes(name))).toBeGreaterThan(0);
});
