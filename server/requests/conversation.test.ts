// The conversation through HTTP: words, notes that stay in their team, colleagues along, who hears, and reading it page by page.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { at, must, openHotel, refuses, seen, stories, storyOf, toldOf, type Hotel, type Person } from './for-tests.ts';

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

type Words = { id: string; kind: string; body: string; by: { name: string } };
const say = (person: Person, request: { id: string }, body: string, kind?: 'note') =>
  person.post(at(request, 'messages'), { body, ...(kind ? { kind } : {}) });
const entriesOf = async (
  person: Person,
  request: { id: string },
  query = '',
): Promise<{ items: Words[]; next: string | null }> => (await person.get(at(request, `messages${query}`))).body;
const mention = (person: Person) => `@[${person.name}](person:${person.id})`;
const along = (request: { id: string }, person: Person) => at(request, `participants/${person.id}`);

describe('words', () => {
  it('reach everybody in the conversation but the writer, and leave the version as it is', async () => {
    const request = await tell.promised({}, { participants: [hotel.oleg.id] });
    const said = await say(hotel.mika, request, 'Is it the **left** one?');
    expect(said).toMatchObject({ status: 201, body: { kind: 'message', body: 'Is it the **left** one?' } });
    expect((await toldOf(hotel.aino, request))[0]).toBe('message');
    expect((await toldOf(hotel.oleg, request))[0]).toBe('message');
    expect(await toldOf(hotel.mika, request)).toEqual([]);
    expect(seen(await hotel.aino.get(at(request))).version).toBe(request.version);
  });
  it('name a colleague who can see them; nobody is told of what they cannot see', async () => {
    const request = await tell.ask();
    await say(hotel.aino, request, `${mention(hotel.mika)} ${mention(hotel.oleg)} please look, ${mention(hotel.aino)}`);
    expect(await toldOf(hotel.mika, request)).toEqual(['mentioned']);
    expect(
      await hotel.db.selectFrom('notices_notice').where('subject_id', '=', request.id).select('person_id').execute(),
    ).toEqual([{ person_id: hotel.mika.id }]);
    expect((await hotel.oleg.get(at(request))).status).toBe(404);
  });
  it('can be said after the end, too', async () => {
    const request = await tell.closed();
    expect((await say(hotel.mika, request, 'You are welcome!')).status).toBe(201);
  });
  it('are refused when there are none, too many, or no words at all', async () => {
    const request = await tell.ask();
    await refuses(hotel, () => say(hotel.aino, request, ' \n '), 422, 'required', 'body');
    await refuses(hotel, () => say(hotel.aino, request, 'x'.repeat(100_000)), 422, 'tooLong', 'body');
    await refuses(hotel, () => say(hotel.aino, request, 'a\u0000b'), 422, 'unreadable', 'body');
    await refuses(hotel, () => say(hotel.oleg, request, 'Hello'), 404, 'notFound');
    await refuses(
      hotel,
      () => hotel.aino.post(at(request, 'messages'), { body: 'x', kind: 'shout' }),
      422,
      'notAChoice',
      'kind',
    );
  });
  it('stay what they are: right to left, combined, and never turned into a page', async () => {
    const request = await tell.ask();
    const body = 'שלום \u202Eabc e\u0301 <script>alert(1)</script> & [x](javascript:alert(1))';
    await say(hotel.aino, request, body);
    expect((await entriesOf(hotel.mika, request)).items.at(-1)?.body).toBe(body);
  });
});

