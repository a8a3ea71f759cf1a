// Calls that the document allows, one after the other through one company, by chance: any operation, by anybody, on anything that there
// is by then, so that states are reached that nobody thought of.
import fc from 'fast-check';
import { languages } from '../contract/shapes.ts';
import { goodCalls } from '../server/proofs/calls.ts';
import type { Caller, Heard } from '../server/proofs/cast.ts';
import { everythingIn } from '../server/proofs/states.ts';
import { thingFor, versionOf } from '../server/proofs/things.ts';
import { answerFaults, type Fault } from './answers.ts';
import { grown, kindOf, settle } from './grown.ts';
import { note, slowness, timed, type Dose, type Log } from './log.ts';
import { call, collectionOf, harvest, letInAgain, rows, thingAt, type Principal, type Round } from './round.ts';
import { operationOf } from './strikes.ts';

type Operation = Round['operations'][number];
/** Of so many writes one is looked at for what it changed though it was refused. */
const lookEach = 8;
const often = new Set(['createRequest', 'addMessage', 'promiseRequest', 'reportDelivery', 'createArticle']);

/** What ends people and teams strikes only those that nobody else of the walk depends on. */
const extras = /^(deactivate|erase|leave|reactivate|update|reset|invite)Person$/;
const crews = /^(archiveTeam|removeMember|addMember)$/;

const stepOf = ({ id, said }: Operation, { components }: Round) => {
  const parameters = (place: string) => (said.parameters ?? []).filter((each) => each.in === place);
  const grow = (place: string) =>
    fc.record(
      Object.fromEntries(parameters(place).map(({ name, schema }) => [name, grown(schema, components, name)])),
      {
        requiredKeys: parameters(place).flatMap(({ name, required }) => (required ? [name] : [])) as never[],
        noNullPrototype: true,
      },
    );
  const schema = said.requestBody?.content['application/json']?.schema;
  return fc.record({
    name: fc.constant(id),
    place: fc.nat(9999),
    by: fc.nat(9999),
    // Made for this call, and called by somebody who may; or what comes.
    prepared: fc.nat(9).map((number) => number < 3),
    body: schema ? grown(schema, components) : fc.constant(undefined),
    query: grow('query'),
    path: grow('path'),
    // Which fields are those of a good call, whatever has grown in their place.
    good: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    key: fc.constantFrom('none', 'none', 'once', 'twice'),
    stale: fc.nat(9).map((number) => number === 0),
    language: fc.constantFrom(...languages),
  });
};
type Step = ReturnType<typeof stepOf> extends fc.Arbitrary<infer S> ? S : never;

function pathOf(round: Round, { id, route }: Operation, step: Step, given: Record<string, string>, thing?: string) {
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'id' && thing !== undefined) return thing;
    if (given[name] !== undefined && step.good[7]) return given[name];
    const own = name === 'id' || name === 'token';
    const collection = own ? collectionOf(route) : kindOf(name, name === 'delivery' ? 'deliveries' : name);
    const kind = name === 'id' && extras.test(id) ? 'extras' : name === 'id' && crews.test(id) ? 'crews' : collection;
    const value = (step.path as Record<string, unknown>)[name];
    if (typeof value === 'string' || typeof value === 'number') return encodeURIComponent(value);
    return encodeURIComponent(thingAt(round, { pick: kind, place: step.place }, id));
  });
}

function bodyOf(round: Round, { id, route }: Operation, step: Step, good: unknown): unknown {
  if (!route.body) return good;
  const body = settle(step.body, (pick) => thingAt(round, pick, id));
  const plain = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!plain(good) || !plain(body)) return step.good[0] ? (good ?? body) : body;
  // Nothing is called that is not here.
  const tame = (name: string) => id === 'saveMailServer' && /^(host|port)$/.test(name);
  const mixed = { ...(body as Record<string, unknown>) };
  for (const [index, [name, value]] of Object.entries(good as object).entries())
    if (step.good[index % 8] || tame(name)) mixed[name] = value;
  return mixed;
}

