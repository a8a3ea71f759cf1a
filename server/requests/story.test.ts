// The main job through HTTP on a real PostgreSQL: ask, greet, promise, renegotiate, deliver, accept with thanks; and the other ways.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHotel, type Hotel } from './for-tests.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

type Json = Record<string, never> & { id: string; can: string[]; state: string; version: number };
const asked = async (title = 'The projector in Sali 3 shows only green'): Promise<Json> =>
  (await hotel.aino.post('/api/requests', { title, team: hotel.it })).body;

describe('a request', () => {
  it('goes from the ask to the thanks', async () => {
    hotel.time('2026-11-24T08:00:00Z');
    const request = await asked();
    expect(request).toMatchObject({ state: 'asked', stage: 'opening', can: expect.arrayContaining(['withdraw']) });
    const at = `/api/requests/${request.id}`;

    expect((await hotel.mika.post(`${at}/greeting`, { words: 'Good morning Aino, I look at it.' })).body).toMatchObject(
      {
        greetedBy: { name: 'Mika Korhonen' },
      },
    );
    const promised = await hotel.mika.post(`${at}/promise`, {
      deliverable: 'A working projector in Sali 3',
      due: '2026-11-24T14:00:00Z',
    });
    expect(promised.body).toMatchObject({
      state: 'promised',
      promise: { by: { name: 'Mika Korhonen' }, outcome: null },
    });

    hotel.time('2026-11-24T10:00:00Z');
    const proposed = await hotel.mika.post(`${at}/renegotiation`, {
      due: '2026-11-25T11:30:00Z',
      reason: 'The cable comes with the noon delivery',
    });
    expect(proposed.body).toMatchObject({ promise: { proposal: { honourable: true } } });
    const agreed = await hotel.aino.post(`${at}/renegotiation/answer`, { answer: 'accept' });
    expect(agreed.body).toMatchObject({
      due: '2026-11-25T11:30:00.000Z',
      promise: { renegotiations: 1, proposal: null },
    });

    hotel.time('2026-11-25T10:00:00Z');
    const delivered = await hotel.mika.post(`${at}/delivery`, { done: 'Changed the cable and labelled it' });
    expect(delivered.body).toMatchObject({ state: 'delivered', stage: 'closing' });
    const closed = await hotel.aino.post(`${at}/acceptance`, {
      thanks: 'Thank you, the family was happy!',
      ratings: { timing: 5, quality: 5, accuracy: 4 },
    });
    expect(closed.body).toMatchObject({
      state: 'closed',
      thanks: 'Thank you, the family was happy!',
      promise: { outcome: 'keptRenegotiated' },
      ratings: { timing: 5, quality: 5, accuracy: 4 },
    });

    const entries = await hotel.aino.get(`${at}/messages`);
    const what = (entries.body as { items: { kind: string; what?: string }[] }).items.map(
      (each) => each.what ?? each.kind,
    );
    expect(what).toEqual([
      'asked',
      'message',
      'greeted',
      'promised',
      'proposed',
      'proposalAccepted',
      'delivered',
      'accepted',
    ]);
    const told = await hotel.aino.get('/api/notices');
    expect((told.body as { items: { kind: string }[] }).items.map((notice) => notice.kind)).toEqual([
      'delivered',
      'renegotiationProposed',
      'promised',
      'greeted',
    ]);
  });

  it('is for its people only: to anybody else it does not exist, byte for byte', async () => {
    const request = await asked('Something private');
    const absent = await hotel.oleg.get('/api/requests/00000000-0000-4000-8000-000000000000');
    for (const outsider of [hotel.oleg, hotel.jussi]) {
      const hidden = await outsider.get(`/api/requests/${request.id}`);
      expect([hidden.status, hidden.text]).toEqual([absent.status, absent.text]);
    }
    expect(absent.status).toBe(404);
  });
});
