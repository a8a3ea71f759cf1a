// A company to try everything on, with the interface's own description, those who try it, and the things that there are to try it on.
import type { Route } from '../contract/route.ts';
import {
  openCast,
  type Caller,
  type Cast,
  type Heard,
  type Method,
  type Someone,
  type Spoken,
} from '../server/proofs/cast.ts';
import { matrix, readTable, type Row } from '../server/proofs/matrix.ts';
import { copyOf, stockUp, type Stock } from '../server/proofs/states.ts';
import { newPerson, thingFor, type Operation } from '../server/proofs/things.ts';
import type { PostgresForTests } from '../server/platform/postgres/for-tests.ts';
import type { Described } from './answers.ts';
import type { Pick } from './grown.ts';
import type { Components } from './schema.ts';

/** Somebody who calls, by the cookie that they hold or by a token. */
export type Principal = { said: string; who: Caller; token?: string };
export type Round = {
  cast: Cast;
  stock: Stock;
  /** Every operation but the stream of events, which does not end. */
  operations: readonly (Operation & { said: Described })[];
  components: Components;
  principals: Principal[];
  /** Ids by kind of thing, in the order in which they came. */
  things: Map<string, string[]>;
};

const callers: readonly Caller[] = [
  ...([
    'requester',
    'asker',
    'participant',
    'provider',
    'member',
    'lead',
    'named',
    'otherMember',
    'otherLead',
  ] as const),
  ...(['administrator', 'gone', 'ended', 'nobody', 'second', 'insider', 'helper'] as const),
];
const holders = ['requester', 'member', 'administrator'] as const;
export const rows = readTable(matrix) as Row<Caller>[];

/** The day that it is there: the same for every round, so that a round can be told again. */
const today = '2026-11-24T08:00:00Z';

/** @param postgres where, when no test run says so */
export async function openRound(postgres?: PostgresForTests): Promise<Round> {
  const cast = await openCast(today, postgres ? { postgres } : {});
  const stock = await stockUp(cast);
  const document = (await cast.as('nobody', 'GET', '/api/openapi.json')).body as unknown as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Components };
  };
  const operations = cast.served
    .flat()
    .filter(({ route }) => route.produces !== 'text/event-stream')
    .map(({ id, route }) => {
      const said = document.paths[route.path]?.[route.method.toLowerCase()];
      if (!said) throw new Error(`The document does not describe ${id}.`);
      return { id, route, said };
    });
  const principals: Principal[] = callers.map((who) => ({ said: who, who }));
  const round = { cast, stock, operations, components: document.components.schemas, principals, things: new Map() };
  for (const who of holders) principals.push(await byToken(cast, who));
  return round;
}

async function byToken(cast: Cast, who: (typeof holders)[number]): Promise<Principal> {
  const scopes = ['read', 'write', ...(who === 'administrator' ? ['admin', 'mail'] : [])];
  const made = await cast.as(who, 'POST', '/api/tokens', { body: { name: 'A program', scopes } });
  if (made.status !== 201) throw new Error(made.text);
  const token = String(made.body['token']);
  // That a token is used is noted once an hour: not in the middle of a comparison.
  await cast.as('nobody', 'GET', '/api/company', { headers: { authorization: `Bearer ${token}` } });
  return { said: `${who}, by token`, who, token };
}

/** One call as somebody. */
export function call(
  { cast }: Round,
  { who, token }: Principal,
  method: Method,
  url: string,
  spoken: Spoken,
): Promise<Heard> {
  if (token === undefined) return cast.as(who, method, url, spoken);
  return cast.as('nobody', method, url, {
    ...spoken,
    headers: { authorization: `Bearer ${token}`, ...spoken.headers },
  });
}

/** Lets somebody in again who has signed out or whose token was revoked. */
export async function letInAgain(round: Round, principal: Principal) {
  const { who } = principal;
  if (who === 'nobody' || who === 'gone' || who === 'ended') return;
  round.cast.cookie[who] = await round.cast.enter(who);
  if (principal.token !== undefined) Object.assign(principal, await byToken(round.cast, who as never));
}

export const collectionOf = (route: Route): string =>
  route.path.split('/')[route.path.startsWith('/api/') ? 2 : 1] ?? '';

const most = 300;
const put = ({ things }: Round, kind: string, id: string) => {
  const known = things.get(kind) ?? [];
  things.set(kind, known);
  if (!known.includes(id)) known.push(id);
  if (known.length > most) known.splice(50, 1);
};

/** Things of every kind that operations are tried on, to begin with. */
export async function fillThings(round: Round): Promise<void> {
  const { cast, stock } = round;
  // Copies: what others are copied from stays as it is.
  for (const state of Object.values(stock))
    for (const id of Object.values(state)) put(round, 'requests', await copyOf(cast.db, id));
  for (const who of ['requester', 'member', 'provider', 'second', 'newcomer', 'gone'] as Someone[])
    put(round, 'people', cast.id[who]);
  put(round, 'teams', cast.it);
  put(round, 'teams', cast.kitchen);
  for (let count = 0; count < 5; count += 1) put(round, 'extras', await newPerson(cast));
  const seen = new Set<string>();
  for (const { name, on } of rows) {
    const operation = round.operations.find(({ id }) => id === name);
    if (!operation || !operation.route.path.includes('{')) continue;
    const kind = collectionOf(operation.route);
    if (seen.has(`${kind} ${on}`)) continue;
    seen.add(`${kind} ${on}`);
    const thing = await thingFor(cast, stock, name, 'member', on);
    if (thing !== undefined) put(round, kind, thing);
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\da-f-]{36}$/.test(value);

/** Remembers what an answer tells of: later calls are about it. */
export function harvest(round: Round, { id, route }: Operation, body: Record<string, unknown>): void {
  const kind = route.path.endsWith('messages')
    ? 'messages'
    : route.path.endsWith('deliveries')
      ? 'deliveries'
      : collectionOf(route);
  const own = isId(body['id']) ? [body['id']] : [];
  const items = Array.isArray(body['items']) ? (body['items'] as { id?: unknown }[]).slice(0, 5) : [];
  for (const found of [...own, ...items.map((item) => item?.id)]) if (isId(found)) put(round, kind, found);
  if (typeof body['next'] === 'string') put(round, `cursor of ${id}`, body['next']);
  for (const item of Array.isArray(body['checklist']) ? (body['checklist'] as { id?: unknown }[]) : [])
    if (isId(item?.id)) put(round, 'items', item.id);
  if (route.method === 'POST' && route.path === '/api/people' && own[0]) put(round, 'extras', own[0]);
  if (route.method === 'POST' && route.path === '/api/teams' && own[0]) put(round, 'crews', own[0]);
}

const absent = '00000000-0000-4000-8000-000000000000';

/** The thing that a pick means now. */
export function thingAt({ things }: Round, { pick, place }: Pick, operation: string): string {
  const kind = pick === 'cursor' ? `cursor of ${operation}` : pick;
  const known = kind === 'anything' ? [...things.values()].flat().filter(isId) : (things.get(kind) ?? []);
  return known[place % Math.max(known.length, 1)] ?? absent;
}