async function prepare(round: Round, operation: Operation, step: Step) {
  const { cast, stock } = round;
  const { id, route } = operation;
  const own = rows.filter(({ name }) => name === id);
  const row = own[step.place % Math.max(own.length, 1)];
  const allowed = row ? (Object.keys(row.cells) as Caller[]).filter((who) => row.cells[who] === 'yes') : [];
  const may = round.principals.filter(({ who }) => allowed.includes(who));
  const choice = step.prepared && may.length > 0 ? may : round.principals;
  const by = choice[step.by % choice.length] as Principal;
  const on = row?.on ?? '';
  const thing =
    step.prepared && row && !(extras.test(id) && on !== 'colleague' && on !== 'left') && on !== 'other'
      ? await thingFor(cast, stock, id, by.who, on)
      : undefined;
  const making = { cast, on, thing: thing ?? thingAt(round, { pick: collectionOf(route), place: step.place }, id) };
  const sent = goodCalls[id]?.(making) ?? {};
  const body = bodyOf(round, operation, step, sent.body);
  const query = settle(step.query, (pick) => thingAt(round, pick, id)) as Record<string, unknown>;
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  const usual = step.good[6] && sent.query ? sent.query : asked ? `?${asked}` : '';
  const url = pathOf(round, operation, step, sent.path ?? {}, thing) + usual;
  const at = url.split('/')[3]?.split('?')[0] ?? '';
  const version = route.ifMatch
    ? {
        'if-match': step.stale
          ? '"0"'
          : await versionOf(cast.db, route, at, by.who in cast.id ? cast.id[by.who as never] : ''),
      }
    : {};
  const key = step.key === 'none' ? {} : { 'idempotency-key': `${step.place}-${step.by}` };
  const headers = { 'accept-language': step.language, ...sent.headers, ...version, ...key } as Record<string, string>;
  return { by, url, spoken: { headers, ...(body === undefined || route.method === 'GET' ? {} : { body }) } };
}

const repeats = ({ route }: Operation, step: Step, by: Principal) =>
  step.key === 'twice' && route.method !== 'GET' && route.idempotent !== false && !route.streams && by.who !== 'nobody';

/** Whoever has ended the very session that they call by cannot ask again. */
const letsGo = ({ headers }: Heard) => /max-age=0/i.test(String(headers['set-cookie'] ?? ''));

/** Walks `tries` steps; what is found goes into the log. */
export async function walk(round: Round, log: Log, dose: Dose) {
  const arbitrary = fc.oneof(
    ...round.operations.map((operation) => ({
      weight: often.has(operation.id) ? 6 : 1,
      arbitrary: stepOf(operation, round),
    })),
  );
  let before: string | undefined;
  let index = 0;
  for (const step of fc.sample(arbitrary, { numRuns: dose.tries, seed: dose.seed })) {
    if (log.ended) return;
    const operation = operationOf(round, step.name);
    const { id, route, said } = operation;
    const { by, url, spoken } = await prepare(round, operation, step);
    const writes = route.method !== 'GET';
    // To look at everything costs more than to call.
    const looks = writes && (index += 1) % lookEach === 0;
    if (looks) before = await everythingIn(round.cast.db);
    const ask = () => call(round, by, route.method, url, spoken);
    const answer = await timed(log, id, ask);
    const wrong: Fault[] = 'status' in answer ? answerFaults(answer, said, round.components, step.language) : [answer];
    wrong.push(...slowness(log));
    if ('status' in answer) {
      if (looks && answer.status >= 400 && (await everythingIn(round.cast.db)) !== before)
        wrong.push({ kind: 'changed', said: `refused with ${answer.status}` });
      if (answer.status < 300 && !letsGo(answer) && repeats(operation, step, by))
        wrong.push(...(await again(ask, answer)));
      if (answer.status < 300) harvest(round, operation, answer.body);
      if (answer.status === 401 || /^(sign|end|change|use)/.test(id)) await letInAgain(round, by);
    }
    const request = `${route.method} ${url} ${JSON.stringify(spoken).slice(0, 600)}`;
    const about = { operation: id, principal: by.said, request, replay: dose.replay() };
    note(
      log,
      wrong.map((fault) => ({ ...fault, ...about })),
    );
  }

  async function again(ask: () => ReturnType<typeof call>, first: { status: number; text: string }): Promise<Fault[]> {
    const second = await timed(log, 'repeat by key', ask);
    const same = 'status' in second && second.status === first.status && second.text === first.text;
    return same
      ? []
      : [
          {
            kind: 'repeated',
            said: 'status' in second ? `${second.status} ${second.text.slice(0, 200)}` : second.said,
          },
        ];
  }
}
