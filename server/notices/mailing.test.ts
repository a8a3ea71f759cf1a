// From an act in the app to a mail in a real mailbox: who gets one, when, and what is and is not in it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { openMailbox, type Mailbox } from '../platform/mail/for-tests.ts';
import { openHotel, type Hotel, type Person } from '../requests/for-tests.ts';

let hotel: Hotel;
let box: Mailbox;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());
beforeEach(async () => {
  box = await openMailbox();
  hotel.time('2026-11-24T08:00:00Z');
  await sql`delete from platform_mail`.execute(hotel.db);
  await sql`delete from notices_settings`.execute(hotel.db);
  await sql`update notices_notice set read_at = ${hotel.time()} where read_at is null`.execute(hotel.db);
  const { host, port, tls, username, fromName, fromAddress } = box.server;
  const body = { host, port, tls, username, fromName, fromAddress };
  const before = await hotel.jussi.get('/api/mail/server');
  const saved = await hotel.jussi.call('PUT', '/api/mail/server', body, { 'if-match': String(before.headers['etag']) });
  if (saved.status !== 200) throw new Error(saved.text);
});
afterEach(() => box.close());

/** Later, and what came by then. */
const after = async (minutes: number) => {
  hotel.time(new Date(hotel.time().getTime() + minutes * 60_000).toISOString());
  await hotel.outgoing.mailer.deliver();
  return box.received.splice(0);
};
const until = async (at: string) => {
  hotel.time(at);
  await hotel.outgoing.mailer.deliver();
  return box.received.splice(0);
};
const asked = async (title = 'A projector for Sali 3'): Promise<string> => {
  const made = await hotel.aino.post('/api/requests', { title, team: hotel.it });
  expect(made.status).toBe(201);
  return (made.body as { id: string }).id;
};
const act = async (who: Person, path: string, body: object) => {
  const answer = await who.post(`/api/requests/${path}`, body);
  expect(answer.status, answer.text).toBeLessThan(300);
};
const choose = async (who: Person, mail: object, digestMinutes: number | null = null) => {
  const before = await who.get('/api/notices/settings');
  const { mail: had, push } = before.body as { mail: object; push: object };
  const body = { mail: { ...had, ...mail }, push, digestMinutes };
  const saved = await who.call('PUT', '/api/notices/settings', body, { 'if-match': String(before.headers['etag']) });
  expect(saved.status, saved.text).toBe(200);
};

