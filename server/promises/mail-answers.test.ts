// A new time answered from a mailbox: by two links, once, by nobody else, and never by looking.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox, type Mailbox } from '../platform/mail/for-tests.ts';
import { openHotel, toldOf, type Hotel, type Person } from '../requests/for-tests.ts';
import { makeAt, readPromise } from './for-tests.ts';

let hotel: Hotel;
let box: Mailbox;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());
beforeEach(async () => {
  box = await openMailbox();
  hotel.time('2026-11-24T08:00:00Z');
  const { host, port, tls, username, fromName, fromAddress } = box.server;
  const body = { host, port, tls, username, fromName, fromAddress };
  const before = await hotel.jussi.get('/api/mail/server');
  const saved = await hotel.jussi.call('PUT', '/api/mail/server', body, { 'if-match': String(before.headers['etag']) });
  if (saved.status !== 200) throw new Error(saved.text);
});
afterEach(() => box.close());

const act = async (who: Person, path: string, body: object) => {
  const answer = await who.post(`/api/requests/${path}`, body);
  expect(answer.status, answer.text).toBeLessThan(300);
};
/** A request of Aino's that Mika asks more time for; the mail that tells her, and the tokens in it. */
async function proposed() {
  const made = await hotel.aino.post('/api/requests', { title: 'A projector for Sali 3', team: hotel.it });
  const { id } = made.body as { id: string };
  await act(hotel.mika, `${id}/promise`, { deliverable: 'A projector', due: '2026-11-25T13:00:00Z' });
  const news = { due: '2026-11-26T13:00:00Z', reason: 'The cable is late' };
  return { id, ...(await mailed(() => act(hotel.mika, `${id}/renegotiation`, news))) };
}
/** The mail that an act causes, with two links in it. */
async function mailed(act: () => Promise<unknown>) {
  hotel.time('2026-11-24T08:10:00Z');
  await hotel.outgoing.mailer.deliver();
  box.received.splice(0);
  await act();
  hotel.time('2026-11-24T08:20:00Z');
  await hotel.outgoing.mailer.deliver();
  const mail = box.received.find((each) => each.mail.text?.includes('/answer/'));
  const tokens = [...(mail?.mail.text ?? '').matchAll(/\/answer\/(\S+)/g)].map(([, token]) => token ?? '');
  const [accept = '', hold = ''] = tokens;
  return { mail, accept, hold };
}
const nobody = (method: 'GET' | 'POST', token: string) =>
  hotel.browser().call(method, `/api/promise-answers/${encodeURIComponent(token)}`, method === 'POST' ? {} : undefined);
const promiseOf = async (id: string) =>
  (await hotel.aino.get(`/api/requests/${id}`)).body as { promise: { due: string; proposal: object | null } };
const gone = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code];

describe('the mail about a new time', () => {
  test('carries two links, and looking at them changes nothing', async () => {
    const { id, mail, accept, hold } = await proposed();
    expect(mail?.to).toEqual(['aino@example.com']);
    const before = await promiseOf(id);
    for (const token of [accept, hold, accept]) expect((await nobody('GET', token)).status).toBe(200);
    expect(await promiseOf(id)).toEqual(before);
    const shown = (await nobody('GET', hold)).body;
    expect(shown).toEqual({
      answer: 'hold',
      title: 'A projector for Sali 3',
      by: 'Mika Korhonen',
      due: '2026-11-26T13:00:00.000Z',
      agreed: '2026-11-25T13:00:00.000Z',
      zone: expect.any(String),
    });
  });

  test('accepts in the name of its reader, whose history tells it; then both links are worth nothing', async () => {
    const { id, accept, hold } = await proposed();
    expect((await nobody('POST', accept)).status).toBe(200);
    expect((await promiseOf(id)).promise).toMatchObject({ due: '2026-11-26T13:00:00.000Z', proposal: null });
    const told = await sql<{ by_id: string }>`
      select by_id from requests_event where request_id = ${id} and what = 'proposalAccepted'`.execute(hotel.db);
    expect(told.rows).toEqual([{ by_id: hotel.aino.id }]);
    for (const token of [accept, hold]) {
      expect(gone(await nobody('POST', token))).toEqual([404, 'linkGone']);
      expect(gone(await nobody('GET', token))).toEqual([404, 'linkGone']);
    }
  });

  test('answers once, however many times it is tapped at once', async () => {
    const { id, hold } = await proposed();
    const statuses = (await Promise.all([1, 2, 3].map(() => nobody('POST', hold)))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 404, 404]);
    expect((await promiseOf(id)).promise).toMatchObject({ due: '2026-11-25T13:00:00.000Z', proposal: null });
  });

  test('is worth nothing once it was taken back, nor about a later proposal, nor once its time has come', async () => {
    const { id, accept, hold } = await proposed();
    expect((await hotel.mika.call('DELETE', `/api/requests/${id}/renegotiation`)).status).toBe(200);
    for (const token of [accept, hold]) expect(gone(await nobody('POST', token))).toEqual([404, 'linkGone']);
    await act(hotel.mika, `${id}/renegotiation`, { due: '2026-11-27T13:00:00Z', reason: 'Still late' });
    expect(gone(await nobody('POST', accept))).toEqual([404, 'linkGone']);
    hotel.time('2026-11-24T08:30:00Z');
    const second = await proposed();
    hotel.time('2026-11-26T13:00:00Z');
    expect(gone(await nobody('POST', second.accept))).toEqual([404, 'linkGone']);
    expect(gone(await nobody('GET', hold))).toEqual([404, 'linkGone']);
  });

  test('is worth nothing in the name of somebody who has left', async () => {
    const { accept } = await proposed();
    await sql`update directory_person set active = false, deactivated_at = now() where email = 'aino@example.com'`.execute(
      hotel.db,
    );
    const answers = [gone(await nobody('GET', accept)), gone(await nobody('POST', accept))];
    await sql`update directory_person set active = true, deactivated_at = null where email = 'aino@example.com'`.execute(
      hotel.db,
    );
    expect(answers).toEqual([
      [404, 'linkGone'],
      [404, 'linkGone'],
    ]);
    expect((await nobody('GET', accept)).status).toBe(200);
  });
});

