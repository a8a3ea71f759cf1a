// Wrong input of every kind to one operation, by chance, and what must come of it: see answers.ts; and nothing changed by what is refused.
import fc from 'fast-check';
import { languages, type Language } from '../contract/shapes.ts';
import { goodCalls } from '../server/proofs/calls.ts';
import type { Caller, Heard } from '../server/proofs/cast.ts';
import type { Row } from '../server/proofs/matrix.ts';
import { everythingIn } from '../server/proofs/states.ts';
import { thingFor, versionOf } from '../server/proofs/things.ts';
import { answerFaults, problemIn, type Fault } from './answers.ts';
import { blows, type Blow } from './hostile.ts';
import { note, slowness, timed, type Dose, type Log } from './log.ts';
import { call, letInAgain, rows, type Principal, type Round } from './round.ts';
import { faults } from './schema.ts';

// As somebody who may do it, so that the words reach it; an ordinary member wherever a member may.
const usual: readonly Caller[] = ['member', 'provider', 'requester', 'lead', 'administrator'];
export type Target = { name: string; on: string; who: Caller };
/** Every operation once, with what it is tried on and who may do it. */
export const targets: readonly Target[] = rows
  .filter(
    ({ name, on }, index, all) =>
      on !== 'other' && all.findIndex((row) => row.name === name && row.on !== 'other') === index,
  )
  .map((row: Row<Caller>) => ({
    name: row.name,
    on: row.on,
    who: usual.find((who) => row.cells[who] === 'yes') ?? 'member',
  }));

const ofForm: readonly string[] = [
  ...['required', 'tooShort', 'tooLong', 'tooSmall', 'tooBig', 'notAChoice', 'notAnInstant', 'notADate'],
  ...['notAnEmail', 'notAnId', 'notANumber', 'wrongKind', 'unknownZone', 'unreadable', 'oneLine', 'unknownCountry'],
  ...['unlikelyYear', 'tooManyGiven', 'notWhole'],
];
/** Each try of these takes a tenth of a second, on purpose. */
const hashes = /^(signIn|changePassword|useLink)$/;
const endsSessions = /^(sign|end|change|use)/;

type Try = { blow: Blow; language: Language; stranger: number };
type Struck = { request: string; sent: unknown; ask: () => Promise<Heard> };

async function prepare(
  round: Round,
  target: Target,
  by: Principal,
  thing: string | undefined,
  tried: Try,
): Promise<Struck> {
  const { cast } = round;
  const { blow, language } = tried;
  const { id, route } = operationOf(round, target.name);
  const { path = {}, query = '', body: good, headers = {} } = goodCalls[id]?.({ cast, on: target.on, thing }) ?? {};
  const put = (_: string, name: string) => blow.path ?? path[name] ?? thing ?? '';
  const json = Buffer.isBuffer(good) ? {} : (good ?? {});
  const whole = Buffer.isBuffer(good) && blow.bytes?.(good);
  const body =
    whole || (blow.body ? blow.body(json as Record<string, unknown>) : (good ?? (route.body ? {} : undefined)));
  const versioned: Record<string, string> =
    route.ifMatch === 'required' ? { 'if-match': await versionOf(cast.db, route, thing) } : {};
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const url = route.path.replaceAll(/\{(\w+)\}/g, put) + (blow.query ?? query);
  const sent = body === undefined || route.method === 'GET' ? undefined : raw ? body : JSON.parse(JSON.stringify(body));
  const spoken = {
    headers: { 'accept-language': language, ...versioned, ...headers, ...blow.headers },
    ...(sent === undefined ? {} : { body: sent }),
  };
  return {
    request: `${route.method} ${url} (${blow.said})`,
    sent,
    ask: () => call(round, by, route.method, url, spoken),
  };
}

export const operationOf = (round: Round, name: string) => {
  const found = round.operations.find(({ id }) => id === name);
  if (!found) throw new Error(`There is no operation ${name}.`);
  return found;
};

const trimmed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, trimmed(inner)]));
};

/** Strikes one operation; what is found goes into the log. `replay` says how to have the same again. */
export async function strike(round: Round, log: Log, target: Target, dose: Dose) {
  const { cast, stock, components } = round;
  const { route, said } = operationOf(round, target.name);
  const schema = said.requestBody?.content['application/json']?.schema;
  const query = (said.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
  const ids = [cast.id.gone, cast.id.otherMember, cast.it, cast.kitchen, stock.inside.asked, stock.person.promised];
  const reads = route.method === 'GET';
  const look = async () => (reads ? '' : everythingIn(cast.db));
  const report = (by: Principal, request: string, faults_: readonly Fault[]) =>
    note(
      log,
      faults_.map((fault) => ({
        ...fault,
        operation: target.name,
        principal: by.said,
        request,
        replay: dose.replay(),
      })),
    );

  const own: Principal = { said: target.who, who: target.who };
  let thing = await thingFor(cast, stock, target.name, target.who, target.on);
  let before = await look();
  const tries = fc.sample(
    fc.record({
      blow: blows(schema, query, ids, route.consumes !== undefined),
      language: fc.constantFrom(...languages),
      // One in four comes from somebody else, whoever that is.
      stranger: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, fc.nat(999)),
    }),
    { numRuns: hashes.test(target.name) ? Math.ceil(dose.tries / 4) : dose.tries, seed: dose.seed },
  );
  for (const tried of tries) {
    if (log.ended) return;
    const by = round.principals[tried.stranger % round.principals.length] ?? own;
    const { request, sent, ask } = await prepare(round, target, by, thing, tried);
    const answer = await timed(log, target.name, ask);
    if (!('status' in answer)) {
      report(by, request, [answer]);
      continue;
    }
    report(by, request, [
      ...answerFaults(answer, said, components, tried.language),
      ...fieldFaults(answer, tried),
      ...(answer.status < 300 && schema && tried.blow.field ? inputFaults(sent) : []),
      ...slowness(log),
    ]);
    if (answer.status >= 300 || reads) continue;
    thing = await thingFor(cast, stock, target.name, target.who, target.on);
    if (endsSessions.test(target.name)) await letInAgain(round, by === own ? own : by);
    before = await look();
  }
  if ((await look()) !== before)
    report(own, `${route.method} ${route.path}`, [{ kind: 'changed', said: 'after all refusals' }]);

  function inputFaults(sent: unknown): Fault[] {
    const wrong = faults(trimmed(sent), schema ?? {}, components, false);
    return wrong.map((sentence) => ({ kind: 'accepted', said: sentence }));
  }
}

/** A field that is of the wrong form is named, and no other is. */
function fieldFaults(answer: Heard, { blow, language }: Try): Fault[] {
  if (!blow.field || answer.status < 400) return [];
  const { problem } = problemIn(answer, language);
  if (!problem || !ofForm.includes(problem.code)) return [];
  const named = (problem.fields ?? []).map((field) => field.path.split('.')[0]);
  return named.length === 1 && named[0] === blow.field
    ? []
    : [{ kind: 'field', said: `${problem.code} names ${named.join(', ') || 'nothing'}, not ${blow.field}` }];
}