describe('a promise', () => {
  test('reaches whoever asked, with what they need and nothing in the subject that they wrote', async () => {
    const id = await asked();
    await act(hotel.mika, `${id}/promise`, { deliverable: 'A projector', due: '2026-11-25T12:00:00Z' });
    const [letter, ...others] = await after(2);
    expect(others).toEqual([]);
    expect(letter?.to).toEqual(['aino@example.com']);
    expect(letter?.mail.subject).toMatch(/^A promise for your request #\d+$/);
    expect(letter?.mail.text).toContain(
      'Mika Korhonen promised “A projector for Sali 3” by Wednesday, November 25 at 2:00 PM',
    );
    expect(letter?.mail.html).toContain(`/requests/${id}`);
    expect(letter?.mail.html).toContain('lang="en"');
  });

  test('is not written about once it was read, nor to whoever has left', async () => {
    const id = await asked();
    await act(hotel.mika, `${id}/promise`, { deliverable: 'A projector', due: '2026-11-25T12:00:00Z' });
    await hotel.aino.post('/api/notices/read', { all: true });
    expect(await after(2)).toEqual([]);
    const other = await asked();
    await act(hotel.mika, `${other}/greeting`, { words: 'Hello' });
    await sql`update directory_person set active = false, deactivated_at = now() where id = ${hotel.aino.id}`.execute(
      hotel.db,
    );
    expect(await after(2)).toEqual([]);
    await sql`update directory_person set active = true, deactivated_at = null where id = ${hotel.aino.id}`.execute(
      hotel.db,
    );
    await hotel.aino.post('/api/notices/read', { all: true });
  });

  test('in the evening is written about in the morning', async () => {
    const id = await asked();
    hotel.time('2026-11-24T17:00:00Z');
    await act(hotel.mika, `${id}/promise`, { deliverable: 'A projector', due: '2026-11-26T12:00:00Z' });
    expect(await after(2)).toEqual([]);
    expect(await until('2026-11-25T05:59:00Z')).toEqual([]);
    expect((await until('2026-11-25T06:00:00Z')).map(({ to }) => to)).toEqual([['aino@example.com']]);
  });

  test('that asks for a new time within four hours does not wait for the morning', async () => {
    const id = await asked();
    await act(hotel.mika, `${id}/promise`, { deliverable: 'A projector', due: '2026-11-24T16:00:00Z' });
    await after(2);
    hotel.time('2026-11-24T15:00:00Z');
    await act(hotel.mika, `${id}/renegotiation`, { due: '2026-11-24T17:30:00Z', reason: 'The cable is late' });
    const [letter] = await after(2);
    expect(letter?.mail.subject).toMatch(/^A new time for your request #\d+\?$/);
  });
});

test('several pieces of news about one matter are one mail, and all mails about it are one thread', async () => {
  const id = await asked();
  await act(hotel.mika, `${id}/greeting`, { words: 'Hello' });
  await act(hotel.mika, `${id}/messages`, { body: 'Which plug?' });
  const [first, ...none] = await after(2);
  expect(none).toEqual([]);
  expect(first?.mail.subject).toMatch(/^2 pieces of news on request #\d+$/);
  await act(hotel.mika, `${id}/promise`, { deliverable: 'A projector', due: '2026-11-25T12:00:00Z' });
  const [second] = await after(2);
  expect(second?.mail.references).toBe(first?.mail.references);
  expect(second?.mail.references).toMatch(/^<[\w-]{32}@localhost>$/);
  expect(second?.mail.messageId).not.toBe(first?.mail.messageId);
  const other = await asked('Something else');
  await act(hotel.mika, `${other}/greeting`, { words: 'Hello' });
  const [third] = await after(2);
  expect(third?.mail.references).not.toBe(first?.mail.references);
});

test('a digest gathers what was chosen for it, when the working day begins, once', async () => {
  await choose(hotel.aino, { asks: 'digest' });
  const one = await asked('A lamp');
  const two = await asked('A chair');
  await act(hotel.mika, `${one}/greeting`, { words: 'Hello' });
  await act(hotel.liisa, `${two}/greeting`, { words: 'Hello' });
  expect(await after(2)).toEqual([]);
  const [letter, ...none] = await until('2026-11-25T06:00:00Z');
  expect(none).toEqual([]);
  expect(letter?.mail.subject).toBe('2 pieces of news for you today');
  expect(letter?.mail.text).toContain('A lamp');
  expect(letter?.mail.text).toContain('A chair');
  expect(await until('2026-11-26T06:00:00Z')).toEqual([]);
});

test('what nobody wants is not written', async () => {
  await choose(hotel.aino, { asks: 'never' });
  const id = await asked();
  await act(hotel.mika, `${id}/greeting`, { words: 'Hello' });
  expect(await after(2)).toEqual([]);
  expect(await until('2026-11-25T06:00:00Z')).toEqual([]);
  expect(await hotel.db.selectFrom('platform_mail').selectAll().execute()).toEqual([]);
});

test('of a private request a mail tells the team and nothing else', async () => {
  const id = await asked('Kanari salary');
  await sql`update requests_request set sight = 'private' where id = ${id}`.execute(hotel.db);
  await act(hotel.mika, `${id}/messages`, { body: 'Kanari words' });
  await act(hotel.mika, `${id}/promise`, { deliverable: 'Kanari deliverable', due: '2026-11-25T12:00:00Z' });
  const [letter] = await after(2);
  expect(letter?.mail.subject).toBe('Your request to IT');
  for (const told of [letter?.raw, letter?.mail.text, letter?.mail.html]) {
    expect(told).not.toMatch(/kanari/i);
    expect(told).not.toContain('Mika');
  }
});

test('who may no longer see it is not written to', async () => {
  const made = await hotel.aino.post('/api/requests', {
    title: 'A lamp',
    team: hotel.it,
    participants: [hotel.eeva.id],
  });
  const { id } = made.body as { id: string };
  await choose(hotel.eeva, { follow: 'now' });
  await hotel.aino.call('DELETE', `/api/requests/${id}/participants/${hotel.eeva.id}`);
  expect((await after(2)).filter(({ to }) => to[0] === 'eeva@example.com')).toEqual([]);
});

describe('the link that stops mails', () => {
  const linkIn = (raw: string) => {
    const unfolded = raw.replaceAll(/\r\n[ \t]+/g, ' ');
    expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    return new URL(/^List-Unsubscribe: <([^>]+)>/m.exec(unfolded)?.[1] ?? '').pathname;
  };
  const letter = async () => {
    const id = await asked();
    await act(hotel.mika, `${id}/greeting`, { words: 'Hello' });
    const [one = expect.fail('no mail')] = await after(2);
    return one;
  };

  test('does so by a POST without signing in, as mailboxes send it, and by nothing less', async () => {
    const path = linkIn((await letter()).raw);
    const stranger = hotel.browser();
    await stranger.get(path);
    const token = path.split('/').at(-1);
    expect((await stranger.get(`/api/mail-choices/${token}`)).body).toEqual({ group: 'asks', mail: 'now' });
    const stopped = await hotel.http.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect(stopped.json()).toEqual({ group: 'asks', mail: 'never' });
    const id = await asked();
    await act(hotel.mika, `${id}/greeting`, { words: 'Hello' });
    expect(await after(2)).toEqual([]);
    await stranger.post(path, { mail: 'digest' });
    expect((await hotel.aino.get('/api/notices/settings')).body).toMatchObject({
      mail: { asks: 'digest', answer: 'now' },
    });
  });

  test('is worth nothing when it is changed or old', async () => {
    const path = linkIn((await letter()).raw);
    const stranger = hotel.browser();
    const forged = path.replace('.asks.', '.answer.').replace(hotel.aino.id, hotel.mika.id);
    expect((await stranger.post(forged, {})).status).toBe(404);
    hotel.time('2027-03-24T08:00:00Z');
    expect((await stranger.post(path, {})).status).toBe(404);
  });
});

describe('whoever forgot the password', () => {
  test('gets a link by mail that works once, and a stranger the same answer', async () => {
    const known = await hotel.browser().post('/api/password/forgotten', { email: 'Aino@example.com' });
    const unknown = await hotel.browser().post('/api/password/forgotten', { email: 'nobody@example.com' });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.status).toBe(204);
    const [letter, ...none] = await after(0);
    expect(none).toEqual([]);
    expect(letter?.mail.subject).toBe('A new password for Goodturn');
    const token = /\/welcome\/([\w-]{43})/.exec(letter?.mail.text ?? '')?.[1] ?? '';
    const use = () => hotel.browser().post(`/api/links/${token}/use`, { password: 'a quiet new password' });
    expect([(await use()).status, (await use()).status]).toEqual([200, 404]);
    const kept = await sql<{ row: string }>`select row_to_json(m)::text as row from platform_mail m`.execute(hotel.db);
    expect(kept.rows.map(({ row }) => row).join()).not.toContain(token);
  });

  test('an invitation is shown to the administrator and mailed, with the same link', async () => {
    const added = await hotel.jussi.post('/api/people', {
      name: 'Новый Коллега',
      email: 'uusi@example.com',
      language: 'ru',
    });
    const { id } = added.body as { id: string };
    const invited = await hotel.jussi.post(`/api/people/${id}/invitation`);
    const { url, mailed } = invited.body as { url: string; mailed: boolean };
    expect(mailed).toBe(true);
    const waiting = await sql<{ row: string }>`select row_to_json(m)::text as row from platform_mail m`.execute(
      hotel.db,
    );
    expect(waiting.rows.map(({ row }) => row).join()).not.toContain(url.split('/').at(-1));
    const [letter] = await after(0);
    expect(letter?.mail.subject).toBe('Добро пожаловать в Goodturn: Aurinko');
    expect(letter?.mail.text).toContain(url);
  });
});
