// Holds the running server to the reviewed table of matrix.ts: every operation as every kind of caller, and every move in every state.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestMoves, type RequestMove } from '../../contract/requests.ts';
import { operationOf } from './calls.ts';
import { openCast, type Caller, type Cast, type Heard, type Someone } from './cast.ts';
import { matrix, readTable, type Row } from './matrix.ts';
import { kinds, withKinds } from './matrix-kinds.ts';
import { moveMatrix } from './matrix-moves.ts';
import { copyOf, everythingIn, keptOf, states, stockUp, type Shape, type Stock } from './states.ts';
import { send, shapeFor, thingFor, type Operation } from './things.ts';

let cast: Cast;
let stock: Stock;
let address: string;
beforeAll(async () => {
  cast = await openCast();
  stock = await stockUp(cast);
  address = await cast.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => cast.close());

const rows = (readTable(matrix) as Row<Caller>[]).map(withKinds);
const absent = '00000000-0000-4000-8000-000000000000';
const malformed = ['not-an-id', `${absent}0`, '%00', '1%20or%201=1', '..%2f..%2fetc'];

/** What a caller can tell two answers apart by. */
const told = ({ status, text, headers: { date: _date, ...headers } }: Pick<Heard, 'status' | 'text' | 'headers'>) => ({
  status,
  text,
  headers,
});

const operationNamed = (id: string): Operation => {
  const found = cast.served.flat().find((operation) => operation.id === id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
};

it('has a row for every operation, and an operation for every row', () => {
  const served = new Set(cast.served.flat().map(({ id }) => id));
  expect(served.size).toBeGreaterThan(80);
  expect([...new Set(rows.map(({ name }) => name))].toSorted()).toEqual([...served].toSorted());
});

const pause = new AbortController();
afterAll(() => pause.abort());

/** A stream does not end by itself: only its beginning is looked at. */
async function knock(operation: Operation, who: Caller, on: string, thing?: string): Promise<Heard> {
  if (operation.route.produces !== 'text/event-stream') return send(cast, operation, who, on, thing);
  const opened = await fetch(address + operation.route.path, {
    headers: { cookie: cast.cookie[who] },
    signal: pause.signal,
  });
  return { status: opened.status, text: '', headers: {}, body: {} };
}

/** Whoever is not let in, or only administrators are, gets one answer whatever the id. */
const isAtTheDoor = (cell: string, { route }: Operation) =>
  cell === '401' || (cell === '403' && route.for === 'administrator');

type Trial = { who: Caller; cell: string; thing: string | undefined };

/** Whatever is refused, and whatever is about nothing at all: the answers, and that they leave no trace. */
async function refuse(row: Row<Caller>, operation: Operation, trials: readonly Trial[]) {
  const before = await everythingIn(cast.db);
  for (const { who, cell, thing } of trials) {
    const where = `${row.name} ${row.on} as ${who}`;
    const answer = cell === 'yes' ? undefined : await knock(operation, who, row.on, thing);
    if (answer) expect(answer.status, `${where}: ${answer.text}`).toBe(Number(cell === '-' ? row.absent : cell));
    // That what does not exist is the same to everybody is shown by those of the table itself.
    if (!row.absent || (who in kinds && cell !== '-')) continue;
    const nowhere = await send(cast, operation, who, row.on, absent);
    if (answer && (cell === '-' || isAtTheDoor(cell, operation))) expect(told(answer), where).toEqual(told(nowhere));
    else expect(nowhere.status, `${where}, absent`).toBe(Number(row.absent));
    // What is no id at all is turned away before anything is known of it: for one inside as for one outside.
    for (const odd of who === 'member' ? malformed : who === 'nobody' ? malformed.slice(0, 1) : [])
      expect(told(await send(cast, operation, who, row.on, odd)), `${where}, ${odd}`).toEqual(told(nowhere));
  }
  expect(await everythingIn(cast.db), `a refused ${row.name} changed something`).toBe(before);
}

const endsSessions = /^(sign|end|change|use)/;

describe.each(rows)('$name $on', (row) => {
  it('answers everybody as the table says, and hides what it hides', async () => {
    const operation = operationNamed(row.name);
    const trials: Trial[] = [];
    const things = new Map<string, string | undefined>();
    for (const who of Object.keys(row.cells) as Caller[]) {
      const cell = row.cells[who];
      // What is refused changes nothing, as is looked at below: everybody can be refused the same thing.
      const key = cell === 'yes' || /^(own|me$)/.test(row.on) ? who : `a ${shapeFor(who)}`;
      if (!things.has(key)) things.set(key, await thingFor(cast, stock, row.name, who, row.on));
      trials.push({ who, cell, thing: things.get(key) });
    }
    await refuse(row, operation, trials);
    for (const { who, thing } of trials.filter(({ cell }) => cell === 'yes')) {
      const answer = await knock(operation, who, row.on, thing);
      expect(answer.status, `${row.name} ${row.on} as ${who}: ${answer.text}`).toBe(operation.route.status);
      if (endsSessions.test(row.name) && who in cast.id && who !== 'gone')
        cast.cookie[who] = await cast.enter(who as Someone);
    }
    // Passwords are slow to check, by intention; what is cut off here would go on in the middle of the next row.
  }, 120_000);
});

const letters: Record<string, [who: Someone, shape: Shape]> = {
  R: ['requester', 'team'],
  T: ['second', 'team'],
  A: ['asker', 'team'],
  P: ['participant', 'team'],
  V: ['provider', 'team'],
  M: ['member', 'team'],
  L: ['lead', 'team'],
  N: ['named', 'person'],
  I: ['insider', 'inside'],
  H: ['helper', 'inside'],
  S: ['second', 'open'],
  O: ['provider', 'open'],
  Y: ['requester', 'private'],
  U: ['approver', 'approval'],
  W: ['provider', 'approval'],
};
const moveRows = readTable(moveMatrix);
const listed = (move: RequestMove, state: string, letter: string) =>
  moveRows.find(({ name }) => name === move)?.cells[state]?.includes(letter) ?? false;

it('is tried by every kind of person there is, on everything', () => {
  const kinds = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  expect(kinds.size).toBeGreaterThanOrEqual(21);
  for (const { name, on, cells } of rows)
    for (const who of kinds) expect(cells[who as Caller], `${name} ${on}`).toBeTruthy();
});

it('has a row for every move and a column for every state', () => {
  expect(moveRows.map(({ name }) => name).toSorted()).toEqual([...requestMoves].toSorted());
  expect(Object.keys(moveRows[0]?.cells ?? {}).toSorted()).toEqual([...states].toSorted());
});

const refusals = [
  'notFromHere',
  'notYours',
  'alreadyGreeted',
  'alreadyProposed',
  'nothingProposed',
  'reopenWindowOver',
  'noteNeedsTeam',
  'awaitsApproval',
  'notAsked',
];

describe.each(states)('what may be done with a request: %s', (state) => {
  it.each(Object.keys(letters))('as %s: what is offered works, and nothing else', async (letter) => {
    const [who, shape] = letters[letter] as [Someone, Shape];
    const may = requestMoves.filter((move) => listed(move, state, letter));
    const untouched = await copyOf(cast.db, stock[shape][state]);
    const read = await cast.as(who, 'GET', `/api/requests/${untouched}`);
    expect(read.body['can'], 'what is offered').toEqual(may);
    const before = await keptOf(cast.db, untouched);
    for (const move of requestMoves) {
      const on = move === 'note' ? 'note' : state;
      const works = may.includes(move);
      const thing = works ? await copyOf(cast.db, stock[shape][state]) : untouched;
      const answer = await send(cast, operationNamed(operationOf[move]), who, on, thing);
      if (works) expect(answer.status, `${move}: ${answer.text}`).toBeLessThan(300);
      else expect(refusals, `${move} answered ${answer.status}`).toContain(answer.body['code']);
    }
    expect(await keptOf(cast.db, untouched), 'after all refusals').toBe(before);
  });
});
