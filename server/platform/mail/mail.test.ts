// Mail against a real SMTP server: what it refuses, what it forgets to answer, and that nothing is lost or sent twice without a sign of it.
import { describe, expect, test } from 'vitest';
import { transact } from '../db.ts';
import type { Moods } from './for-tests.ts';
import { post } from './mail.ts';
import { letterTo, plain, standOutbox } from './outbox-for-tests.ts';
import { findServer } from './server.ts';
import type { Server } from './smtp.ts';

const house = standOutbox();
const { cable, mailbox, mailerFor, pass, rows, states, write } = house;

describe('a mail', () => {
  test.each(['none', 'starttls', 'implicit'] as const)('reaches its reader over a line with TLS: %s', async (tls) => {
    const box = await mailbox({ tls, account: ['goodturn', 'päss wörd'] });
    await write(plain('aino'));
    await mailerFor(box.server).deliver();
    expect(await states()).toEqual([['sent', 0, null]]);
    const [{ mail, secure, from, to } = expect.fail('nothing came')] = box.received;
    expect({ secure, from, to }).toEqual({
      secure: tls !== 'none',
      from: 'goodturn@example.com',
      to: ['aino@example.com'],
    });
    expect(mail).toMatchObject({
      subject: 'Для aino: “häät”',
      from: { name: 'Aurinko · Goodturn', address: 'goodturn@example.com' },
      to: [{ name: 'Ääni Ñ. Иванова', address: 'aino@example.com' }],
      inReplyTo: '<thread@help.example.com>',
      references: '<thread@help.example.com>',
      date: house.now.toISOString(),
    });
    expect(mail.text?.trim()).toBe('Plain words');
    expect(mail.html?.trim()).toBe('<p>Fine words</p>');
    const header = new Map(mail.headers.map((each) => [each.key, each.value]));
    expect(header.get('auto-submitted')).toBe('auto-generated');
    expect(header.get('content-type')).toMatch(/^multipart\/alternative/);
    expect(header.has('precedence')).toBe(false);
    expect(header.has('x-mailer')).toBe(false);
  });

  test('is posted by the transaction that causes it, or not at all', async () => {
    await expect(
      transact(house.db, async (tx) => {
        await post(tx, [plain('aino')], house.now);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await rows()).toEqual([]);
  });

  test('that has nothing left to say is not sent, and one that is early waits', async () => {
    const box = await mailbox();
    const at = '2026-11-24T09:00:00.000Z';
    await write({ kind: 'needless', reader: 'aino' }, { kind: 'early', reader: 'mika', facts: { at } });
    await mailerFor(box.server).deliver();
    expect(box.received).toEqual([]);
    expect((await rows()).map(({ reader, next_at }) => [reader, next_at.toISOString()])).toEqual([['mika', at]]);
    pass(60);
    await mailerFor(box.server).deliver();
    expect(box.received.map(({ to }) => to)).toEqual([['mika@example.com']]);
  });

  test('joins the one that waits in the same bundle, and not the one that has gone', async () => {
    const box = await mailbox();
    const bundle = { ...plain('aino'), bundle: 'aino of one matter' };
    await write(bundle);
    pass(1);
    await write(bundle);
    expect((await rows()).map(({ since }) => since.toISOString())).toEqual(['2026-11-24T08:00:00.000Z']);
    await mailerFor(box.server).deliver();
    await write(bundle);
    await mailerFor(box.server).deliver();
    expect(box.received.length).toBe(2);
  });

  test('waits without a server, and after two days it is let go instead of flooding anybody', async () => {
    await write(plain('old'));
    await mailerFor(undefined).deliver();
    expect(await states()).toEqual([['waiting', 0, null]]);
    pass(49 * 60);
    await write(plain('new'));
    const box = await mailbox();
    await mailerFor(box.server).deliver();
    expect(await states()).toEqual([
      ['dropped', 0, 'tooOld'],
      ['sent', 0, null],
    ]);
    expect(box.received.map(({ to }) => to)).toEqual([['new@example.com']]);
  });
});

describe('a server', () => {
  test('that is slow to greet is waited for, and one that says nothing is not', async () => {
    await write(plain('aino'));
    await mailerFor((await cable(await mailbox(), { wait: 400 })).server).deliver();
    expect(await states()).toEqual([['sent', 0, null]]);
    await write(plain('mika'));
    await mailerFor((await cable(await mailbox(), { wait: 5000 })).server, 200).deliver();
    expect((await states())[1]).toEqual(['waiting', 0, 'timedOut']);
    expect(await findServer(house.db)).toMatchObject({ trouble: 'timedOut', trouble_count: 1 });
  });

  test.each<[string, Partial<Server>, Moods, string]>([
    ['does not know us', { password: 'wrong' }, { account: ['goodturn', 'right'] }, 'login'],
    ['refuses our address', {}, { sender: () => 550 }, 'sender'],
    ['has no certificate for its name', { host: 'localhost.localdomain' }, { tls: 'implicit' }, 'notFound'],
    ['cannot be reached', { port: 1 }, {}, 'unreachable'],
    ['has no TLS where it is asked for', { tls: 'starttls' }, {}, 'untrusted'],
  ])('that %s is left alone for a while, and nothing is lost', async (_what, change, moods, fault) => {
    const box = await mailbox(moods);
    await write(plain('aino'), plain('mika'));
    const mailer = mailerFor({ ...box.server, ...change });
    await mailer.deliver();
    expect(await findServer(house.db)).toMatchObject({ trouble: fault, trouble_count: 1 });
    await mailer.deliver();
    expect(await findServer(house.db)).toMatchObject({ trouble_count: 1 });
    expect((await states()).map(([state, tries]) => [state, tries])).toEqual([
      ['waiting', 0],
      ['waiting', 0],
    ]);
    pass(2);
    const healed = await mailbox();
    await mailerFor(healed.server).deliver();
    expect(healed.received.length).toBe(2);
    expect(await findServer(house.db)).toMatchObject({ trouble: null, trouble_count: 0 });
  });

  test('that refuses one reader for good gets the others their mails, and says why', async () => {
    const box = await mailbox({ recipient: (address) => (address.startsWith('gone') ? 550 : undefined) });
    await write(plain('aino'), plain('gone'), plain('mika'));
    await mailerFor(box.server).deliver();
    expect(await states()).toEqual([
      ['sent', 0, null],
      ['failed', 0, 'recipient'],
      ['sent', 0, null],
    ]);
    expect((await rows())[1]?.said).toBe('550 not here');
  });

  test('that refuses the words for good ends it', async () => {
    const box = await mailbox({ content: () => 554 });
    await write(plain('aino'));
    await mailerFor(box.server).deliver();
    expect(await states()).toEqual([['failed', 0, 'content']]);
  });

  test('that asks for patience gets it, longer each time, for two days', async () => {
    let mood = 451;
    const box = await mailbox({ recipient: () => mood });
    const mailer = mailerFor(box.server);
    await write(plain('aino'));
    const waits: number[] = [];
    for (let tries = 0; tries < 30; tries += 1) {
      await mailer.deliver();
      const [row] = await rows();
      if (row?.state !== 'waiting') break;
      waits.push((row.next_at.getTime() - house.now.getTime()) / 60_000);
      house.now = row.next_at;
    }
    expect(waits.slice(0, 8)).toEqual([1, 5, 15, 60, 120, 240, 480, 720]);
    expect(await states()).toEqual([['failed', waits.length, 'busy']]);
    expect(waits.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(48 * 60);
    expect(waits.length).toBe(9);

    mood = 0;
    await write(plain('mika'));
    await mailer.deliver();
    expect(box.received.map(({ to }) => to)).toEqual([['mika@example.com']]);
  });

  test('that takes a mail at the second try has it once', async () => {
    let asked = 0;
    const box = await mailbox({ content: () => ((asked += 1) === 1 ? 451 : undefined) });
    await write(plain('aino'));
    await mailerFor(box.server).deliver();
    expect(box.received).toEqual([]);
    pass(1);
    await mailerFor(box.server).deliver();
    pass(60);
    await mailerFor(box.server).deliver();
    expect(box.received.length).toBe(1);
  });

  test('that hangs up before the words has the mail once, by the next connection', async () => {
    let cuts = 0;
    const box = await cable(await mailbox(), {
      cut: (side, text) => side === 'we' && /^DATA\r\n/m.test(text) && (cuts += 1) === 1,
    });
    await write(plain('aino'), plain('mika'));
    await mailerFor(box.server).deliver();
    expect(await states()).toEqual([
      ['waiting', 1, 'broken'],
      ['sent', 0, null],
    ]);
    pass(1);
    await mailerFor(box.server).deliver();
    expect(box.received.map(({ to }) => to[0]).toSorted()).toEqual(['aino@example.com', 'mika@example.com']);
  });

  test('that takes the words and is never heard to say so may get them twice, under one Message-ID', async () => {
    let cuts = 0;
    const inner = await mailbox();
    const box = await cable(inner, {
      cut: (side, text) => side === 'server' && /^250 .*queued|^250 OK: message/i.test(text) && (cuts += 1) === 1,
    });
    await write(plain('aino'));
    await mailerFor(box.server).deliver();
    expect(cuts).toBe(1);
    expect(await states()).toEqual([['waiting', 1, 'broken']]);
    pass(1);
    await mailerFor(box.server).deliver();
    expect(await states()).toEqual([['sent', 1, null]]);
    const ids = inner.received.map(({ mail }) => mail.messageId);
    expect(ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@help\.example\.com>$/);
  });
});

test('a trial tells what the server said, in its words', async () => {
  const good = await mailbox();
  const picky = await mailbox({ recipient: () => 550 });
  expect(await mailerFor(undefined).trySending(letterTo('me'))).toBe('unset');
  expect(await mailerFor(good.server).trySending(letterTo('me'))).toBeNull();
  expect(await mailerFor(picky.server).trySending(letterTo('me'))).toMatchObject({
    fault: 'recipient',
    said: '550 not here',
  });
});
