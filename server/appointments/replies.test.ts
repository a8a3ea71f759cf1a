// Answers of calendars by mail, through the door at which a mail system hands them in: understood from whoever was invited, and from nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { MadeToken } from '../../contract/tokens.ts';
import { openMailbox } from '../platform/mail/for-tests.ts';
import { createSecrets } from '../platform/secrets.ts';
import { openHotel, type Hotel, type Person } from '../requests/for-tests.ts';
import { answerAddress, provesInvited } from './answer-address.ts';
import { arrange, at, made, noticesOf, see } from './for-tests.ts';
import { asApple, asGoogle, asOutlook, type Answering } from './replies-for-tests.ts';

let hotel: Hotel;
let box: Awaited<ReturnType<typeof openMailbox>>;
let gateway: string;
const settings = async (path: string, body: object) => {
  const { etag } = (await hotel.jussi.get('/api/mail/server')).headers;
  const saved = await hotel.jussi.call('PUT', `/api/mail/${path}`, body, { 'if-match': String(etag) });
  expect(saved.status, saved.text).toBe(200);
  return saved.body as { answersTo: string | null };
};
const tokenOf = async (who: Person, ...scopes: string[]) =>
  (made(await who.post('/api/tokens', { name: scopes.join(' '), scopes })) as unknown as MadeToken).token;
beforeAll(async () => {
  hotel = await openHotel({ limited: true });
  box = await openMailbox();
  const { host, port, tls, fromName, fromAddress } = box.server;
  await settings('server', { host, port, tls, username: '', fromName, fromAddress });
  await settings('answers', { address: 'Answers@Example.com' });
  gateway = await tokenOf(hotel.jussi, 'mail');
});
afterAll(async () => {
  await box.close();
  await hotel.close();
});

/** As a program hands a mail in: no cookie, no origin. */
const hand = (mail: string | Buffer, token = gateway, type = 'message/rfc822') =>
  hotel.http.inject({
    method: 'POST',
    url: '/api/mail/incoming',
    headers: { host: 'localhost:4600', authorization: `Bearer ${token}`, 'content-type': type },
    payload: mail,
  });
const came = async (mail: string | Buffer) => {
  const answer = await hand(mail);
  expect(answer.statusCode, answer.body).toBe(200);
  return (answer.json() as { came: string }).came;
};

/** To whom each of the two is to answer, as the mails say that have come since. */
const organizers = async (when: string): Promise<Record<string, string>> => {
  hotel.time(when);
  const before = box.received.length;
  await hotel.outgoing.mailer.deliver();
  return Object.fromEntries(
    box.received.slice(before).flatMap(({ to: [to = ''], mail }) => {
      const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
      const text = new TextDecoder().decode(part?.content as ArrayBuffer).replaceAll(/\r?\n /g, '');
      const organizer = /^ORGANIZER.*?:mailto:(.+)$/m.exec(text)?.[1];
      return organizer ? [[to.split('@')[0] ?? '', organizer]] : [];
    }),
  );
};

/** Mika has asked Aino; both got their invitation at 10:05. */
const invited = async () => {
  hotel.time('2026-11-24T10:00:00Z');
  const one = await arrange(hotel, hotel.mika);
  const to = await organizers('2026-11-24T10:05:00Z');
  hotel.time('2026-11-24T10:07:00Z');
  const usual: Answering = { appointment: one.id, organizer: to['aino'] ?? '' };
  return { one, to, usual };
};

let kept: ReturnType<typeof invited> | undefined;
/** One for all tests that leave it as it is. */
const unanswered = () => (kept ??= invited());

