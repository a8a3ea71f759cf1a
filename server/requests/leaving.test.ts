// Somebody leaves: what rests on them is counted, never told, and changes hands in one go.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Held, Leaving, Left } from '../../contract/farewell.ts';
import type { Request } from '../../contract/requests.ts';
import { createService } from '../catalog/catalog.ts';
import { transact } from '../platform/db.ts';
import { at, must, openHotel, refuses, seen, stories, storyOf, toldOf, type Hotel, type Person } from './for-tests.ts';

let hotel: Hotel;
let story: ReturnType<typeof stories>;
beforeEach(async () => {
  hotel = await openHotel();
  story = stories(hotel);
});
afterEach(() => hotel.close());

const title = 'The projector shows only green';
const context = 'Mika has left us; Liisa takes it from here.';
const held = async (person: Person): Promise<Held> => (await hotel.jussi.get(`/api/people/${person.id}/held`)).body;
const farewell = (person: Person, body: object, headers = {}) =>
  hotel.jussi.post(`/api/people/${person.id}/farewell`, body, headers);
const leave = async (person: Person, body: Partial<Leaving>): Promise<Left> => {
  const said = await farewell(person, body);
  if (said.status !== 200) throw new Error(said.text);
  return said.body;
};
const toLiisa = () => ({ shares: [{ team: hotel.it, to: hotel.liisa.id }], context });
const read = async (by: Person, request: { id: string }): Promise<Request> => seen(await by.get(at(request)));
const outcomeOf = async (request: Request) => {
  const found = await sql<{
    outcome: string;
  }>`select outcome from promises_promise where subject_id = ${request.id}`.execute(hotel.db);
  return found.rows.map(({ outcome }) => outcome);
};
const askMika = async (more: object = {}) =>
  seen(await hotel.aino.post('/api/requests', { title, person: hotel.mika.id, ...more }));

describe('what rests on a person', () => {
  test('is counted by team and kind, with who could take it and who leads', async () => {
    await story.promised();
    await story.countered();
    await story.delivered();
    seen(await hotel.mika.post(at(await story.ask(), 'greeting')));
    await askMika();
    const { shares } = await held(hotel.mika);
    const liisa = { id: hotel.liisa.id, name: 'Liisa Laine', photo: null, active: true };
    const none = { promised: 0, overdue: 0, countered: 0, byName: 0, greeted: 0, delivered: 0 };
    expect(shares).toEqual([
      {
        ...none,
        promised: 1,
        countered: 1,
        greeted: 1,
        delivered: 1,
        team: { id: hotel.it, name: 'IT' },
        members: [liisa],
        lead: liisa,
      },
      { ...none, byName: 1, team: null, members: [], lead: null },
    ]);
  });

  test('tells administrators no word of any request, before or after', async () => {
    await story.promised();
    await story.countered();
    await askMika();
    const before = await hotel.jussi.get(`/api/people/${hotel.mika.id}/held`);
    const after = await farewell(hotel.mika, { ...toLiisa() });
    expect(before.status).toBe(200);
    expect(after.status).toBe(200);
    for (const { text } of [before, after]) expect(text).not.toMatch(/projector|lamp|requests/i);
  });

  test('is nothing for somebody whom nobody counts on', async () => {
    const nobody = { count: 0, people: [] };
    expect(await held(hotel.eeva)).toEqual({
      shares: [],
      approvals: 0,
      promises: { made: 0, overdue: 0, given: 0 },
      appointments: 0,
      ties: { leads: [], reports: nobody, dotted: nobody, standsIn: nobody, manager: null },
    });
  });
});

