// Opening through HTTP: ask, greet, promise, counter-offer, decline, hand over; the wrong turns, and two people at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../contract/requests.ts';
import { at, openHotel, refuses, seen, stories, storyOf, toldOf, type Hotel } from './for-tests.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const nobody = '00000000-0000-4000-8000-000000000000';
const word = { deliverable: 'A working projector', due: '2026-11-24T14:00:00Z' };

describe('asking', () => {
  it('a team gives the request a number, a time to be greeted by, and a beginning of its history', async () => {
    const first = await tell.ask();
    const second = await tell.ask({ details: 'In **Sali 3**, since Monday' });
    expect(second.number).toBe(first.number + 1);
    expect(second).toMatchObject({
      state: 'asked',
      requester: { name: 'Aino Virtanen' },
      askedBy: null,
      team: { name: 'IT' },
      zone: 'Europe/Helsinki',
      details: 'In **Sali 3**, since Monday',
      version: 1,
    });
    expect(second.greetBy > second.createdAt).toBe(true);
    expect(await storyOf(hotel.aino, second)).toEqual(['asked']);
  });

  it('a colleague by name tells that colleague, and shows it to nobody else', async () => {
    const request = await tell.ask({ team: undefined, person: hotel.mika.id });
    expect(request).toMatchObject({ team: null, person: { name: 'Mika Korhonen' } });
    expect(await toldOf(hotel.mika, request)).toEqual(['asked']);
    expect((await hotel.liisa.get(at(request))).status).toBe(404);
    expect(seen(await hotel.mika.get(at(request))).can).toEqual(
      expect.arrayContaining(['promise', 'decline', 'handOver']),
    );
  });

  it('on behalf of a colleague makes them the requester, tells them, and leaves both a say', async () => {
    const request = await tell.ask({ onBehalfOf: hotel.aino.id }, hotel.eeva);
    expect(request).toMatchObject({ requester: { name: 'Aino Virtanen' }, askedBy: { name: 'Eeva Salo' } });
    expect(await toldOf(hotel.aino, request)).toEqual(['askedForYou']);
    await hotel.mika.post(at(request, 'promise'), word);
    expect(await toldOf(hotel.eeva, request)).toEqual(['promised']);
    expect(await toldOf(hotel.aino, request)).toEqual(['promised', 'askedForYou']);
    for (const side of [hotel.aino, hotel.eeva])
      expect(seen(await side.get(at(request))).can).toEqual(expect.arrayContaining(['release', 'withdraw']));
  });

  it('with colleagues along lets them read and write, and tells them', async () => {
    const request = await tell.ask({ participants: [hotel.oleg.id, hotel.oleg.id, hotel.aino.id] });
    expect(request.participants.map(({ name }) => name)).toEqual(['Oleg Petrov']);
    expect(await toldOf(hotel.oleg, request)).toEqual(['participantAdded']);
    expect(seen(await hotel.oleg.get(at(request))).can).toEqual(['message']);
  });

  it.each<[string, () => object, string, string]>([
    ['nobody', () => ({ team: undefined }), 'oneRecipient', 'team'],
    ['a team and a colleague', () => ({ person: hotel.mika.id }), 'oneRecipient', 'team'],
    ['a team that there is not', () => ({ team: nobody }), 'unknownTeam', 'team'],
    ['a colleague that there is not', () => ({ team: undefined, person: nobody }), 'unknownPerson', 'person'],
    ['oneself', () => ({ team: undefined, person: hotel.aino.id }), 'askYourself', 'person'],
    [
      'the one who needs it',
      () => ({ team: undefined, person: hotel.mika.id, onBehalfOf: hotel.mika.id }),
      'askYourself',
      'person',
    ],
    ['for nobody known', () => ({ onBehalfOf: nobody }), 'unknownPerson', 'onBehalfOf'],
    ['with nobody known along', () => ({ participants: [nobody] }), 'unknownPerson', 'participants'],
    ['without words', () => ({ title: '   ' }), 'required', 'title'],
    ['in words of two lines', () => ({ title: 'One\nTwo' }), 'oneLine', 'title'],
    ['in too many words', () => ({ title: 'x'.repeat(201) }), 'tooLong', 'title'],
    ['in a hundred thousand characters', () => ({ details: 'x'.repeat(100_000) }), 'tooLong', 'details'],
    ['a team by its name', () => ({ team: 'IT' }), 'notAnId', 'team'],
  ])('%s is refused', async (_, more, code, field) => {
    const sent = { title: 'A lamp', team: hotel.it, ...more() };
    await refuses(hotel, () => hotel.aino.post('/api/requests', sent), 422, code, field);
  });

  it('keeps words of every script as they were written', async () => {
    const title = 'عَطَلَ المصعد 👩‍👩‍👧 e\u0301 ﬁ Ω';
    expect(await tell.ask({ title })).toMatchObject({ title });
  });
});

