// Asking for a yes through HTTP: who sees and hears, what may happen meanwhile, and who answers when the approver is away or has left.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request, Today } from '../../contract/requests.ts';
import { transact } from '../platform/db.ts';
import { askInTheirPlace, begin } from './approvals.ts';
import type { Approving } from './approvals.rules.ts';
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

const inOrder = (...people: Person[]): Approving => ({
  mode: 'inOrder',
  steps: people.map(({ id }) => ({ person: id })),
});

/** Asked by Aino of IT, and a yes is needed first. */
async function needing(approving: Approving, title = 'A new phone'): Promise<Request> {
  const request = await tell.ask({ title });
  await transact(hotel.db, (tx) =>
    begin(tx, { id: request.id, sight: 'usual', requester: hotel.aino.id }, approving, hotel.time()),
  );
  return seen(await hotel.aino.get(at(request)));
}
const yes = (person: Person, request: Request, words = '') => person.post(at(request, 'approval'), { words });
const no = (person: Person, request: Request) =>
  person.post(at(request, 'approval/refusal'), { reason: 'Not this year' });
const promise = (request: Request) =>
  hotel.mika.post(at(request, 'promise'), { deliverable: 'A phone', due: '2026-11-25T10:00:00Z' });

describe('while a yes is missing', () => {
  it('the team says hello, asks back, notes and declines, but does not promise or offer', async () => {
    const request = await needing(inOrder(hotel.oleg));
    await refuses(hotel, () => promise(request), 409, 'awaitsApproval');
    const offer = { deliverable: 'A lamp', due: '2026-11-25T10:00:00Z', reason: 'No phones' };
    await refuses(hotel, () => hotel.mika.post(at(request, 'counter-offer'), offer), 409, 'awaitsApproval');
    seen(await hotel.mika.post(at(request, 'greeting'), { words: 'Hello' }));
    seen(await hotel.mika.post(at(request, 'messages'), { body: 'Which one?' }));
    seen(await hotel.mika.post(at(request, 'messages'), { body: 'Again', kind: 'note' }));
    expect(seen(await hotel.mika.get(at(request))).can).toContain('decline');
  });
  it('shows itself where those who wait look: the queue, the day, the list', async () => {
    const request = await needing(inOrder(hotel.oleg), 'Waits where one looks');
    expect(request.waitsFor.map(({ name }) => name)).toEqual(['Oleg Petrov']);
    const part = async (name: string) => {
      const { items } = (await hotel.mika.get(`/api/teams/${hotel.it}/queue?part=${name}&limit=100`)).body as {
        items: Request[];
      };
      return items.some(({ id }) => id === request.id);
    };
    expect([await part('unanswered'), await part('waiting')]).toEqual([true, false]);
    seen(await hotel.mika.post(at(request, 'greeting'), {}));
    expect([await part('unanswered'), await part('waiting')]).toEqual([false, true]);
    const today = (await hotel.oleg.get('/api/today')).body as Today;
    expect(today.awaitingMyYes.map(({ id }) => id)).toContain(request.id);
    const { items } = (await hotel.oleg.get('/api/requests?role=approving')).body as { items: Request[] };
    expect(items.map(({ id }) => id)).toContain(request.id);
  });
});