describe('a note', () => {
  const secret = 'The guest in 512 has been difficult before';

  it('is read by the team and by nobody else, and nothing shows that it is there', async () => {
    const request = await tell.promised({}, { participants: [hotel.oleg.id] });
    const before = await Promise.all([hotel.aino, hotel.oleg].map((person) => person.get(at(request))));
    const story = await storyOf(hotel.aino, request);
    const told = await toldOf(hotel.aino, request);
    const note = await say(hotel.liisa, request, `${secret} ${mention(hotel.mika)} ${mention(hotel.aino)}`, 'note');
    expect(note).toMatchObject({ status: 201, body: { kind: 'note' } });
    expect((await entriesOf(hotel.mika, request)).items.at(-1)?.body).toContain(secret);
    expect(await toldOf(hotel.mika, request)).toEqual(['mentioned']);
    const after = await Promise.all([hotel.aino, hotel.oleg].map((person) => person.get(at(request))));
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect(await storyOf(hotel.aino, request)).toEqual(story);
    expect(await toldOf(hotel.aino, request)).toEqual(told);
  });
  it('reaches the promiser when somebody else of the team wrote it', async () => {
    const request = await tell.promised();
    await say(hotel.liisa, request, secret, 'note');
    expect(await toldOf(hotel.mika, request)).toEqual(['note']);
  });
  it('stays with its team when the request moves on, and stays hidden from the next', async () => {
    const request = await tell.ask({ participants: [hotel.eeva.id] });
    await say(hotel.mika, request, secret, 'note');
    await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'It is yours' });
    for (const person of [hotel.oleg, hotel.eeva, hotel.aino])
      expect((await person.get(at(request, 'messages'))).text).not.toContain(secret);
    await say(hotel.oleg, request, 'Ours now', 'note');
    await hotel.oleg.post(at(request, 'hand-over'), { team: hotel.it, context: 'Back to you' });
    expect(await storyOf(hotel.mika, request)).toEqual(['asked', 'note', 'handedOver', 'handedOver']);
  });
  it('is not read by the one who needs it, though they belong to the team', async () => {
    const request = await tell.ask({}, hotel.mika);
    await say(hotel.liisa, request, secret, 'note');
    expect(await storyOf(hotel.mika, request)).toEqual(['asked']);
    await refuses(hotel, () => say(hotel.mika, request, 'Mine', 'note'), 422, 'noteNeedsTeam');
  });
  it('is read by a later member, who has the same work, and no more by one who left', async () => {
    const request = await tell.promised();
    await say(hotel.liisa, request, secret, 'note');
    await transact(hotel.db, async (tx) => must(await enlist(tx, hotel.it, hotel.eeva.id, false)));
    expect(await storyOf(hotel.eeva, request)).toContain('note');
    await hotel.db.deleteFrom('directory_membership').where('person_id', '=', hotel.eeva.id).execute();
    expect((await hotel.eeva.get(at(request))).status).toBe(404);
  });
  it('is for members, where a team was asked', async () => {
    const request = await tell.ask({ participants: [hotel.oleg.id] });
    await refuses(hotel, () => say(hotel.aino, request, 'x', 'note'), 422, 'noteNeedsTeam');
    await refuses(hotel, () => say(hotel.oleg, request, 'x', 'note'), 422, 'noteNeedsTeam');
    const personal = await tell.ask({ team: undefined, person: hotel.mika.id });
    await refuses(hotel, () => say(hotel.mika, personal, 'x', 'note'), 422, 'noteNeedsTeam');
  });
});