describe('saying hello', () => {
  it('by name reaches the requester, with words that stand in the conversation', async () => {
    const request = await tell.ask();
    hotel.time('2026-11-24T08:30:00Z');
    const greeted = seen(await hotel.mika.post(at(request, 'greeting'), { words: 'Good morning Aino!' }));
    expect(greeted).toMatchObject({ greetedBy: { name: 'Mika Korhonen' }, greetedAt: '2026-11-24T08:30:00.000Z' });
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'message', 'greeted']);
    expect(await toldOf(hotel.aino, request)).toEqual(['greeted']);
  });
  it('a second time is refused and names who was first', async () => {
    const request = await tell.ask();
    await hotel.mika.post(at(request, 'greeting'));
    await refuses(hotel, () => hotel.liisa.post(at(request, 'greeting')), 409, 'alreadyGreeted');
    const said: { detail: string } = (await hotel.liisa.post(at(request, 'greeting'))).body;
    expect(said.detail).toContain('Mika Korhonen');
  });
  it('is for the serving side', async () => {
    const request = await tell.ask();
    await refuses(hotel, () => hotel.aino.post(at(request, 'greeting')), 403, 'notYours');
  });
});

describe('promising', () => {
  it('is refused for a time that is past, too far away or no time at all', async () => {
    const request = await tell.ask();
    const promise = (due: string) => () => hotel.mika.post(at(request, 'promise'), { ...word, due });
    await refuses(hotel, promise('2026-11-24T08:00:00Z'), 422, 'dueInPast', 'due');
    await refuses(hotel, promise('2029-01-01T08:00:00Z'), 422, 'dueTooFar', 'due');
    await refuses(hotel, promise('2026-02-30T08:00:00Z'), 422, 'notAnInstant', 'due');
    await refuses(hotel, promise('tomorrow'), 422, 'notAnInstant', 'due');
  });
  it('is understood in whatever offset it was written', async () => {
    expect(await tell.promised({ due: '2026-11-24T16:00:00+02:00' })).toMatchObject({
      due: '2026-11-24T14:00:00.000Z',
    });
  });
  it('is refused to the requester, to participants, and twice', async () => {
    const request = await tell.ask({ participants: [hotel.oleg.id] });
    await refuses(hotel, () => hotel.aino.post(at(request, 'promise'), word), 403, 'notYours');
    await refuses(hotel, () => hotel.oleg.post(at(request, 'promise'), word), 403, 'notYours');
    await hotel.mika.post(at(request, 'promise'), word);
    await refuses(hotel, () => hotel.liisa.post(at(request, 'promise'), word), 409, 'notFromHere');
  });
  it('does not exist for whoever may not see the request', async () => {
    const request = await tell.ask();
    await refuses(hotel, () => hotel.oleg.post(at(request, 'promise'), word), 404, 'notFound');
    await refuses(hotel, () => hotel.oleg.post(at({ id: nobody }, 'promise'), word), 404, 'notFound');
  });
  it('by two at the same time is the word of one; the other one is told so', async () => {
    const request = await tell.ask();
    const both = await Promise.all(
      [hotel.mika, hotel.liisa].map((person) => person.post(at(request, 'promise'), word)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const now = seen(await hotel.aino.get(at(request)));
    const winner: Request = both.find(({ status }) => status === 200)!.body;
    expect(now.promise).toEqual(winner.promise);
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'promised']);
  });
  it('upon a page that is out of date is refused with 412, and nothing is lost', async () => {
    const request = await tell.ask();
    await hotel.mika.post(at(request, 'greeting'));
    const old = { 'if-match': `"${request.version}"` };
    await refuses(hotel, () => hotel.liisa.post(at(request, 'promise'), word, old), 412, 'changedMeanwhile');
    const fresh = await hotel.liisa.get(at(request));
    const said = await hotel.liisa.post(at(request, 'promise'), word, { 'if-match': String(fresh.headers['etag']) });
    expect(said.status).toBe(200);
  });
});