describe('an approver', () => {
  it('sees the request from when they are asked, hears of it, and may write', async () => {
    const request = await needing(inOrder(hotel.oleg, hotel.eeva));
    expect(await toldOf(hotel.oleg, request)).toEqual(['approvalAsked']);
    expect((await hotel.eeva.get(at(request))).status).toBe(404);
    seen(await hotel.oleg.post(at(request, 'messages'), { body: 'What for?' }));
    expect(seen(await hotel.oleg.get(at(request))).can).toEqual(['message', 'approve', 'refuse']);
    seen(await yes(hotel.oleg, request, 'Gladly'));
    expect(await toldOf(hotel.eeva, request)).toEqual(['approvalAsked']);
    expect(seen(await hotel.oleg.get(at(request))).can).toEqual(['message']);
    await refuses(hotel, () => yes(hotel.oleg, request), 409, 'notAsked');
    seen(await yes(hotel.eeva, request));
    expect(await toldOf(hotel.aino, request)).toEqual(['approved', 'approved', 'message']);
    seen(await promise(request));
    expect(seen(await hotel.oleg.get(at(request))).approvals.map(({ state }) => state)).toEqual([
      'approved',
      'approved',
    ]);
  });
  it('leaves the history of it', async () => {
    const request = await needing(inOrder(hotel.oleg));
    seen(await yes(hotel.oleg, request));
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'approvalAsked', 'approved']);
  });
  it('is not somebody who reads no notes otherwise', async () => {
    const request = await needing(inOrder(hotel.oleg));
    seen(await hotel.mika.post(at(request, 'messages'), { body: 'The approvekanari', kind: 'note' }));
    expect((await hotel.oleg.get(at(request, 'messages'))).text).not.toContain('approvekanari');
  });
  it('who says no declines it, in their words; opened again they are asked once more', async () => {
    const request = await needing(inOrder(hotel.oleg));
    const declined = seen(await no(hotel.oleg, request));
    expect(declined).toMatchObject({ state: 'declined', declined: { reason: 'Not this year' }, greetedBy: null });
    expect(await toldOf(hotel.aino, request)).toEqual(['refusedByApprover']);
    seen(await hotel.aino.post(at(request, 'reopening'), { reason: 'It broke' }));
    expect(seen(await hotel.oleg.get(at(request))).can).toContain('approve');
    seen(await yes(hotel.oleg, request));
    seen(await promise(request));
  });
  it('never says yes to their own need: the next in line does, or nobody is there', async () => {
    const own = await needing(inOrder(hotel.aino));
    expect(own).toMatchObject({ approvals: [], waitsFor: [] });
    expect(await storyOf(hotel.aino, own)).toEqual(['asked', 'approvalSkipped']);
    seen(await promise(own));
  });
  it('may be anybody of several: the first yes is enough', async () => {
    const request = await needing({ ...inOrder(hotel.oleg, hotel.eeva), mode: 'any' });
    expect(request.waitsFor).toHaveLength(2);
    expect(seen(await yes(hotel.eeva, request)).waitsFor).toEqual([]);
    await refuses(hotel, () => yes(hotel.oleg, request), 409, 'notAsked');
  });
  it('may not be passed over by anybody else', async () => {
    const request = await needing(inOrder(hotel.oleg));
    for (const person of [hotel.aino, hotel.mika, hotel.liisa])
      await refuses(hotel, () => yes(person, request), 403, 'notYours');
    expect((await yes(hotel.jussi, request)).status).toBe(404);
  });
});

describe('what was given stays', () => {
  it('when the request is handed over to another team', async () => {
    const request = await needing(inOrder(hotel.eeva));
    seen(await yes(hotel.eeva, request));
    seen(await hotel.mika.post(at(request, 'hand-over'), { team: hotel.kitchen, context: 'Yours' }));
    const over = seen(await hotel.oleg.get(at(request)));
    expect(over).toMatchObject({ waitsFor: [], approvals: [{ state: 'approved' }] });
    expect(over.can).toContain('promise');
  });
});

describe('an approver who has left meanwhile', () => {
  it('is replaced by the next in line, once', async () => {
    const [boss, above] = [hotel.eeva, hotel.jussi];
    await hotel.db.updateTable('directory_person').set({ manager_id: above.id }).where('id', '=', boss.id).execute();
    const request = await needing(inOrder(boss));
    seen(await hotel.jussi.post(`/api/people/${boss.id}/deactivation`));
    await askInTheirPlace(hotel.db, hotel.time());
    await askInTheirPlace(hotel.db, hotel.time());
    expect(seen(await hotel.aino.get(at(request))).waitsFor.map(({ id }) => id)).toEqual([above.id]);
    expect(await toldOf(above, request)).toEqual(['approvalAsked']);
    seen(await yes(above, request));
  });
});

describe('an approver who is away', () => {
  const leave = (person: Person, standIn: Person) =>
    hotel.jussi.post(`/api/people/${person.id}/absences`, {
      from: '2026-12-01',
      until: '2026-12-05',
      standIn: standIn.id,
    });
  it('when it is asked, or goes away meanwhile, is stood in for; the answer says for whom', async () => {
    const before = await needing(inOrder(hotel.liisa), 'Asked before they went');
    hotel.time('2026-12-02T08:00:00Z');
    seen(await leave(hotel.liisa, hotel.oleg));
    const during = await needing(inOrder(hotel.liisa), 'Asked while they are away');
    expect(during.approvals).toMatchObject([{ approver: { id: hotel.liisa.id }, standIn: { id: hotel.oleg.id } }]);
    expect(await toldOf(hotel.oleg, during)).toEqual(['approvalAsked']);
    expect((await hotel.oleg.get(at(before))).status).toBe(404);
    await askInTheirPlace(hotel.db, hotel.time());
    await askInTheirPlace(hotel.db, hotel.time());
    expect(await toldOf(hotel.oleg, before)).toEqual(['approvalAsked']);
    seen(await yes(hotel.oleg, before));
    const { items } = (await hotel.aino.get(at(before, 'messages'))).body as {
      items: { what?: string; facts?: object }[];
    };
    expect(items.find(({ what }) => what === 'approved')?.facts).toMatchObject({ inPlaceOf: { id: hotel.liisa.id } });
  });
});
