// Whoever forges a secret gets in nowhere, and learns nothing: the answer is that to one that never was, word for word.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, transact } from '../platform/db.ts';
import { makeLink } from '../auth/auth.ts';
import { newAnswerLink } from './answers.ts';
import { newCalendar } from './appointments.ts';
import { openCast, password, type Cast, type Heard } from './cast.ts';
import { newFile } from './files.ts';
import { forgeries } from './forgeries.ts';
import { stockUp, type Stock } from './states.ts';
import { newPerson } from './things.ts';

let cast: Cast;
let stock: Stock;
beforeAll(async () => {
  cast = await openCast();
  stock = await stockUp(cast);
});
afterAll(() => cast.close());

const text = () => randomBytes(32).toString('base64url');
const safe = encodeURIComponent;
const link = (purpose: 'invite' | 'reset') => async () => {
  const account = await newPerson(cast);
  return transact(cast.db, (tx) => makeLink(tx, { account, purpose, now: cast.time() }));
};
const readLink = (token: string) => cast.as('nobody', 'GET', `/api/links/${safe(token)}`);
const bearer = (token: string) =>
  cast.as('nobody', 'GET', '/api/sessions', { headers: { authorization: `Bearer ${safe(token)}` } });
const withCookie = (value: string) => {
  const name = cast.cookie.member.split('=')[0];
  return cast.as('nobody', 'GET', '/api/sessions', { headers: { cookie: `${name}=${safe(value)}` } });
};
const choice = (token: string) => cast.as('nobody', 'GET', `/api/mail-choices/${safe(token)}`);
const answer = (token: string) => cast.as('nobody', 'GET', `/api/promise-answers/${safe(token)}`);
const file = (id: string) => cast.as('member', 'GET', `/api/attachments/${safe(id)}`);

type Secret = { good: () => Promise<string>; unknown: () => string; use: (secret: string) => Promise<Heard> };
const secrets: Record<string, Secret> = {
  'an invitation': { good: link('invite'), unknown: text, use: readLink },
  'a link for a new password': { good: link('reset'), unknown: text, use: readLink },
  'a session': {
    good: async () => decodeURIComponent((await cast.enter('member')).split('=').slice(1).join('=')),
    unknown: () => `${text().slice(0, 32)}.${randomBytes(32).toString('base64')}`,
    use: withCookie,
  },
  'a token of a program': {
    good: async () => {
      const made = await cast.as('member', 'POST', '/api/tokens', { body: { name: 'A program', scopes: ['read'] } });
      return String(made.body['token']);
    },
    unknown: () => `gt_${text()}${text().slice(0, 6)}`,
    use: bearer,
  },
  'a link that stops mails': {
    good: async () => cast.outgoing.links.choice(cast.id.second, 'follow', cast.time()).split('/').at(-1) ?? '',
    unknown: text,
    use: choice,
  },
  'the address of a calendar': {
    good: () => newCalendar(cast.db, cast.id.second),
    unknown: text,
    use: (token) => cast.as('nobody', 'GET', `/api/calendar/${safe(token)}.ics`),
  },
  'a link that answers a new time': {
    good: () => newAnswerLink(cast, stock.team.proposed),
    unknown: text,
    use: answer,
  },
  'the address of a file': { good: () => newFile(cast, 'ownFile', 'member', false), unknown: newId, use: file },
};

const told = ({ status, text: said, headers: { date: _date, ...headers } }: Heard) => ({ status, said, headers });

it('knows more than fifty ways to forge', () => {
  expect(Object.keys(forgeries).length).toBeGreaterThan(50);
});

it.each(Object.entries(secrets))('%s cannot be forged', async (name, { good, unknown, use }) => {
  const real = await good();
  const never = told(await use(unknown()));
  expect([401, 404]).toContain(never.status);
  for (const [how, forge] of Object.entries(forgeries)) {
    const forged = forge(real);
    // An id is the same in capitals; letters that are small already are not changed.
    if (forged === real || (name === 'the address of a file' && forged.toLowerCase() === real.toLowerCase())) continue;
    expect(told(await use(forged)), `${name}, ${how}: ${forged}`).toEqual(never);
  }
  for (const [other, secret] of Object.entries(secrets))
    if (secret.use !== use) expect(told(await use(await secret.good())), `${other} for ${name}`).toEqual(never);
  if (name === 'the address of a file') {
    const theirs = await newFile(cast, 'otherFile', 'second', false);
    expect(told(await use(theirs)), 'of somebody else').toEqual(never);
  }
});