describe('a counter-offer', () => {
  it('becomes the promise of the one who offered when it is accepted', async () => {
    const request = await tell.countered();
    expect(request).toMatchObject({
      state: 'countered',
      counter: { by: { name: 'Mika Korhonen' }, deliverable: 'A lamp' },
    });
    const promised = seen(await hotel.aino.post(at(request, 'counter-offer/acceptance'), { words: 'A lamp is fine' }));
    expect(promised).toMatchObject({
      state: 'promised',
      counter: null,
      promise: { deliverable: 'A lamp', by: { name: 'Mika Korhonen' }, to: { name: 'Aino Virtanen' } },
    });
    expect(await toldOf(hotel.mika, request)).toEqual(['counterAccepted']);
  });
  it('can be answered by asking differently, or taken back', async () => {
    const request = await tell.countered();
    const asked = seen(await hotel.aino.post(at(request, 'counter-offer/reply'), { words: 'Two lamps, then?' }));
    expect(asked).toMatchObject({ state: 'asked', counter: null, provider: null });
    const again = await tell.countered();
    expect(seen(await hotel.mika.call('DELETE', at(again, 'counter-offer')))).toMatchObject({ state: 'asked' });
    await refuses(hotel, () => hotel.mika.call('DELETE', at(again, 'counter-offer')), 409, 'notFromHere');
  });
  it('that has lain too long cannot be accepted any more', async () => {
    const request = await tell.countered();
    hotel.time('2026-11-24T14:00:01Z');
    await refuses(hotel, () => hotel.aino.post(at(request, 'counter-offer/acceptance')), 422, 'dueInPast', 'due');
  });
  it('is not for the one who made it to accept', async () => {
    const request = await tell.countered();
    await refuses(hotel, () => hotel.mika.post(at(request, 'counter-offer/acceptance')), 403, 'notYours');
    await refuses(hotel, () => hotel.liisa.call('DELETE', at(request, 'counter-offer')), 403, 'notYours');
    const past = { ...word, reason: 'So', due: '2026-11-24T07:00:00Z' };
    const asked = await tell.ask();
    await refuses(hotel, () => hotel.mika.post(at(asked, 'counter-offer'), past), 422, 'dueInPast', 'due');
  });
  it('accepted and taken back at the same time is one of the two', async () => {
    const request = await tell.countered();
    const both = await Promise.all([
      hotel.aino.post(at(request, 'counter-offer/acceptance')),
      hotel.mika.call('DELETE', at(request, 'counter-offer')),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won: Request = both.find(({ status }) => status === 200)!.body;
    expect(seen(await hotel.aino.get(at(request))).state).toBe(won.state);
  });
});

describe('declining', () => {
  it('says why and where to go instead', async () => {
    const request = await tell.ask();
    const sent = { reason: 'We have none', instead: 'Ask the events team' };
    expect(seen(await hotel.mika.post(at(request, 'refusal'), sent))).toMatchObject({
      state: 'declined',
      declined: sent,
    });
    expect(await toldOf(hotel.aino, request)).toEqual(['declined']);
    await refuses(hotel, () => hotel.mika.post(at(request, 'promise'), word), 409, 'notFromHere');
  });
  it('needs a reason', async () => {
    const request = await tell.ask();
    await refuses(hotel, () => hotel.mika.post(at(request, 'refusal'), { reason: ' ' }), 422, 'required', 'reason');
  });
});

describe('other words for the ask', () => {
  it('are the asker’s, until somebody promises on them; what stood before stays in the history', async () => {
    const request = await tell.ask();
    const edit = (version: number, sent: object, by = hotel.aino) =>
      by.call('PATCH', at(request), sent, { 'if-match': `"${version}"` });
    const edited = seen(await edit(1, { title: 'Both projectors show only green' }));
    expect(edited).toMatchObject({ title: 'Both projectors show only green', version: 2 });
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'edited']);
    await refuses(hotel, () => hotel.aino.call('PATCH', at(request), { title: 'X' }), 428, 'versionNeeded');
    await refuses(hotel, () => edit(1, { title: 'X' }), 412, 'changedMeanwhile');
    await refuses(hotel, () => edit(2, { title: 'X' }, hotel.mika), 403, 'notYours');
    await hotel.mika.post(at(request, 'promise'), word);
    await refuses(hotel, () => edit(3, { title: 'X' }), 409, 'notFromHere');
  });
});
