// What programs get: with all scopes what their owner gets from every operation, without a scope nothing of its kind, and with a
// token that has ended nothing at all. Which operations are for people alone is a list to be read like a page of the law.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorScopes, scopeOf, scopes, type Scope } from '../../contract/route.ts';
import { openCast, type Cast, type Someone } from './cast.ts';
import { matrix, readTable, type Row } from './matrix.ts';
import { everythingIn, stockUp, type Stock } from './states.ts';
import { send, thingFor, type Operation } from './things.ts';

/** Ways in, and what ends them: whoever holds a token must not be able to make it more than it is. */
const forPeopleAlone = `
  signIn signOut startPasskeySignIn finishPasskeySignIn readLink useLink listSessions endSession endOtherSessions changePassword
  startPasskeyRegistration finishPasskeyRegistration listPasskeys renamePasskey removePasskey listTokens createToken revokeToken
  createCompany signInDemo startSample createWebhook updateWebhook rotateWebhookSecret createCalendarFeed removeCalendarFeed`;

const owners = ['requester', 'member', 'administrator'] as const satisfies readonly Someone[];
type Owner = (typeof owners)[number];

let cast: Cast;
let stock: Stock;
const tokens = new Map<string, string>();
const tokenOf = async (owner: Owner, given: readonly Scope[]) => {
  const made = await cast.as(owner, 'POST', '/api/tokens', { body: { name: given.join(' '), scopes: given } });
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body['token']);
};
const mayHave = (owner: Owner) =>
  scopes.filter((scope) => owner === 'administrator' || !administratorScopes.includes(scope));
beforeAll(async () => {
  cast = await openCast();
  stock = await stockUp(cast);
  for (const owner of owners) {
    tokens.set(owner, await tokenOf(owner, mayHave(owner)));
    for (const scope of mayHave(owner)) tokens.set(`${owner} ${scope}`, await tokenOf(owner, [scope]));
  }
  // That a token is used is noted once an hour: not in the middle of a comparison.
  for (const token of tokens.values()) await by(token).as('nobody', 'GET', '/api/company');
});
afterAll(() => cast.close());

const rows = (readTable(matrix) as Row<Owner>[]).filter(({ name }) => name !== 'streamEvents');
const operationNamed = (id: string) => cast.served.flat().find((operation) => operation.id === id) as Operation;

/** The cast, calling by a token and nothing else. */
const by = (token: string | undefined): Cast => ({
  ...cast,
  as: (_who, method, url, spoken = {}) =>
    cast.as('nobody', method, url, { ...spoken, headers: { ...spoken.headers, authorization: `Bearer ${token}` } }),
});

it('leaves to people themselves what the list says, and nothing else', () => {
  const never = cast.served.flat().filter(({ route }) => scopeOf(route) === 'never');
  expect(never.map(({ id }) => id).toSorted()).toEqual(forPeopleAlone.trim().split(/\s+/).toSorted());
});

describe.each(rows)('$name $on', ({ name, on, cells, absent }) => {
  it('gives a program what it gives its owner, if it was made for that', async () => {
    const operation = operationNamed(name);
    const scope = scopeOf(operation.route);
    const trials: { owner: Owner; thing: string | undefined }[] = [];
    for (const owner of owners) trials.push({ owner, thing: await thingFor(cast, stock, name, owner, on) });
    const try_ = (token: string | undefined, { owner, thing }: (typeof trials)[number]) =>
      send(by(token), operation, owner, on, thing);

    const before = await everythingIn(cast.db);
    for (const trial of trials) {
      for (const lacking of mayHave(trial.owner).filter((each) => each !== scope)) {
        const answer = await try_(tokens.get(`${trial.owner} ${lacking}`), trial);
        const code = scope === 'never' ? 'notByToken' : 'scopeMissing';
        expect([answer.status, answer.body['code']], `${trial.owner} with ${lacking}`).toEqual([403, code]);
      }
    }
    expect(await everythingIn(cast.db)).toBe(before);
    for (const trial of scope === 'never' ? [] : trials) {
      const cell = cells[trial.owner];
      const answer = await try_(tokens.get(trial.owner), trial);
      const expected = cell === 'yes' ? operation.route.status : Number(cell === '-' ? absent : cell);
      expect(answer.status, `${trial.owner}: ${answer.text}`).toBe(expected);
    }
  });
});

it('is closed to whoever has left, at once, wherever they try', async () => {
  const token = tokens.get('requester');
  await cast.as('administrator', 'POST', `/api/people/${cast.id.requester}/deactivation`, { body: {} });
  const before = await everythingIn(cast.db);
  for (const { id, route } of cast.served.flat()) {
    const answer = await send(by(token), { id, route }, 'requester', '', cast.id.requester);
    expect([answer.status, answer.body['code']], id).toEqual([401, 'tokenRefused']);
  }
  expect(await everythingIn(cast.db)).toBe(before);
});