it('a link ends with its use, with its time, and with a newer one', async () => {
  const never = told(await readLink(text()));
  const used = await link('reset')();
  await cast.as('nobody', 'POST', `/api/links/${used}/use`, { body: { password } });
  expect(told(await readLink(used)), 'used').toEqual(never);

  const account = await newPerson(cast);
  const make = () => transact(cast.db, (tx) => makeLink(tx, { account, purpose: 'reset', now: cast.time() }));
  const [older, newer] = [await make(), await make()];
  expect(told(await readLink(older)), 'replaced').toEqual(never);
  await sql`update auth_link set expires_at = ${cast.time()}`.execute(cast.db);
  expect(told(await readLink(newer)), 'expired').toEqual(never);
});

it('sessions and tokens end with the one whose they are', async () => {
  const session = decodeURIComponent((await cast.enter('helper')).split('=').slice(1).join('='));
  const made = await cast.as('helper', 'POST', '/api/tokens', { body: { name: 'A program', scopes: ['read'] } });
  const token = String(made.body['token']);
  expect([(await withCookie(session)).status, (await bearer(token)).status]).toEqual([200, 403]);
  const [noSession, noToken] = [told(await withCookie('x.y')), told(await bearer(`gt_${text()}${text().slice(0, 6)}`))];
  await cast.as('helper', 'PUT', '/api/password', { body: { current: password, next: `${password} new` } });
  expect(told(await withCookie(session)), 'after another password').toEqual(noSession);
  await cast.as('administrator', 'POST', `/api/people/${cast.id.helper}/deactivation`, { body: {} });
  expect(told(await bearer(token)), 'after leaving').toEqual(noToken);
});

it('a calendar ends with a newer address, when it is ended, and with the one whose it is', async () => {
  const read = async (token: string) => told(await cast.as('nobody', 'GET', `/api/calendar/${token}.ics`));
  const never = await read(text());
  const make = async () => {
    const made = await cast.as('insider', 'POST', '/api/calendar-feed');
    return String(made.body['url']).split('/').at(-1)?.replace('.ics', '') ?? '';
  };
  const [older, newer] = [await make(), await make()];
  expect(await read(older), 'replaced').toEqual(never);
  expect((await read(newer)).status).toBe(200);
  await cast.as('insider', 'DELETE', '/api/calendar-feed');
  expect(await read(newer), 'ended').toEqual(never);
  const last = await make();
  await cast.as('administrator', 'POST', `/api/people/${cast.id.insider}/deactivation`, { body: {} });
  expect(await read(last), 'after leaving').toEqual(never);
});

it('sessions and tokens end with their time', async () => {
  const session = decodeURIComponent((await cast.enter('second')).split('=').slice(1).join('='));
  const made = await cast.as('second', 'POST', '/api/tokens', { body: { name: 'A program', scopes: ['read'] } });
  const token = String(made.body['token']);
  expect([(await withCookie(session)).status, (await bearer(token)).status]).toEqual([200, 403]);
  await sql`update auth_session set expires_at = ${cast.time()} where user_id = ${cast.id.second}`.execute(cast.db);
  await sql`update auth_token set expires_at = ${cast.time()} where account_id = ${cast.id.second}`.execute(cast.db);
  expect(told(await withCookie(session))).toEqual(told(await withCookie('x.y')));
  expect(told(await bearer(token))).toEqual(told(await bearer(`gt_${text()}${text().slice(0, 6)}`)));
});

it('a header said twice counts once, and never for somebody else', async () => {
  const { port } = new URL(await cast.http.listen({ port: 0, host: '127.0.0.1' }));
  const who = (...headers: [name: string, value: string][]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const lines = [['host', 'x'], ['connection', 'close'], ...headers].map(([name, value]) => `${name}: ${value}`);
        socket.write(`GET /api/session HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      });
      let answer = '';
      socket.on('data', (part) => (answer += part.toString()));
      socket.on('end', () => resolve(/"id":"([\w-]{36})"/.exec(answer)?.[1] ?? 'nobody'));
      socket.on('error', reject);
    });
  const [mine, theirs] = [await cast.enter('member'), await cast.enter('lead')];
  const forged = `${mine.split('=')[0]}=${'x'.repeat(32)}.y`;
  expect(await who(['cookie', mine])).toBe(cast.id.member);
  expect([cast.id.member, 'nobody']).toContain(await who(['cookie', mine], ['cookie', forged]));
  expect([cast.id.member, 'nobody']).toContain(await who(['cookie', forged], ['cookie', mine]));
  // Whoever holds two keys may use either, but nobody gets in whom neither lets in.
  expect([cast.id.member, cast.id.lead, 'nobody']).toContain(await who(['cookie', mine], ['cookie', theirs]));
  expect(await who(['cookie', forged], ['cookie', `${forged}z`])).toBe('nobody');
  // A token that is none is not made good by a cookie beside it.
  expect(await who(['authorization', `Bearer gt_${text()}`], ['cookie', mine])).toBe('nobody');
  expect(await who(['authorization', `Bearer gt_${text()}`], ['authorization', 'Bearer x'])).toBe('nobody');
});