describe('the mail about a new time of a promise that no request tells of', () => {
  const due = '2026-11-25T13:00:00Z';
  const news = { due: '2026-11-26T13:00:00Z', reason: 'One figure is missing' };
  const moved = async (who: Person, { id }: { id: string }, path: string, body: object) => {
    const answer = await who.post(`/api/promises/${id}/${path}`, body);
    expect(answer.status, answer.text).toBeLessThan(300);
  };
  const between = () => makeAt(hotel, { due }, hotel.mika);
  const renegotiated = async () => {
    const made = await between();
    return { made, ...(await mailed(() => moved(hotel.mika, made, 'renegotiation', news))) };
  };

  test('goes to the other side, who accepts from the mailbox; the promiser hears who said yes', async () => {
    const { made, mail, accept, hold } = await renegotiated();
    expect(mail?.to).toEqual(['aino@example.com']);
    expect((await nobody('GET', accept)).body).toMatchObject({ answer: 'accept', title: 'The figures' });
    expect((await readPromise(hotel.aino, made)).proposal).not.toBeNull();
    expect((await nobody('POST', accept)).status).toBe(200);
    const after = await readPromise(hotel.mika, made);
    expect(after).toMatchObject({ due: '2026-11-26T13:00:00.000Z', proposal: null, renegotiations: 1 });
    expect(after.history.at(-1)).toMatchObject({ kind: 'accepted', by: { id: hotel.aino.id } });
    expect(await toldOf(hotel.mika, made)).toEqual(['renegotiationAccepted']);
    for (const token of [accept, hold]) expect(gone(await nobody('POST', token))).toEqual([404, 'linkGone']);
  });

  test('holds once, however many times it is tapped at once', async () => {
    const { made, hold } = await renegotiated();
    const statuses = (await Promise.all([1, 2, 3].map(() => nobody('POST', hold)))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 404, 404]);
    expect(await readPromise(hotel.mika, made)).toMatchObject({ due: '2026-11-25T13:00:00.000Z', proposal: null });
    expect(await toldOf(hotel.mika, made)).toEqual(['renegotiationHeld']);
  });

  test('is answered inside when something else is to be said yes to as well', async () => {
    const made = await between();
    const asked = { ...news, deliverable: 'All the figures' };
    const { mail } = await mailed(() => moved(hotel.aino, made, 'counter-offer', asked));
    expect(mail).toBeUndefined();
    expect(box.received.map(({ to }) => to)).toEqual([['mika@example.com']]);
    await moved(hotel.mika, made, 'renegotiation/answer', { answer: 'hold' });
    const less = { ...news, deliverable: 'Half of the figures' };
    expect((await mailed(() => moved(hotel.mika, made, 'renegotiation', less))).mail).toBeUndefined();
    expect(box.received.map(({ to }) => to)).toEqual([['aino@example.com']]);
  });

  test('is worth nothing in another name, with another answer, or once the promise was let go', async () => {
    const { made, accept } = await renegotiated();
    const [promise = '', , proposed = '', rest = ''] = accept.split('.');
    const signature = accept.split('.').at(-1) ?? '';
    const forged = [
      accept.replace(hotel.aino.id, hotel.mika.id),
      accept.replace('.accept.', '.hold.'),
      [promise, hotel.aino.id, proposed, rest].join('.'),
      `${accept.slice(0, -signature.length)}${signature.split('').toReversed().join('')}`,
    ];
    for (const token of forged) expect(gone(await nobody('POST', token))).toEqual([404, 'linkGone']);
    await moved(hotel.aino, made, 'release', { words: 'No need any more' });
    expect(gone(await nobody('POST', accept))).toEqual([404, 'linkGone']);
  });
});