describe('a promise whose promiser leaves', () => {
  test('is asked of the new owner by name; the requester and the new owner hear of it', async () => {
    const request = await story.promised();
    const left = await leave(hotel.mika, toLiisa());
    expect(left).toMatchObject({ handedOver: 1, declined: 0, remaining: [], person: { active: false } });
    const now = await read(hotel.aino, request);
    expect(now).toMatchObject({
      state: 'asked',
      person: { id: hotel.liisa.id },
      team: { id: hotel.it },
      greetedBy: null,
    });
    expect(now.greetBy > request.createdAt).toBe(true);
    expect(await toldOf(hotel.aino, request)).toContain('handedOver');
    expect(await toldOf(hotel.liisa, request)).toContain('asked');
    expect((await hotel.aino.get(at(request, 'messages'))).text).toContain(context);
  });

  test('counts neither way, even when its time has passed', async () => {
    const request = await story.promised();
    hotel.time('2026-11-25T10:00:00Z');
    expect((await held(hotel.mika)).shares[0]).toMatchObject({ promised: 1, overdue: 1 });
    await leave(hotel.mika, toLiisa());
    expect(await outcomeOf(request)).toEqual(['released']);
  });

  test('goes back to the team when nobody is chosen', async () => {
    const request = await story.promised();
    await leave(hotel.mika, { context });
    expect(await read(hotel.liisa, request)).toMatchObject({ state: 'asked', person: null, team: { id: hotel.it } });
  });

  test('stays with the team when the one chosen is the one who needs it', async () => {
    const own = seen(await hotel.liisa.post('/api/requests', { title, team: hotel.it }));
    seen(await hotel.mika.post(at(own, 'promise'), { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' }));
    expect(await leave(hotel.mika, toLiisa())).toMatchObject({ handedOver: 1, remaining: [] });
    expect(await read(hotel.liisa, own)).toMatchObject({ state: 'asked', person: null });
  });

  test('of a private service stays in its team and can be kept there', async () => {
    const { id: service } = must(
      await transact(hotel.db, (tx) =>
        createService(tx, { team: hotel.it, name: 'Quiet matters', sight: 'private' }, hotel.time()),
      ),
    );
    const request = seen(await hotel.aino.post('/api/requests', { title, service }));
    seen(await hotel.mika.post(at(request, 'promise'), { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' }));
    const outside = { shares: [{ team: hotel.it, to: hotel.oleg.id }], context };
    await refuses(hotel, () => farewell(hotel.mika, outside), 422, 'unknownPerson', 'shares');
    await leave(hotel.mika, toLiisa());
    expect(await read(hotel.liisa, request)).toMatchObject({ state: 'asked', person: { id: hotel.liisa.id } });
    expect((await hotel.jussi.get(at(request))).status).toBe(404);
  });
});

describe('what is not a promise yet', () => {
  test('an offer is taken back and asked anew; what they only greeted is greeted again', async () => {
    const offer = await story.countered();
    const greeted = await story.ask();
    seen(await hotel.mika.post(at(greeted, 'greeting')));
    expect(await leave(hotel.mika, toLiisa())).toMatchObject({ handedOver: 2 });
    for (const request of [offer, greeted])
      expect(await read(hotel.aino, request)).toMatchObject({
        state: 'asked',
        person: { id: hotel.liisa.id },
        greetedBy: null,
        counter: null,
      });
  });

  test('an ask by name goes to any colleague, or is declined with the sentence', async () => {
    const one = await askMika();
    await leave(hotel.mika, { shares: [{ team: null, to: hotel.oleg.id }], context });
    expect(await read(hotel.oleg, one)).toMatchObject({ state: 'asked', person: { id: hotel.oleg.id } });
    await leave(hotel.oleg, { shares: [{ team: null, to: null }], context });
    expect(await read(hotel.aino, one)).toMatchObject({ state: 'declined', declined: { reason: context } });
    expect(await toldOf(hotel.aino, one)).toContain('declined');
    expect(await storyOf(hotel.aino, one)).toEqual(['asked', 'handedOver', 'declined']);
  });

  test('one whose requester was chosen remains, and goes the second time', async () => {
    const one = await askMika();
    const left = await leave(hotel.mika, { shares: [{ team: null, to: hotel.aino.id }], context });
    expect(left).toMatchObject({ handedOver: 0, remaining: [{ team: null, byName: 1 }] });
    const again = await leave(hotel.mika, { shares: [{ team: null, to: hotel.liisa.id }], context });
    expect(again).toMatchObject({ handedOver: 1, remaining: [] });
    expect((await read(hotel.liisa, one)).person?.id).toBe(hotel.liisa.id);
  });

  test('what was delivered stays delivered, and is accepted without its provider', async () => {
    const request = await story.delivered();
    expect(await leave(hotel.mika, {})).toMatchObject({ handedOver: 0, remaining: [] });
    expect(seen(await hotel.aino.post(at(request, 'acceptance'), { thanks: 'Thank you' })).state).toBe('closed');
  });
});

describe('letting go', () => {
  test('needs words for those who asked as soon as something changes hands, and else none', async () => {
    await story.promised();
    await refuses(hotel, () => farewell(hotel.mika, {}), 422, 'required', 'context');
    expect((await farewell(hotel.eeva, {})).status).toBe(200);
  });

  test('is for administrators, and refuses heirs who have left', async () => {
    const no = await hotel.liisa.post(`/api/people/${hotel.mika.id}/farewell`, {});
    expect(no.status).toBe(403);
    await leave(hotel.oleg, {});
    const gone = { shares: [{ team: null, to: hotel.oleg.id }], context };
    await refuses(hotel, () => farewell(hotel.mika, gone), 422, 'unknownPerson', 'shares');
    const oneself = { shares: [{ team: null, to: hotel.mika.id }], context };
    await refuses(hotel, () => farewell(hotel.mika, oneself), 422, 'unknownPerson', 'shares');
  });

  test('sent again with its key, it takes effect once; it is logged without a word of what it was about', async () => {
    const request = await story.promised();
    const key = { 'idempotency-key': 'farewell-1' };
    const [first, second] = [await farewell(hotel.mika, toLiisa(), key), await farewell(hotel.mika, toLiisa(), key)];
    expect(second.body).toEqual(first.body);
    expect((await storyOf(hotel.aino, request)).filter((what) => what === 'handedOver')).toHaveLength(1);
    const log = await hotel.jussi.get('/api/audit?about=person');
    const { items }: { items: { act: string; facts: object }[] } = log.body;
    expect(items.map(({ act }) => act).toSorted()).toEqual(['person.deactivate', 'person.handOver']);
    expect(items.find(({ act }) => act === 'person.handOver')?.facts).toEqual({ count: 1 });
    expect(log.text).not.toContain('projector');
  });

  test('gives their people another manager without making a circle, and their team another lead', async () => {
    const manage = async (person: Person, manager: Person) => {
      const version = (await hotel.jussi.get(`/api/people/${person.id}`)).headers['etag'];
      const said = await hotel.jussi.call(
        'PATCH',
        `/api/people/${person.id}`,
        { manager: manager.id },
        { 'if-match': String(version) },
      );
      expect(said.status).toBe(200);
    };
    const managerOf = async (person: Person) => {
      const { manager }: { manager: { id: string } | null } = (await hotel.jussi.get(`/api/people/${person.id}`)).body;
      return manager?.id;
    };
    await manage(hotel.liisa, hotel.jussi);
    await manage(hotel.mika, hotel.liisa);
    await manage(hotel.aino, hotel.liisa);
    const { ties } = await held(hotel.liisa);
    expect(ties.reports.people.map(({ name }) => name)).toEqual(['Aino Virtanen', 'Mika Korhonen']);
    expect(ties.leads.map(({ team, members }) => [team.name, members.map(({ name }) => name)])).toEqual([
      ['IT', ['Mika Korhonen']],
    ]);
    await leave(hotel.liisa, { manager: hotel.mika.id, leads: [{ team: hotel.it, person: hotel.mika.id }] });
    expect(await managerOf(hotel.aino)).toBe(hotel.mika.id);
    expect(await managerOf(hotel.mika)).toBe(hotel.jussi.id);
    const team: { members: { person: { id: string }; lead: boolean }[] } = (
      await hotel.mika.get(`/api/teams/${hotel.it}`)
    ).body;
    expect(team.members.find(({ person }) => person.id === hotel.mika.id)?.lead).toBe(true);
    const strange = { leads: [{ team: hotel.it, person: hotel.oleg.id }] };
    await refuses(hotel, () => farewell(hotel.aino, strange), 422, 'unknownPerson', 'leads');
  });

  test('asks the next in line for the yes that waits for them', async () => {
    const approval = { mode: 'inOrder' as const, steps: [{ person: hotel.oleg.id }] };
    await sql`update directory_person set manager_id = ${hotel.eeva.id} where id = ${hotel.oleg.id}`.execute(hotel.db);
    const { id: service } = must(
      await transact(hotel.db, (tx) => createService(tx, { team: hotel.it, name: 'Phones', approval }, hotel.time())),
    );
    const request = seen(await hotel.aino.post('/api/requests', { title, service }));
    expect((await held(hotel.oleg)).approvals).toBe(1);
    await leave(hotel.oleg, {});
    expect((await read(hotel.eeva, request)).waitsFor.map(({ id }) => id)).toEqual([hotel.eeva.id]);
    expect(await toldOf(hotel.eeva, request)).toContain('approvalAsked');
  });
});
