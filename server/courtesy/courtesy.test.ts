// Standards of teams, and what both sides say of an ask, through HTTP.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AskingAnswer, OfferedStandards, ServingAnswer, TeamStandards } from '../../contract/courtesy.ts';
import { at, openHotel, refuses, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import type { Said } from '../platform/test.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeEach(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
afterEach(() => hotel.close());

const made = <T>(said: Said): T => {
  if (said.status >= 300) throw new Error(said.text);
  return said.body;
};
const standards = { greeting: 'Good day {name}, {me} from {team}.', closing: 'All yours, {name}: {deliverable}.' };
const write = (by: Person, version = 0, body: object = standards) =>
  by.call('PUT', `/api/teams/${hotel.it}/standards`, body, { 'if-match': `"${version}"` });

describe('a team’s standards', () => {
  test('are written by its leads and by administrators, and read by everybody', async () => {
    expect(made<TeamStandards>(await write(hotel.liisa))).toMatchObject({ ...standards, version: 1, can: ['update'] });
    expect(made<TeamStandards>(await write(hotel.jussi, 1, { ...standards, closing: '' }))).toMatchObject({
      version: 2,
    });
    const read = made<TeamStandards>(await hotel.oleg.get(`/api/teams/${hotel.it}/standards`));
    expect(read).toMatchObject({ greeting: standards.greeting, closing: '', can: [] });
    await refuses(hotel, () => write(hotel.mika, 2), 403, 'leadsOnly');
  });
  test('are not overwritten unseen', async () => {
    made(await write(hotel.liisa));
    await refuses(hotel, () => write(hotel.liisa, 0), 412, 'changedMeanwhile');
    await refuses(
      hotel,
      () => hotel.liisa.call('PUT', `/api/teams/${hotel.it}/standards`, standards),
      428,
      'versionNeeded',
    );
  });
  test('know only what can be filled in', async () => {
    const wrong = { ...standards, greeting: 'Hello {salary}' };
    await refuses(hotel, () => write(hotel.liisa, 0, wrong), 422, 'unknownInStandard', 'greeting');
  });
  test('are offered for a request unless its service has its own', async () => {
    made(await write(hotel.liisa));
    const own = { team: hotel.it, name: 'Printers', greetingStandard: 'Hello from the printers!' };
    const service = made<{ id: string }>(await hotel.liisa.post('/api/services', own));
    const offered = async (request: { id: string }) =>
      made<OfferedStandards>(await hotel.mika.get(at(request, 'standards')));
    expect(await offered(await tell.ask())).toEqual({
      greeting: { words: standards.greeting, of: 'team' },
      closing: { words: standards.closing, of: 'team' },
    });
    const ofService = await hotel.aino.post('/api/requests', { service: service.id });
    expect(await offered(made(ofService))).toEqual({
      greeting: { words: own.greetingStandard, of: 'service' },
      closing: { words: standards.closing, of: 'team' },
    });
  });
  test('of a request are hidden with it', async () => {
    const request = await tell.ask();
    expect((await hotel.oleg.get(at(request, 'standards'))).status).toBe(404);
  });
});

const asking = { clear: true, complete: false, missing: 'where', kind: true, note: 'Which Sali?' };
const sayAsking = (request: { id: string }, by: Person, body: object = asking) =>
  by.call('PUT', at(request, 'asking-answer'), body);
const serving = { greeted: true, closed: false };
const sayServing = (request: { id: string }, by: Person, body: object = serving) =>
  by.call('PUT', at(request, 'serving-answer'), body);

describe('how the ask was', () => {
  test('is said by who promised, from the promise on, and read by them alone', async () => {
    const request = await tell.promised();
    expect(made<AskingAnswer>(await sayAsking(request, hotel.mika))).toEqual({ ...asking, asks: true, counted: [] });
    expect(made<AskingAnswer>(await hotel.mika.get(at(request, 'asking-answer')))).toEqual({
      ...asking,
      asks: true,
      counted: [],
    });
    for (const who of [hotel.aino, hotel.liisa]) expect((await who.get(at(request, 'asking-answer'))).status).toBe(403);
    expect((await hotel.oleg.get(at(request, 'asking-answer'))).status).toBe(404);
  });
  test('changes nothing that anybody else reads', async () => {
    const request = await tell.closed();
    const before = await Promise.all([hotel.aino.get(at(request)), hotel.aino.get('/api/me/asking')]);
    made(await sayAsking(request, hotel.mika));
    const after = await Promise.all([hotel.aino.get(at(request)), hotel.aino.get('/api/me/asking')]);
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  });
  test('can be said otherwise and taken back', async () => {
    const request = await tell.promised();
    made(await sayAsking(request, hotel.mika));
    const nothing = { clear: null, complete: true, missing: 'where', kind: null, note: '' };
    const kept = { ...nothing, missing: null, asks: true, counted: [] };
    expect(made<AskingAnswer>(await sayAsking(request, hotel.mika, nothing))).toEqual(kept);
  });
  test('is nobody else’s to say, and not before there is a promise', async () => {
    const request = await tell.promised();
    await refuses(hotel, () => sayAsking(request, hotel.aino), 403, 'notYours');
    await refuses(hotel, () => sayAsking(request, hotel.liisa), 403, 'notYours');
    const countered = await tell.countered();
    await refuses(hotel, () => sayAsking(countered, hotel.mika), 409, 'notFromHere');
  });
});

describe('hello and goodbye', () => {
  test('are judged by who asked, once it was delivered, and read by them alone', async () => {
    const request = await tell.delivered();
    expect(made<ServingAnswer>(await sayServing(request, hotel.aino))).toEqual({ ...serving, asks: true, counted: [] });
    expect((await hotel.mika.get(at(request, 'serving-answer'))).status).toBe(403);
    const promised = await tell.promised();
    await refuses(hotel, () => sayServing(promised, hotel.aino), 409, 'notFromHere');
    await refuses(hotel, () => sayServing(request, hotel.mika), 403, 'notYours');
  });
  test('of a colleague asked by name are not asked about: it would be about that one person', async () => {
    const request = await tell.promised({}, { team: undefined, person: hotel.mika.id });
    made(await hotel.mika.post(at(request, 'delivery'), { done: 'Done' }));
    await refuses(hotel, () => sayServing(request, hotel.aino), 409, 'notFromHere');
  });
});

test('nothing is asked where the company shows no rates; a note to oneself is kept all the same', async () => {
  const request = await tell.closed();
  const etag = String((await hotel.jussi.get('/api/company')).headers['etag']);
  made(await hotel.jussi.call('PATCH', '/api/company', { rates: false }, { 'if-match': etag }));
  await refuses(hotel, () => sayAsking(request, hotel.mika), 409, 'ratesOff');
  await refuses(hotel, () => sayServing(request, hotel.aino), 409, 'ratesOff');
  const note = { clear: null, complete: null, missing: null, kind: null, note: 'Which Sali?' };
  expect(made<AskingAnswer>(await sayAsking(request, hotel.mika, note))).toMatchObject({
    note: 'Which Sali?',
    asks: false,
  });
});
