// Appointments in people's calendars: invitations as they arrive in a mailbox, and the private calendar. What calendars answer: replies.test.ts.
import { sql } from 'kysely';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailbox } from '../platform/mail/for-tests.ts';
import { openHotel, stories, type Hotel, type Person } from '../requests/for-tests.ts';
import { arrange, at, made } from './for-tests.ts';

let hotel: Hotel;
let box: Awaited<ReturnType<typeof openMailbox>>;
beforeAll(async () => {
  hotel = await openHotel();
  box = await openMailbox();
  const { host, port, tls, fromName, fromAddress } = box.server;
  const { etag } = (await hotel.jussi.get('/api/mail/server')).headers;
  const body = { host, port, tls, username: '', fromName, fromAddress };
  const saved = await hotel.jussi.call('PUT', '/api/mail/server', body, { 'if-match': String(etag) });
  if (saved.status !== 200) throw new Error(saved.text);
});
afterAll(async () => {
  await box.close();
  await hotel.close();
});

/** What has come since the last time that somebody looked. */
const post = async (when: string) => {
  hotel.time(when);
  const before = box.received.length;
  await hotel.outgoing.mailer.deliver();
  return box.received.slice(before);
};
const calendarIn = (raw: string) => {
  const part = /Content-Type: text\/calendar;[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(raw);
  const head = part?.[0].split('\r\n\r\n')[0] ?? '';
  const body = part?.[1] ?? '';
  const text = /base64/i.test(head)
    ? Buffer.from(body, 'base64').toString()
    : body
        .replaceAll(/=\r\n/g, '')
        .replaceAll(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString());
  return { head, text, event: Object.values(ical.sync.parseICS(text)).find((each) => each?.type === 'VEVENT') };
};

/** Who comes, as the library reads it with which nothing here is written. */
const comers = (text: string) => {
  const event = Object.values(ical.sync.parseICS(text)).find((each) => each?.type === 'VEVENT');
  const attendees = [event?.type === 'VEVENT' ? (event.attendee ?? []) : []].flat();
  return Object.fromEntries(
    attendees.map((each) =>
      typeof each === 'string' ? [each, ''] : [each.val.replace('mailto:', ''), each.params.PARTSTAT],
    ),
  );
};
const stampOf = (text: string): number => {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  const at = event?.getFirstPropertyValue('dtstamp');
  return at instanceof ICAL.Time ? at.toUnixTime() : 0;
};

describe('an invitation', () => {
  it('reaches both calendars, with its changes and its end, as one event', async () => {
    hotel.time('2026-11-24T08:00:00Z');
    const one = await arrange(hotel, hotel.mika);
    const first = (await post('2026-11-24T08:05:00Z')).filter(({ raw }) => raw.includes('text/calendar'));
    expect(first.flatMap(({ to }) => to).toSorted()).toEqual(['aino@example.com', 'mika@example.com']);
    const { head, text, event } = calendarIn(first[0]?.raw ?? '');
    expect(head).toMatch(/method=REQUEST/i);
    expect(first[0]?.raw).toMatch(/multipart\/alternative/);
    expect(first[0]?.raw).toMatch(/application\/ics; name=invite\.ics/);
    expect(event).toMatchObject({ uid: `appointment-${one.id}@localhost`, sequence: 0, summary: 'The price list' });
    expect(text).toContain(`ORGANIZER;CN=`);
    expect(first[0]?.mail.subject).not.toContain('price list');
    expect(first[0]?.mail.text).toContain('The list');

    await hotel.mika.post(at(one, '/time'), { at: '2026-11-27T09:00:00Z', words: 'The train' });
    await hotel.mika.post(at(one, '/time'), { at: '2026-11-27T10:00:00Z', words: 'The bus' });
    const moved = (await post('2026-11-24T08:15:00Z')).filter(({ raw }) => raw.includes('text/calendar'));
    expect(moved).toHaveLength(2);
    expect(calendarIn(moved[0]?.raw ?? '').event).toMatchObject({
      sequence: 2,
      start: new Date('2026-11-27T10:00:00Z'),
    });

    await hotel.aino.post(at(one, '/cancellation'), { reason: 'It is done' });
    const off = (await post('2026-11-24T08:25:00Z')).filter(({ raw }) => raw.includes('text/calendar'));
    expect(calendarIn(off[0]?.raw ?? '').head).toMatch(/method=CANCEL/i);
    expect(calendarIn(off[0]?.raw ?? '').event).toMatchObject({ sequence: 3, status: 'CANCELLED' });
  });
  it('is updated by an answer given here: the same event, the same sequence, and who comes', async () => {
    hotel.time('2026-11-24T11:00:00Z');
    const one = await arrange(hotel, hotel.mika);
    const first = (await post('2026-11-24T11:05:00Z')).filter(({ raw }) => raw.includes('text/calendar'));
    const toAino = first.find(({ to }) => to.includes('aino@example.com'));
    expect(toAino?.mail.text).toContain('Say whether it suits you');
    expect(toAino?.mail.text).toContain(`/appointments/${one.id}`);
    expect(first.find(({ to }) => to.includes('mika@example.com'))?.mail.text).not.toContain('suits you');
    const earlier = stampOf(calendarIn(first[0]?.raw ?? '').text);
    for (const [answer, partstat, said, minute] of [
      ['tentative', 'TENTATIVE', 'perhaps', '10'],
      ['accepted', 'ACCEPTED', 'will be there', '20'],
      ['declined', 'DECLINED', 'does not suit', '30'],
    ] as const) {
      made(await hotel.aino.post(at(one, '/answer'), { answer, words: '' }));
      const sent = await post(`2026-11-24T11:${minute}:00Z`);
      expect(sent.flatMap(({ to }) => to).toSorted()).toEqual(['aino@example.com', 'mika@example.com']);
      const { head, text, event } = calendarIn(sent.find(({ to }) => to.includes('mika@example.com'))?.raw ?? '');
      expect(head).toMatch(/method=REQUEST/i);
      expect(event).toMatchObject({ uid: `appointment-${one.id}@localhost`, sequence: 0 });
      expect(stampOf(text)).toBeGreaterThan(earlier);
      expect(comers(text)).toEqual({ 'mika@example.com': 'ACCEPTED', 'aino@example.com': partstat });
      expect(sent.find(({ to }) => to.includes('mika@example.com'))?.mail.text).toContain(said);
    }
    // Saying the same again tells nobody anything.
    made(await hotel.aino.post(at(one, '/answer'), { answer: 'declined', words: '' }));
    expect(await post('2026-11-24T11:40:00Z')).toEqual([]);
  });
  it('that its sender wants no mail of is not sent to them, but the answer to it is', async () => {
    const save = async (answer: string) => {
      const { version } = (await hotel.mika.get('/api/notices/settings')).body as { version: number };
      const mail = { answer, asks: 'now', follow: 'digest', thanks: 'digest' };
      const push = { answer: true, asks: true, follow: false, thanks: true };
      const body = { mail, push, digestMinutes: null };
      const saved = await hotel.mika.call('PUT', '/api/notices/settings', body, { 'if-match': `"${version}"` });
      expect([saved.status, saved.text]).toEqual([200, saved.text]);
    };
    hotel.time('2026-11-24T12:00:00Z');
    await save('never');
    const one = await arrange(hotel, hotel.mika);
    expect((await post('2026-11-24T12:05:00Z')).flatMap(({ to }) => to)).toEqual(['aino@example.com']);
    made(await hotel.aino.post(at(one, '/answer'), { answer: 'accepted', words: '' }));
    const sent = await post('2026-11-24T12:15:00Z');
    expect(sent.find(({ to }) => to.includes('mika@example.com'))?.mail.text).toContain('Aino Virtanen will be there');
    await save('now');
  });
  it('that was never sent is never called off', async () => {
    hotel.time('2026-11-24T09:00:00Z');
    const one = await arrange(hotel, hotel.mika);
    await hotel.mika.post(at(one, '/cancellation'), { reason: 'A slip' });
    const sent = await post('2026-11-24T09:10:00Z');
    expect(sent.filter(({ raw }) => raw.includes('text/calendar'))).toEqual([]);
  });
});

describe('the private calendar', () => {
  const make = async (who: Person) => {
    const said = await who.post('/api/calendar-feed');
    expect(said.status, said.text).toBe(201);
    return new URL((said.body as { url: string }).url).pathname;
  };
  const read = async (path: string, headers = {}) => hotel.browser().get(path, headers);
  const events = (text: string) => Object.values(ical.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');

  it('has appointments and promises, moved ones under their old name with a higher sequence', async () => {
    hotel.time('2026-11-24T12:00:00Z');
    const story = stories(hotel);
    const request = await story.promised();
    const one = await arrange(hotel, hotel.mika, { title: 'Цены; и, «счёт» 👩🏽‍🚀', at: '2026-12-01T09:00:00Z' });
    const path = await make(hotel.mika);
    const first = await read(path);
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const named = (uid: string) => events(first.text).find((each) => each?.uid === uid);
    expect(named(`appointment-${one.id}@localhost`)).toMatchObject({
      summary: 'Цены; и, «счёт» 👩🏽‍🚀',
      start: new Date('2026-12-01T09:00:00Z'),
    });
    const { rows } = await sql<{ id: string; due_at: Date }>`
      select id, due_at from promises_promise where subject_id = ${request.id}`.execute(hotel.db);
    const promise = `promise-${rows[0]?.id}@localhost`;
    expect(named(promise)).toMatchObject({ end: rows[0]?.due_at, sequence: 0 });
    // What is due at the appointment is shown there.
    for (const each of one.deliverables) expect(named(`promise-${each.promise?.id}@localhost`)).toBeUndefined();

    const later = '2026-11-25T12:00:00.000Z';
    await hotel.mika.post(`/api/requests/${request.id}/renegotiation`, { due: later, reason: 'The cable' });
    await hotel.aino.post(`/api/requests/${request.id}/renegotiation/answer`, { answer: 'accept' });
    const moved = events((await read(path)).text).find((each) => each?.uid === promise);
    expect(moved).toMatchObject({ end: new Date(later) });
    expect(Number((moved as { sequence?: number })?.sequence)).toBeGreaterThan(0);
    await hotel.aino.post(`/api/requests/${request.id}/withdrawal`, { reason: 'It works' });
    const off = events((await read(path)).text).find((each) => each?.uid === promise);
    expect(off).toMatchObject({ status: 'CANCELLED' });
  });
  it('is the same until something changes, and is not sent twice', async () => {
    const path = await make(hotel.mika);
    const first = await read(path);
    const again = await read(path, { 'if-none-match': String(first.headers['etag']) });
    expect([first.status, again.status, again.text]).toEqual([200, 304, '']);
    await arrange(hotel, hotel.mika, { at: '2026-12-02T09:00:00Z' });
    expect((await read(path, { 'if-none-match': String(first.headers['etag']) })).status).toBe(200);
  });
  it('says of a private promise no more than a mail would', async () => {
    const story = stories(hotel);
    const request = await story.promised({ title: 'Kanari pay', deliverable: 'Kanari sum' } as never);
    await sql`update requests_request set sight = 'private', title = 'Kanari pay' where id = ${request.id}`.execute(
      hotel.db,
    );
    await sql`update promises_promise set deliverable = 'Kanari sum' where subject_id = ${request.id}`.execute(
      hotel.db,
    );
    const { text } = await read(await make(hotel.mika));
    expect(text).not.toContain('Kanari');
    expect(text).toContain(`/requests/${request.id}`);
  });
  it('keeps only the hash of its address, and tells when it was used', async () => {
    const path = await make(hotel.mika);
    const token = path.split('/').at(-1)?.replace('.ics', '') ?? '';
    const kept = JSON.stringify(await hotel.db.selectFrom('appointments_feed').selectAll().execute());
    expect(kept).not.toContain(token);
    await read(path);
    expect((await hotel.mika.get('/api/calendar-feed')).body).toMatchObject({
      ending: token.slice(-4),
      used: hotel.time().toISOString(),
    });
  });
  it('one appointment is had as a file, by its people', async () => {
    const one = await arrange(hotel, hotel.mika, { at: '2026-12-03T09:00:00Z' });
    const file = await hotel.aino.get(at(one, '/file'));
    expect(events(file.text)).toMatchObject([{ uid: `appointment-${one.id}@localhost` }]);
    expect((await hotel.liisa.get(at(one, '/file'))).status).toBe(404);
    made(await hotel.aino.get(at(one)));
  });
});
