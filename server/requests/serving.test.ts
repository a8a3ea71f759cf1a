// Serving through HTTP: a new time offered and answered, a promise let go, taken back or handed over; the wrong turns.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../contract/requests.ts';
import { at, openHotel, refuses, seen, stories, storyOf, toldOf, type Hotel, type Person } from './for-tests.ts';

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

const overdue = () => hotel.time('2026-11-24T14:00:00.001Z');
const offer = { due: '2026-11-25T10:00:00Z', reason: 'The cable comes tomorrow' };
const renegotiate = (request: { id: string }, more: object = {}, by = hotel.mika) =>
  by.post(at(request, 'renegotiation'), { ...offer, ...more });
const answer = (request: { id: string }, sent: 'accept' | 'hold', words = '', by = hotel.aino) =>
  by.post(at(request, 'renegotiation/answer'), { answer: sent, words });

describe('a new time', () => {
  it('before the due instant is honourable, and counts when it is accepted', async () => {
    const request = await tell.proposed({ deliverable: 'A working projector and a spare cable' });
    expect(request).toMatchObject({ due: '2026-11-24T14:00:00.000Z', proposedDue: '2026-11-25T10:00:00.000Z' });
    expect(request.promise?.proposal).toMatchObject({ honourable: true, reason: offer.reason });
    const agreed = seen(await answer(request, 'accept', 'Tomorrow is fine'));
    expect(agreed.promise).toMatchObject({
      due: '2026-11-25T10:00:00.000Z',
      firstDue: '2026-11-24T14:00:00.000Z',
      deliverable: 'A working projector and a spare cable',
      renegotiations: 1,
      proposal: null,
    });
    expect(await storyOf(hotel.mika, request)).toEqual([
      'asked',
      'promised',
      'proposed',
      'message',
      'proposalAccepted',
    ]);
  });
  it('can be held to the old one, and the promiser hears of it', async () => {
    const request = await tell.proposed();
    const held = seen(await answer(request, 'hold', 'The guests come tonight'));
    expect(held.promise).toMatchObject({ due: '2026-11-24T14:00:00.000Z', renegotiations: 0, proposal: null });
    expect(await toldOf(hotel.mika, request)).toEqual(['renegotiationHeld']);
    expect((await renegotiate(request)).status).toBe(200);
  });
  it('after the due instant needs what got in the way, and is a repair', async () => {
    const request = await tell.promised();
    overdue();
    await refuses(hotel, () => renegotiate(request), 422, 'missReasonNeeded', 'missReason');
    await refuses(hotel, () => renegotiate(request, { missReason: 'laziness' }), 422, 'notAChoice', 'missReason');
    const proposed = seen(await renegotiate(request, { missReason: 'supply' }));
    expect(proposed).toMatchObject({ overdue: true, promise: { proposal: { honourable: false } } });
    await answer(request, 'accept');
    hotel.time('2026-11-25T09:00:00Z');
    await hotel.mika.post(at(request, 'delivery'), { done: 'Changed the cable' });
    const closed = seen(await hotel.aino.post(at(request, 'acceptance')));
    expect(closed.promise?.outcome).toBe('repaired');
  });
  it('lies ahead, differs from the old one, comes with a reason and is one at a time', async () => {
    const request = await tell.promised();
    await refuses(hotel, () => renegotiate(request, { due: '2026-11-24T08:00:00Z' }), 422, 'dueInPast', 'due');
    await refuses(hotel, () => renegotiate(request, { due: '2029-11-24T08:00:00Z' }), 422, 'dueTooFar', 'due');
    await refuses(hotel, () => renegotiate(request, { due: '2026-11-24T14:00:00Z' }), 422, 'sameDue', 'due');
    await refuses(hotel, () => renegotiate(request, { reason: '' }), 422, 'required', 'reason');
    await renegotiate(request);
    await refuses(hotel, () => renegotiate(request, { due: '2026-11-26T10:00:00Z' }), 409, 'alreadyProposed');
  });
  it('is the promiser’s to offer and the other side’s to answer', async () => {
    const request = await tell.promised();
    await refuses(hotel, () => answer(request, 'accept'), 409, 'nothingProposed');
    await refuses(hotel, () => renegotiate(request, {}, hotel.liisa), 403, 'notYours');
    await renegotiate(request);
    await refuses(hotel, () => answer(request, 'accept', '', hotel.mika), 403, 'notYours');
    await refuses(hotel, () => answer(request, 'accept', '', hotel.oleg), 404, 'notFound');
  });
  it('is taken back by whoever offered it; the other side hears that the promise stands', async () => {
    const request = await tell.proposed();
    const back = (by: Person) => by.call('DELETE', at(request, 'renegotiation'));
    await refuses(hotel, () => back(hotel.aino), 403, 'notYours');
    await refuses(hotel, () => back(hotel.liisa), 403, 'notYours');
    await refuses(hotel, () => back(hotel.oleg), 404, 'notFound');
    expect(request.can).toContain('takeBackNewTime');
    const stands = seen(await back(hotel.mika));
    expect(stands.promise).toMatchObject({ due: '2026-11-24T14:00:00.000Z', renegotiations: 0, proposal: null });
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'promised', 'proposed', 'proposalTakenBack']);
    expect((await toldOf(hotel.aino, request))[0]).toBe('promiseStands');
    await refuses(hotel, () => back(hotel.mika), 409, 'nothingProposed');
    await refuses(hotel, () => answer(request, 'accept'), 409, 'nothingProposed');
    expect((await renegotiate(request)).status).toBe(200);
  });
  it('taken back on the promise’s own page is told in the request as well', async () => {
    const request = await tell.proposed();
    const promise = `/api/promises/${request.promise?.id}`;
    expect((await hotel.aino.call('DELETE', `${promise}/renegotiation`)).status).toBe(403);
    expect((await hotel.mika.get(promise)).body).toMatchObject({ can: expect.arrayContaining(['takeBack']) });
    expect((await hotel.mika.call('DELETE', `${promise}/renegotiation`)).body).toMatchObject({ proposal: null });
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'promised', 'proposed', 'proposalTakenBack']);
  });
  it('taken back and accepted at the same moment is one of the two', async () => {
    const request = await tell.proposed();
    const both = await Promise.all([
      answer(request, 'accept'),
      hotel.mika.call('DELETE', at(request, 'renegotiation')),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won: Request = both.find(({ status }) => status === 200)!.body;
    expect(seen(await hotel.aino.get(at(request))).due).toBe(won.due);
  });
  it('offered twice at the same moment waits once', async () => {
    const request = await tell.promised();
    const both = await Promise.all([renegotiate(request), renegotiate(request, { due: '2026-11-26T10:00:00Z' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'promised', 'proposed']);
  });
  it('accepted and held at the same moment is one of the two', async () => {
    const request = await tell.proposed();
    const both = await Promise.all([answer(request, 'accept'), answer(request, 'hold')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won: Request = both.find(({ status }) => status === 200)!.body;
    expect(seen(await hotel.aino.get(at(request))).due).toBe(won.due);
  });
});

describe('letting the promiser go', () => {
  it('leaves the ask with the team, and counts neither way', async () => {
    const request = await tell.promised();
    const released = seen(await hotel.aino.post(at(request, 'release'), { words: 'Liisa is nearer' }));
    expect(released).toMatchObject({
      state: 'asked',
      provider: null,
      promise: null,
      greetedBy: { name: 'Mika Korhonen' },
    });
    expect(await toldOf(hotel.mika, request)).toEqual(['released']);
    const promised = await hotel.liisa.post(at(request, 'promise'), { deliverable: 'A lamp', due: offer.due });
    expect(seen(promised).provider?.name).toBe('Liisa Laine');
    expect(await outcomes(request)).toEqual(['released', null]);
  });
  it('is the requester’s, and only of a promise', async () => {
    const request = await tell.promised();
    await refuses(hotel, () => hotel.mika.post(at(request, 'release')), 403, 'notYours');
    await hotel.mika.post(at(request, 'delivery'), { done: 'Changed the cable' });
    await refuses(hotel, () => hotel.aino.post(at(request, 'release')), 409, 'notFromHere');
  });
});

const outcomes = async (request: { id: string }) =>
  (
    await hotel.db
      .selectFrom('promises_promise')
      .where('subject_id', '=', request.id)
      .orderBy('made_at')
      .orderBy('id')
      .select('outcome')
      .execute()
  ).map(({ outcome }) => outcome);

describe('taking a promise back', () => {
  it('ends the request with what got in the way, and it can be asked again', async () => {
    const request = await tell.promised();
    const revocation = { reason: 'Our technician is ill', missReason: 'absence' };
    const revoked = seen(await hotel.mika.post(at(request, 'revocation'), revocation));
    expect(revoked).toMatchObject({ state: 'revoked', provider: null });
    expect(await outcomes(request)).toEqual(['revoked']);
    expect(await toldOf(hotel.aino, request)).toEqual(['revoked', 'promised']);
    const again = seen(await hotel.aino.post(at(request, 'reopening'), { reason: 'We still need it' }));
    expect(again).toMatchObject({ state: 'asked', greetedBy: null });
  });
  it('says why, and what got in the way', async () => {
    const request = await tell.promised();
    const revoke = (sent: object) => () => hotel.mika.post(at(request, 'revocation'), sent);
    await refuses(hotel, revoke({ reason: 'Ill' }), 422, 'required', 'missReason');
    await refuses(hotel, revoke({ missReason: 'absence' }), 422, 'required', 'reason');
    await refuses(
      hotel,
      () => hotel.liisa.post(at(request, 'revocation'), { reason: 'Ill', missReason: 'absence' }),
      403,
      'notYours',
    );
  });
});

describe('handing over', () => {
  const context = 'It is the lamp, not the cable';
  const handOver = (request: { id: string }, to: object, by = hotel.mika) =>
    by.post(at(request, 'hand-over'), { context, ...to });

  it('to another team shows it there, and no more here', async () => {
    const request = await tell.ask();
    const last = seen(await handOver(request, { team: hotel.kitchen }));
    expect(last).toMatchObject({ state: 'asked', team: { name: 'Kitchen' }, can: [] });
    expect((await hotel.mika.get(at(request))).status).toBe(404);
    expect(seen(await hotel.oleg.get(at(request))).can).toContain('promise');
    expect(await storyOf(hotel.oleg, request)).toEqual(['asked', 'handedOver']);
    expect(await toldOf(hotel.aino, request)).toEqual(['handedOver']);
  });
  it('to a colleague inside keeps it in the team, asked of them by name', async () => {
    const request = await tell.promised();
    const handed = seen(await handOver(request, { person: hotel.liisa.id }));
    expect(handed).toMatchObject({
      state: 'asked',
      team: { name: 'IT' },
      person: { name: 'Liisa Laine' },
      greetedBy: null,
    });
    expect(await toldOf(hotel.liisa, request)).toEqual(['asked']);
    expect(await outcomes(request)).toEqual(['released']);
    expect((await hotel.mika.get(at(request))).status).toBe(200);
  });
  it('to a colleague outside leaves the team', async () => {
    const request = await tell.promised();
    seen(await handOver(request, { person: hotel.eeva.id }));
    expect(seen(await hotel.eeva.get(at(request)))).toMatchObject({ team: null, person: { name: 'Eeva Salo' } });
    for (const person of [hotel.mika, hotel.liisa]) expect((await person.get(at(request))).status).toBe(404);
  });
  it('starts the time to say hello anew', async () => {
    const request = await tell.ask();
    await hotel.mika.post(at(request, 'greeting'));
    hotel.time('2026-11-25T08:00:00Z');
    const handed = seen(await handOver(request, { person: hotel.liisa.id }));
    expect(handed.greetBy > '2026-11-25T08:00:00').toBe(true);
    expect(handed.ungreeted).toBe(false);
  });
  it('of what is overdue needs what got in the way, and counts as taken back', async () => {
    const request = await tell.promised();
    overdue();
    await refuses(hotel, () => handOver(request, { person: hotel.liisa.id }), 422, 'missReasonNeeded', 'missReason');
    seen(await handOver(request, { person: hotel.liisa.id, missReason: 'tooMuchAtOnce' }));
    expect(await outcomes(request)).toEqual(['revoked']);
  });
  it('is the lead’s too, who is not the promiser', async () => {
    const request = await tell.promised();
    expect(seen(await handOver(request, { team: hotel.kitchen }, hotel.liisa)).team?.name).toBe('Kitchen');
  });
  it('needs somebody else, somebody real, and not the one who needs it', async () => {
    const request = await tell.ask();
    const nobody = '00000000-0000-4000-8000-000000000000';
    await refuses(hotel, () => handOver(request, {}), 422, 'oneRecipient', 'team');
    await refuses(hotel, () => handOver(request, { team: hotel.it }), 422, 'sameTeam', 'team');
    await refuses(hotel, () => handOver(request, { team: nobody }), 422, 'unknownTeam', 'team');
    await refuses(hotel, () => handOver(request, { person: nobody }), 422, 'unknownPerson', 'person');
    await refuses(hotel, () => handOver(request, { person: hotel.aino.id }), 422, 'askYourself', 'person');
    await refuses(hotel, () => handOver(request, { team: hotel.kitchen, context: '' }), 422, 'required', 'context');
    await refuses(hotel, () => handOver(request, { team: hotel.kitchen }, hotel.aino), 403, 'notYours');
  });
  it('to two places at the same moment goes to one of them', async () => {
    const request = await tell.ask();
    const both = await Promise.all([
      handOver(request, { team: hotel.kitchen }),
      handOver(request, { person: hotel.eeva.id }, hotel.liisa),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'handedOver']);
  });
});

describe('whoever delivers and whoever lets go at the same moment', () => {
  it('find one story between them', async () => {
    const request = await tell.promised();
    const both = await Promise.all([
      hotel.mika.post(at(request, 'delivery'), { done: 'Changed the cable' }),
      hotel.aino.post(at(request, 'withdrawal')),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const story = await storyOf(hotel.aino, request);
    expect(story).toHaveLength(3);
    expect((await outcomes(request))[0]).toBe(story[2] === 'withdrawn' ? 'released' : null);
  });
});