describe('an invitation', () => {
  it('says to everybody an own address to answer to, which stays through changes of time and of settings', async () => {
    const { one, to } = await invited();
    expect(to['aino']).toMatch(/^answers\+[\da-z]{25}@example\.com$/);
    expect(to['mika']).toMatch(/^answers\+[\da-z]{25}@example\.com$/);
    expect(to['mika']).not.toBe(to['aino']);
    const asked = box.received.findLast(({ to: [reader] }) => reader === 'aino@example.com');
    expect(asked?.mail.text).toContain('Answer in Goodturn or in your calendar');
    const other = await arrange(hotel, hotel.mika);
    expect((await organizers('2026-11-24T10:08:00Z'))['aino']).not.toBe(to['aino']);

    expect(await settings('answers', { address: null })).toMatchObject({ answersTo: null });
    await hotel.mika.post(at(one, '/time'), { at: '2026-11-27T09:00:00Z', words: 'The train' });
    await hotel.mika.post(at(other, '/cancellation'), { reason: 'A slip' });
    const plain = await arrange(hotel, hotel.mika);
    const later = await organizers('2026-11-24T10:15:00Z');
    expect(Object.values(later)).toContain('goodturn@example.com');
    await settings('answers', { address: 'answers@example.com' });
    await hotel.mika.post(at(one, '/time'), { at: '2026-11-27T10:00:00Z', words: 'The bus' });
    expect(await organizers('2026-11-24T10:25:00Z')).toEqual(to);
    await hotel.mika.post(at(plain, '/time'), { at: '2026-11-27T10:00:00Z', words: 'The bus' });
    expect((await organizers('2026-11-24T10:35:00Z'))['aino']).toBe('goodturn@example.com');
  });
  it('is answered at an address with room for the signs, which an administrator sets', async () => {
    for (const address of ['a+b@example.com', `${'a'.repeat(39)}@example.com`, 'nowhere'])
      expect((await hotel.jussi.call('PUT', '/api/mail/answers', { address }, { 'if-match': '*' })).status).toBe(422);
    expect((await hotel.aino.call('PUT', '/api/mail/answers', { address: null }, { 'if-match': '*' })).status).toBe(
      403,
    );
  });
});

