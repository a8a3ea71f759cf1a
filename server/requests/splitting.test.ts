// A part of a request that becomes a request of its own, through HTTP: for whom, what goes along, and who learns that the two belong together.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestLinks } from '../../contract/request-links.ts';
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

const splitting = (by: Person, whole: Request, more: object = {}) =>
  by.post(at(whole, 'split'), { title: 'A longer cable', details: 'Ten metres', ...more });
const split = async (by: Person, whole: Request, more: object = {}) => {
  const said = await splitting(by, whole, more);
  expect(said.status, said.text).toBe(201);
  return seen(said);
};
const linksOf = async (by: Person, request: { id: string }) => {
  const { items } = (await by.get(at(request, 'links'))).body as RequestLinks;
  return items.map(({ kind, request: { id } }) => [kind, id]);
};
const withSight = (request: Request, sight: string) =>
  sql`update requests_request set sight = ${sight} where id = ${request.id}`.execute(hotel.db);

describe('a part of a request', () => {
  it('is asked of the same team for the same requester, by whoever serves the whole', async () => {
    const whole = await tell.promised();
    const part = await split(hotel.mika, whole);
    expect(part).toMatchObject({
      title: 'A longer cable',
      details: 'Ten metres',
      state: 'asked',
      requester: { id: hotel.aino.id },
      askedBy: { id: hotel.mika.id },
      team: { id: hotel.it },
    });
    expect(seen(await hotel.aino.get(at(whole)))).toMatchObject({ state: 'promised', version: whole.version });
  });

  it('is asked by the requester in their own name, of anybody', async () => {
    const part = await split(hotel.aino, await tell.ask(), { person: hotel.eeva.id });
    expect(part).toMatchObject({ askedBy: null, person: { id: hotel.eeva.id }, team: null });
  });

  it('is asked of the colleague who was asked by name, when no team was', async () => {
    const whole = await tell.ask({ team: undefined, person: hotel.mika.id });
    expect(await split(hotel.aino, whole)).toMatchObject({ person: { id: hotel.mika.id }, team: null });
  });

  it('belongs with the whole, and both tell of it to those who see both', async () => {
    const whole = await tell.ask();
    const part = await split(hotel.mika, whole);
    for (const person of [hotel.aino, hotel.mika, hotel.liisa]) {
      expect(await linksOf(person, part)).toEqual([['partOf', whole.id]]);
      expect(await linksOf(person, whole)).toEqual([['hasPart', part.id]]);
      expect(await storyOf(person, whole)).toEqual(['asked', 'linked']);
      expect(await storyOf(person, part)).toEqual(['asked', 'linked']);
    }
  });

  it('says nothing of the whole to those who see the part alone, and nothing of the part to those who see the whole alone', async () => {
    const whole = await tell.ask({ title: 'The secret stage', participants: [hotel.eeva.id] });
    const part = await split(hotel.mika, whole, { team: hotel.kitchen });
    for (const [person, here, there] of [
      [hotel.oleg, part, whole],
      [hotel.liisa, whole, part],
      [hotel.eeva, whole, part],
    ] as const) {
      expect((await person.get(at(there))).status).toBe(404);
      expect(await linksOf(person, here)).toEqual([]);
      expect(await storyOf(person, here)).toEqual(['asked']);
      for (const url of [at(here), at(here, 'messages'), '/api/notices'])
        expect((await person.get(url)).text).not.toContain(there.id);
    }
  });

  it('takes no notes, words, participants or files along', async () => {
    const whole = await tell.ask({ details: 'wombat', participants: [hotel.eeva.id] });
    await hotel.mika.post(at(whole, 'messages'), { body: 'quokka' });
    await hotel.mika.post(at(whole, 'messages'), { kind: 'note', body: 'numbat' });
    const part = await split(hotel.mika, whole);
    expect([part.participants, part.coRequesters, part.attachments]).toEqual([[], [], []]);
    const told = (await hotel.mika.get(at(part))).text + (await hotel.mika.get(at(part, 'messages'))).text;
    expect(told).not.toMatch(/wombat|quokka|numbat/);
    expect((await hotel.eeva.get(at(part))).status).toBe(404);
  });

  it('is news to the requester and to the colleague asked, as any ask is, and not to the one who asked', async () => {
    const part = await split(hotel.mika, await tell.ask(), { person: hotel.eeva.id });
    expect(await toldOf(hotel.aino, part)).toEqual(['askedForYou']);
    expect(await toldOf(hotel.eeva, part)).toEqual(['asked']);
    expect(await toldOf(hotel.mika, part)).toEqual([]);
  });

  it('is made by those who ask or serve, while it runs', async () => {
    const whole = await tell.ask({ participants: [hotel.eeva.id] });
    await refuses(hotel, () => splitting(hotel.eeva, whole), 403, 'notYours');
    await refuses(hotel, () => splitting(hotel.oleg, whole), 404, 'notFound');
    const over = await tell.closed();
    await refuses(hotel, () => splitting(hotel.mika, over), 409, 'notFromHere');
  });

  it('is asked of one side, and never of the one who needs it', async () => {
    const whole = await tell.ask();
    const two = { team: hotel.kitchen, person: hotel.eeva.id };
    await refuses(hotel, () => splitting(hotel.mika, whole, two), 422, 'oneRecipient', 'team');
    await refuses(hotel, () => splitting(hotel.mika, whole, { person: hotel.aino.id }), 422, 'askYourself', 'person');
  });
});

describe('a part of a private request', () => {
  it('is as private, and stays with its team', async () => {
    const whole = await tell.ask();
    await withSight(whole, 'private');
    expect(await split(hotel.mika, whole)).toMatchObject({ sight: 'private', team: { id: hotel.it } });
    expect(await split(hotel.aino, whole, { team: hotel.it })).toMatchObject({ sight: 'private' });
  });

  it('goes neither to another team nor to a colleague by name', async () => {
    const whole = await tell.ask();
    await withSight(whole, 'private');
    for (const by of [hotel.mika, hotel.aino]) {
      await refuses(hotel, () => splitting(by, whole, { team: hotel.kitchen }), 422, 'privateStays', 'team');
      await refuses(hotel, () => splitting(by, whole, { person: hotel.eeva.id }), 422, 'privateStays', 'person');
    }
  });
});

it('a part of an open request is open, and of one that is not, never', async () => {
  const whole = await tell.ask();
  expect((await split(hotel.mika, whole)).sight).toBe('usual');
  await withSight(whole, 'open');
  const part = await split(hotel.mika, whole, { team: hotel.kitchen });
  expect(part.sight).toBe('open');
  expect((await hotel.eeva.get(at(part))).status).toBe(200);
});