describe('colleagues along', () => {
  it('are added and taken out by either side; each hears once that they are in', async () => {
    const request = await tell.ask();
    const added = seen(await hotel.mika.call('PUT', along(request, hotel.eeva)));
    expect(added.participants.map(({ name }) => name)).toEqual(['Eeva Salo']);
    expect(seen(await hotel.aino.call('PUT', along(request, hotel.eeva))).version).toBe(added.version);
    expect(await toldOf(hotel.eeva, request)).toEqual(['participantAdded']);
    expect((await hotel.aino.call('DELETE', along(request, hotel.eeva))).status).toBe(204);
    expect((await hotel.eeva.get(at(request))).status).toBe(404);
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'participantAdded', 'participantRemoved']);
  });
  it('may leave by themselves, even after the end', async () => {
    const request = await tell.closed();
    await refuses(hotel, () => hotel.aino.call('PUT', along(request, hotel.eeva)), 409, 'notFromHere');
    const open = await tell.ask({ participants: [hotel.eeva.id] });
    expect((await hotel.eeva.call('DELETE', along(open, hotel.eeva))).status).toBe(204);
  });
  it('are not those who are there anyway, nor anybody unknown, nor for a participant to choose', async () => {
    const request = await tell.ask({ participants: [hotel.oleg.id] });
    expect(seen(await hotel.mika.call('PUT', along(request, hotel.aino))).participants).toHaveLength(1);
    const nobody = at(request, 'participants/00000000-0000-4000-8000-000000000000');
    await refuses(hotel, () => hotel.aino.call('PUT', nobody), 422, 'unknownPerson', 'person');
    await refuses(hotel, () => hotel.aino.call('DELETE', nobody), 404, 'notFound');
    await refuses(hotel, () => hotel.oleg.call('PUT', along(request, hotel.eeva)), 403, 'notYours');
    await refuses(hotel, () => hotel.oleg.call('DELETE', along(request, hotel.aino)), 403, 'notYours');
  });
  it('added twice at the same moment are there once, and told once', async () => {
    const request = await tell.ask();
    const both = await Promise.all(
      [hotel.mika, hotel.aino].map((person) => person.call('PUT', along(request, hotel.eeva))),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'participantAdded']);
    expect(await toldOf(hotel.eeva, request)).toEqual(['participantAdded']);
  });
});

describe('reading', () => {
  it('goes page by page through everything, each entry once, in the order of time', async () => {
    const request = await tell.ask();
    for (let minute = 1; minute <= 5; minute += 1) {
      hotel.time(`2026-11-24T08:0${minute}:00Z`);
      await say(hotel.aino, request, `Word ${minute}`);
      await say(hotel.mika, request, `Note ${minute}`, 'note');
    }
    const collected: string[] = [];
    let next: string | null = null;
    do {
      const page = await entriesOf(hotel.mika, request, `?limit=3${next ? `&cursor=${next}` : ''}`);
      collected.push(...page.items.map((entry) => entry.body ?? entry.kind));
      next = page.next;
    } while (next);
    const pairs = [1, 2, 3, 4, 5].flatMap((minute) => [`Word ${minute}`, `Note ${minute}`]);
    expect(collected).toEqual(['event', ...pairs]);
    expect((await entriesOf(hotel.aino, request, '?limit=6')).next).toBeNull();
  });
  it('refuses a cursor that no page has given, and another person’s request', async () => {
    const request = await tell.ask();
    await refuses(hotel, () => hotel.aino.get(at(request, 'messages?cursor=abc')), 422, 'badCursor', 'cursor');
    await refuses(hotel, () => hotel.aino.get(at(request, 'messages?limit=0')), 422, 'tooSmall', 'limit');
    await refuses(hotel, () => hotel.oleg.get(at(request, 'messages')), 404, 'notFound');
  });
  it('tells what happened with the names of those concerned', async () => {
    const request = await tell.ask({ participants: [] });
    await hotel.aino.call('PUT', along(request, hotel.eeva));
    await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'It is yours' });
    const said = await hotel.aino.get(at(request, 'messages'));
    const { items }: { items: { facts: object }[] } = said.body;
    expect(items.map(({ facts }) => facts)).toEqual([
      {},
      { person: expect.objectContaining({ name: 'Eeva Salo' }) },
      { team: { id: hotel.kitchen, name: 'Kitchen' }, words: 'It is yours' },
    ]);
  });
});

describe('history', () => {
  it.each(['requests_event', 'requests_message'] as const)('in %s cannot be changed or removed', async (table) => {
    await tell.closed();
    await expect(hotel.db.deleteFrom(table).execute()).rejects.toMatchObject({ code: '42501' });
    await expect(hotel.db.updateTable(table).set({ request_id: hotel.it }).execute()).rejects.toMatchObject({
      code: '42501',
    });
  });
});