describe('an answer by mail', () => {
  it.each([
    ['Google', asGoogle],
    ['Google, through a Unix pipe,', (answering: Answering) => asGoogle(answering).replaceAll('\r\n', '\n')],
    ['Outlook', asOutlook],
    ['Apple', asApple],
  ])('as %s sends it counts as if they had said it here, for both', async (_, write) => {
    const { one, usual } = await invited();
    expect(await came(write({ ...usual, words: 'Näen sinut siellä\\, kiitos' }))).toBe('answer');
    for (const who of [hotel.aino, hotel.mika])
      expect(await see(who, one)).toMatchObject({
        answer: 'accepted',
        steps: [{}, { what: 'accepted', by: { id: hotel.aino.id }, words: 'Näen sinut siellä, kiitos' }],
      });
    expect(await noticesOf(hotel.mika, one)).toContain('appointmentAccepted');
    // Whose calendar said it knows it; the other one is told.
    expect(Object.keys(await organizers('2026-11-24T10:15:00Z'))).toEqual(['mika']);
    const declined = { ...usual, partstat: 'DECLINED', said: '20261124T101700Z' };
    expect(await came(write(declined))).toBe('answer');
    expect(await see(hotel.mika, one)).toMatchObject({ answer: 'declined' });
  });
  it('with another time asks the other one, who can answer in their calendar in turn', async () => {
    const { one, to, usual } = await invited();
    const counter = { ...usual, method: 'COUNTER', partstat: 'TENTATIVE', words: 'On Monday' };
    const monday = ['DTSTART;TZID=FLE Standard Time:20261130T110000', 'DTEND;TZID=FLE Standard Time:20261130T113000'];
    expect(await came(asOutlook({ ...counter, more: monday }))).toBe('answer');
    expect(await see(hotel.mika, one)).toMatchObject({
      at: '2026-11-30T09:00:00.000Z',
      sequence: 1,
      setBy: { id: hotel.aino.id },
      awaits: 'answer',
    });
    // To the time before: nobody's any more.
    expect(await came(asGoogle(usual))).toBe('unknown');
    const mika = { ...usual, organizer: to['mika'] ?? '', by: 'mika@example.com', sequence: 1 };
    expect(await came(asGoogle(mika))).toBe('answer');
    expect(await see(hotel.aino, one)).toMatchObject({ answer: 'accepted', at: '2026-11-30T09:00:00.000Z' });
  });
  it('said twice is said once, and an earlier one changes nothing that was said since', async () => {
    const { one, usual } = await invited();
    expect([await came(asGoogle(usual)), await came(asGoogle(usual))]).toEqual(['answer', 'answer']);
    expect((await see(hotel.mika, one)).steps).toHaveLength(2);
    // Perhaps, and then yes again: whichever of the two is the faster.
    const [perhaps, again] = [{ partstat: 'TENTATIVE', said: '20261124T100630Z' }, { said: '20261124T100650Z' }];
    expect(await came(asGoogle({ ...usual, ...again }))).toBe('answer');
    expect(await came(asGoogle({ ...usual, ...perhaps }))).toBe('unknown');
    expect((await see(hotel.mika, one)).answer).toBe('accepted');
    hotel.time('2026-11-24T10:10:00Z');
    made(await hotel.aino.post(at(one, '/answer'), { answer: 'declined', words: '' }));
    expect(await came(asGoogle(usual))).toBe('unknown');
    expect(await see(hotel.mika, one)).toMatchObject({ answer: 'declined' });
    await hotel.mika.post(at(one, '/cancellation'), { reason: 'A slip' });
    expect(await came(asGoogle({ ...usual, said: '20261124T101100Z' }))).toBe('unknown');
  });

  const forged: [string, (usual: Answering, mika: string) => Answering][] = [
    ['without the signs', (usual) => ({ ...usual, organizer: 'answers@example.com' })],
    ['with signs by chance', (usual) => ({ ...usual, organizer: `answers+${'0'.repeat(25)}@example.com` })],
    ['with the other one’s signs', (usual, mika) => ({ ...usual, organizer: mika })],
    ['by the other one in their name', (usual, mika) => ({ ...usual, organizer: mika, by: 'mika@example.com' })],
    ['of somebody who was not asked', (usual) => ({ ...usual, by: 'oleg@example.com' })],
    ['to an earlier time', (usual) => ({ ...usual, sequence: 7 })],
    ['to nothing that there is', (usual) => ({ ...usual, appointment: crypto.randomUUID() })],
  ];
  it.each(forged)('%s changes nothing', async (_, forge) => {
    const { one, to, usual } = await unanswered();
    const before = await see(hotel.mika, one);
    for (const write of [asGoogle, asOutlook, asApple])
      expect(await came(write(forge(usual, to['mika'] ?? '')))).toBe('unknown');
    expect(await see(hotel.mika, one)).toEqual(before);
  });
  it('proves one appointment only', async () => {
    const [first, second] = [await unanswered(), await invited()];
    expect(await came(asGoogle({ ...first.usual, organizer: second.usual.organizer }))).toBe('unknown');
  });

  const within = (mail: string) =>
    `To: answers@example.com\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n${mail}\r\n--x--\r\n`;
  const deep = (mail: string) =>
    Array.from({ length: 300 }, (_, no) => `Content-Type: multipart/mixed; boundary=b${no}\r\n\r\n--b${no}`).join(
      '\r\n',
    ) + `\r\n${mail}`;
  const nothings: [string, (usual: Answering) => string | Buffer][] = [
    ['words alone', () => 'From: a@example.com\r\nSubject: Yes\r\n\r\nYes, I will be there.'],
    ['an invitation', (usual) => asGoogle({ ...usual, method: 'REQUEST' })],
    ['what a machine answers by itself', (usual) => asOutlook({ ...usual, head: ['Auto-Submitted: auto-replied'] })],
    ['what is passed on to somebody else', (usual) => asGoogle({ ...usual, partstat: 'DELEGATED' })],
    [
      'two people’s answer',
      (usual) => asGoogle({ ...usual, more: ['ATTENDEE;PARTSTAT=DECLINED:mailto:x@example.com'] }),
    ],
    ['another mail within', (usual) => within(asGoogle(usual))],
    ['what is in shreds', (usual) => asGoogle(usual) + '--0000000000008f5b\r\n\r\n'.repeat(501)],
    ['what is too deep', (usual) => deep(asGoogle(usual))],
    ['half a mail', (usual) => asOutlook(usual).slice(0, 900)],
    ['no text', () => Buffer.concat([Buffer.from('Content-Type: text/calendar\r\n\r\n'), Buffer.alloc(9000, 0xff)])],
    ['nothing at all', () => Buffer.alloc(0)],
  ];
  it.each(nothings)('is none: %s', async (_, write) => {
    const { one, usual } = await unanswered();
    expect(await came(write(usual))).toBe('nothing');
    expect((await see(hotel.mika, one)).answer).toBe('none');
  });
});

