// Input by chance to every operation, wrong and allowed: never a 5xx, an answer as the document says, a refusal with a sentence that
// names the field, and nothing changed by it. The same chances each time; `npm run fuzz -- --requests 200000` takes new ones.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn } from '../../fuzz/answers.ts';
import { cursors } from '../../fuzz/hostile.ts';
import { emptyLog, type Log } from '../../fuzz/log.ts';
import { fillThings, openRound, type Round } from '../../fuzz/round.ts';
import { strike, targets } from '../../fuzz/strikes.ts';
import { walk } from '../../fuzz/walk.ts';
import { thingFor } from './things.ts';
import { follow } from './views.ts';

let round: Round;
let listening: Promise<string> | undefined;
beforeAll(async () => {
  round = await openRound();
});
afterAll(() => round.cast.close());

/** What was found, but for how long it took: that depends on who else uses the machine. */
const foundIn = ({ findings }: Log) =>
  findings
    .filter(({ kind }) => kind !== 'slow')
    .map(({ kind, request, said, principal }) => [kind, request, principal, said]);
const seedOf = (name: string) => [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0;

describe.each(targets.filter(({ name }) => name !== 'streamEvents'))('$name', (target) => {
  it('takes whatever is sent with a sentence, and keeps what it has', async () => {
    const log = emptyLog();
    await strike(round, log, target, { tries: 12, seed: seedOf(target.name), replay: () => '' });
    expect(log.requests).toBeGreaterThan(2);
    expect(foundIn(log)).toEqual([]);
  });
});

it('answers what the document allows as the document says, wherever a walk of chance leads', async () => {
  const log = emptyLog();
  await fillThings(round);
  await walk(round, log, { tries: 250, seed: 11, replay: () => '' });
  expect(foundIn(log)).toEqual([]);
  expect(log.done.size).toBeGreaterThan(50);
});

describe('cursors', () => {
  it('that no list has given are refused by every list', async () => {
    const { cast, stock, operations } = round;
    const taking = operations.filter(({ said }) => said.parameters?.some(({ name }) => name === 'cursor'));
    // Whatever answers with a next page can be asked for it, and nothing else can.
    const answering = operations.filter(({ route }) =>
      ['items', 'next'].every((name) => Object.hasOwn(Object(Object(route.response).shape), name)),
    );
    expect(taking.map(({ id }) => id).toSorted()).toEqual(answering.map(({ id }) => id).toSorted());
    expect(taking.map(({ id }) => id)).toContain('listRequests');
    for (const { id, route } of taking) {
      const { on, who } = targets.find(({ name }) => name === id) ?? { on: '', who: 'member' as const };
      const thing = await thingFor(cast, stock, id, who, on);
      for (const cursor of cursors) {
        const answer = await cast.as(who, 'GET', `${route.path.replace('{id}', thing ?? '')}?cursor=${cursor}`, {
          headers: { 'accept-language': 'fi' },
        });
        expect([422, 200], `${id} ${Buffer.from(cursor, 'base64url').toString()}`).toContain(answer.status);
        if (answer.status === 200) continue;
        const { problem, faults } = problemIn(answer, 'fi');
        expect(faults).toEqual([]);
        expect(problem).toMatchObject({ code: 'badCursor', fields: [{ path: 'cursor' }] });
      }
    }
  });

  it.each(['x', '1-', '9999999999999999999-1', '1-9999999999999999999', '-1--1', "0-0'; --", '0-0\u00e9'])(
    'of the stream that it has not given begin it anew: %j',
    async (after) => {
      const address = await (listening ??= round.cast.http.listen({ port: 0, host: '127.0.0.1' }));
      const stream = await follow(round.cast, address, 'member', after);
      await stream.heard('event: ');
      stream.close();
      expect(stream.text).toMatch(/^200\n/);
    },
  );
});

it('leaves the prototypes of this process as they were', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
