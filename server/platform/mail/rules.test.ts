// What becomes of a mail after each try, by every answer that a mail server gives.
import { describe, expect, it } from 'vitest';
import { grace, lease, quietAfter, useful, verdictOf, waitAfter, type SmtpError } from './rules.ts';

const minute = 60_000;
const minutes = (of: (count: number) => number, upTo: number) =>
  Array.from({ length: upTo + 1 }, (_, count) => of(count) / minute);

describe('the time until the next try', () => {
  it('grows from a minute to twelve hours, and stays there', () => {
    expect(minutes(waitAfter, 9)).toEqual([1, 5, 15, 60, 120, 240, 480, 720, 720, 720]);
  });
  it('for a server in trouble grows from nothing to a quarter of an hour', () => {
    expect(minutes(quietAfter, 6)).toEqual([0, 1, 2, 5, 15, 15, 15]);
  });
  it('is long enough for a mail that is being read about, and for a process that is busy', () => {
    expect([grace, lease, useful].map((ms) => ms / minute)).toEqual([1, 10, 48 * 60]);
  });
});

describe('an error', () => {
  const answer = (responseCode: number, command = '', said = `${responseCode} said`): SmtpError => ({
    code: 'EMESSAGE',
    command,
    responseCode,
    response: said,
    message: said,
  });
  const broke = (code: string | undefined, message = 'it broke'): SmtpError => ({ code, message });
  const cases: Array<[string, SmtpError, sending: boolean, string]> = [
    ['of the login is the server’s', broke('EAUTH'), false, 'server login'],
    ['of the login is the server’s even later', answer(535, 'AUTH'), false, 'server busy'],
    ['of the name is the server’s', broke('EDNS'), true, 'server notFound'],
    ['about the sender, for good, stops everything', answer(550, 'MAIL FROM'), true, 'server sender'],
    ['about the sender, for now, is this mail’s', answer(450, 'MAIL FROM'), true, 'mail busy'],
    ['about the recipient, for good, ends the mail', answer(550, 'RCPT TO'), true, 'mail recipient for good'],
    ['of exactly 500 is for good', answer(500, 'RCPT TO'), true, 'mail recipient for good'],
    ['of 499 is for now', answer(499, 'RCPT TO'), true, 'mail busy'],
    ['about the content, for good, ends the mail', answer(554, 'DATA'), true, 'mail content for good'],
    ['about the content, for now, lets it wait', answer(451, 'DATA'), true, 'mail busy'],
    ['without a command is about the content', { ...answer(552), command: undefined }, true, 'mail content for good'],
    ['of an address that cannot stand ends the mail', broke('EENVELOPE'), true, 'mail recipient for good'],
    ['of an address before anything was sent is the server’s', broke('EENVELOPE'), false, 'server unreachable'],
    ['of a handshake is one of trust', broke('ETLS'), false, 'server untrusted'],
    [
      'that speaks of a certificate is one of trust',
      broke('ESOCKET', 'certificate has expired'),
      true,
      'server untrusted',
    ],
    ['that speaks of a self-signed one is one of trust', broke('ESOCKET', 'self-signed'), false, 'server untrusted'],
    ['that speaks of another name is one of trust', broke(undefined, 'ERR_ALTNAME_INVALID'), false, 'server untrusted'],
    ['of patience before the mail was begun is the server’s', broke('ETIMEDOUT'), false, 'server timedOut'],
    ['of patience within the mail is the mail’s', broke('ETIMEDOUT'), true, 'mail timedOut'],
    ['of the line within the mail is the mail’s', broke('ECONNECTION'), true, 'mail broken'],
    ['of the line before it is the server’s', broke('ECONNECTION'), false, 'server unreachable'],
    ['with an answer before the mail was begun is the server’s', answer(421, 'EHLO'), false, 'server busy'],
  ];
  it.each(cases)('%s', (_, error, sending, expected) => {
    const { of, fault, forGood } = verdictOf(error, sending);
    expect(`${of} ${fault}${forGood ? ' for good' : ''}`).toBe(expected);
  });
  it('keeps what was said, on one line of bounded length, whatever stood in it', () => {
    const said = (response: string) => verdictOf({ code: 'EAUTH', response, message: '' }, false).said;
    expect(said(' 550-No\r\n550\tsuch\u0000 mailbox\u007f ')).toBe('550-No 550 such  mailbox');
    expect(said('x'.repeat(400))).toBe('x'.repeat(300));
    expect(said('a\ud800')).toBe('a\ufffd');
    expect(verdictOf(broke('EAUTH'), false).said).toBe('');
  });
});