describe('the door', () => {
  it('opens to a token that an administrator made for it, which opens nothing else', async () => {
    const { usual } = await unanswered();
    for (const scope of ['read', 'write', 'admin'])
      expect((await hand(asGoogle(usual), await tokenOf(hotel.jussi, scope))).json()).toMatchObject({
        status: 403,
        code: 'scopeMissing',
      });
    const refusal = await hotel.aino.post('/api/tokens', { name: 'Mine', scopes: ['mail'] });
    expect(refusal.body).toMatchObject({ status: 403, code: 'notAllowed' });
    expect((await hand(asGoogle(usual), await tokenOf(hotel.aino, 'read', 'write'))).statusCode).toBe(403);
    for (const url of ['/api/today', '/api/mail/server', '/api/people']) {
      const headers = { host: 'localhost:4600', authorization: `Bearer ${gateway}` };
      expect((await hotel.http.inject({ url, headers })).json()).toMatchObject({ status: 403, code: 'scopeMissing' });
    }
    // What was given to somebody who administers no more opens it no more.
    await sql`update directory_person set administrator = false where id = ${hotel.jussi.id}`.execute(hotel.db);
    expect((await hand(asGoogle(usual))).statusCode).toBe(403);
    await sql`update directory_person set administrator = true where id = ${hotel.jussi.id}`.execute(hotel.db);
  });
  it('takes mail, of one megabyte at most', async () => {
    expect((await hand('{}', gateway, 'application/json')).statusCode).toBe(415);
    expect((await hand(Buffer.alloc(1024 * 1024 + 1, 'a'))).statusCode).toBe(413);
  });
  it('lets so much in at a time, and says when there is room again', async () => {
    const { usual } = await invited();
    await sql`delete from auth_rate_limit`.execute(hotel.db);
    expect(await came(asGoogle(usual))).toBe('answer');
    await sql`update auth_rate_limit set count = 300`.execute(hotel.db);
    const late = await hand(asGoogle(usual));
    expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '60']);
    hotel.time('2026-11-24T10:09:00Z');
    expect(await came(asGoogle(usual))).toBe('answer');
  });
});

describe('the address to answer to', () => {
  const secrets = createSecrets('of this test');
  const invitation = {
    appointment: '019c0000-0000-7000-8000-000000000001',
    person: '019c0000-0000-7000-8000-000000000002',
  };
  const address = answerAddress(secrets, 'answers@example.com', invitation);
  it('is the same every time, whatever becomes of capitals, name and host on the way', () => {
    expect(answerAddress(secrets, 'answers@example.com', invitation)).toBe(address);
    const moved = address.replace('answers', 'a').replace('example.com', 'in.example.net').toUpperCase();
    expect(provesInvited(secrets, invitation, `"Us, all" <us@example.com>, <${moved}>`)).toBe(true);
  });
  it('proves nothing of another invitation, of another installation, or with a sign changed', () => {
    const { appointment, person } = invitation;
    expect(provesInvited(secrets, { appointment: person, person: appointment }, address)).toBe(false);
    expect(provesInvited(createSecrets('another'), invitation, address)).toBe(false);
    for (let place = 'answers+'.length; place < address.indexOf('@'); place += 1) {
      const other = address[place] === 'a' ? 'b' : 'a';
      expect(provesInvited(secrets, invitation, address.slice(0, place) + other + address.slice(place + 1))).toBe(
        false,
      );
    }
  });
});
