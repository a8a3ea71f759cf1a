// For tests: what calendars answer by mail, in the forms in which those of Google, Microsoft and Apple send it. Whole messages, RFC 5322.

export type Answering = {
  appointment: string;
  /** To whom the invitation said that it be answered. */
  organizer: string;
  by?: string;
  partstat?: string;
  sequence?: number;
  /** When it is said, as calendars write it. */
  said?: string;
  words?: string;
  method?: string;
  /** Lines of the event besides. */
  more?: readonly string[];
  /** Lines of the head besides. */
  head?: readonly string[];
};

const lines = (...all: readonly (string | readonly string[])[]) => all.flat().join('\r\n');
/** Folded where it is too long, at a place that means nothing. */
const fold = (line: string) => line.replaceAll(/.{70}(?=.)/gu, '$&\r\n ');
const wrapped = (text: string) =>
  Buffer.from(text)
    .toString('base64')
    .replaceAll(/.{76}(?=.)/g, '$&\r\n');
const quoted = (text: string) =>
  text
    .split('\r\n')
    .map((line) =>
      [...Buffer.from(line)]
        .map((byte) =>
          byte === 0x3d || byte > 126
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCodePoint(byte),
        )
        .join('')
        .replaceAll(/.{70}(?=.)/g, (part) => (/=.?$/.test(part) ? part : `${part}=\r\n`)),
    )
    .join('\r\n');

/** The calendar in it; `organizer` is left out where the program does so. */
export function calendarOf(
  { appointment, organizer, by = 'aino@example.com', partstat = 'ACCEPTED', ...rest }: Answering,
  program: { prodid: string; organizer?: false; first?: readonly string[]; last?: readonly string[] },
): string {
  const { sequence = 0, said = '20261124T100600Z', words = '', method = 'REPLY', more = [] } = rest;
  return lines(
    ['BEGIN:VCALENDAR', `PRODID:${program.prodid}`, 'VERSION:2.0', 'CALSCALE:GREGORIAN', `METHOD:${method}`],
    program.first ?? [],
    'BEGIN:VEVENT',
    more.some((line) => line.startsWith('DTSTART')) ? [] : ['DTSTART:20261126T080000Z', 'DTEND:20261126T083000Z'],
    [`DTSTAMP:${said}`, `UID:appointment-${appointment}@localhost`, `SEQUENCE:${sequence}`],
    program.organizer === false ? [] : fold(`ORGANIZER;CN=Aurinko:mailto:${organizer}`),
    fold(`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=Aino Virtanen:mailto:${by}`),
    words ? fold(`COMMENT:${words}`) : [],
    ['SUMMARY:The price list', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE'],
    more,
    program.last ?? [],
    ['END:VEVENT', 'END:VCALENDAR', ''],
  );
}

const headOf = ({ organizer, by = 'aino@example.com', head = [] }: Answering, to = organizer) => [
  'Received: from mx.example.com (mx.example.com [192.0.2.1]) by goodturn.example.com; Tue, 24 Nov 2026 10:06:02 +0000',
  `Message-ID: <reply-${Math.random().toString(36).slice(2)}@mail.example.com>`,
  'Date: Tue, 24 Nov 2026 10:06:01 +0000',
  'Subject: =?UTF-8?B?SHl2w6Rrc3l0dHk6IFRoZSBwcmljZSBsaXN0?=',
  `From: Aino Virtanen <${by}>`,
  `To: Aurinko <${to}>`,
  'MIME-Version: 1.0',
  ...head,
];

/** As Google does: the answer in an alternative, and once more as a file. */
export function asGoogle(answering: Answering): string {
  const calendar = calendarOf(answering, { prodid: '-//Google Inc//Google Calendar 70.9054//EN' });
  const { method = 'REPLY' } = answering;
  return lines(
    headOf(answering),
    'Sender: Google Calendar <calendar-notification@google.com>',
    'Auto-Submitted: auto-generated',
    ['Content-Type: multipart/mixed; boundary="0000000000008f5b"', '', '--0000000000008f5b'],
    ['Content-Type: multipart/alternative; boundary="0000000000008f59"', '', '--0000000000008f59'],
    ['Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes', 'Content-Transfer-Encoding: base64', ''],
    [wrapped('Aino Virtanen has accepted this invitation.'), '', '--0000000000008f59'],
    ['Content-Type: text/html; charset="UTF-8"', 'Content-Transfer-Encoding: quoted-printable', ''],
    ['<html><body>Aino Virtanen <b>has accepted</b></body></html>', '', '--0000000000008f59'],
    [`Content-Type: text/calendar; charset="UTF-8"; method=${method}`, 'Content-Transfer-Encoding: 7bit', ''],
    [calendar, '--0000000000008f59--', '', '--0000000000008f5b'],
    ['Content-Type: application/ics; name="invite.ics"', 'Content-Disposition: attachment; filename="invite.ics"'],
    ['Content-Transfer-Encoding: base64', '', wrapped(calendar), '--0000000000008f5b--', ''],
  );
}

const helsinki = [
  ...['BEGIN:VTIMEZONE', 'TZID:FLE Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T040000'],
  ...['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0300'],
  ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
];

/** As Outlook and Exchange do: in base64, with a zone of their own name, and without an ORGANIZER, so that the address alone tells. */
export function asOutlook(answering: Answering): string {
  const calendar = calendarOf(answering, {
    prodid: 'Microsoft Exchange Server 2010',
    organizer: false,
    first: helsinki,
    last: ['X-MICROSOFT-CDO-APPT-SEQUENCE:0', 'X-MICROSOFT-DISALLOW-COUNTER:FALSE'],
  });
  const { method = 'REPLY' } = answering;
  return lines(
    headOf(answering),
    ['Thread-Topic: The price list', 'X-MS-Has-Attach:', 'X-MS-TNEF-Correlator:', 'Accept-Language: fi-FI, en-US'],
    ['Content-Type: multipart/alternative;', '\tboundary="_000_AM0PR01MB"', '', '--_000_AM0PR01MB_'],
    ['Content-Type: text/plain; charset="iso-8859-1"', 'Content-Transfer-Encoding: quoted-printable', '', '', ''],
    ['--_000_AM0PR01MB', 'Content-Type: text/html; charset="iso-8859-1"', '', '<html><body></body></html>', ''],
    ['--_000_AM0PR01MB', `Content-Type: text/calendar; charset="utf-8"; method=${method}`],
    ['Content-Transfer-Encoding: base64', '', wrapped(calendar), '', '--_000_AM0PR01MB--', ''],
  );
}

/** As Apple does: quoted-printable, in capitals; the mailbox lost the name of its host on the way, so the ORGANIZER alone tells. */
export function asApple(answering: Answering): string {
  const calendar = calendarOf(answering, { prodid: '-//Apple Inc.//macOS 15.1//EN' }).replaceAll('mailto:', 'MAILTO:');
  const { method = 'REPLY' } = answering;
  return lines(
    headOf(answering, 'undisclosed-recipients:;'),
    ['X-Mailer: iCalendar', 'Content-type: multipart/mixed;', ' boundary="Apple-Mail=_5B3A"', ''],
    ['--Apple-Mail=_5B3A', 'Content-type: text/plain; charset=us-ascii', '', 'Aino Virtanen accepted.', ''],
    [
      '--Apple-Mail=_5B3A',
      `Content-type: text/calendar; method=${method}; charset=UTF-8; name=iCal-20261124-100600.ics`,
    ],
    ['Content-Disposition: attachment; filename=iCal-20261124-100600.ics'],
    ['Content-Transfer-Encoding: quoted-printable', '', quoted(calendar), '--Apple-Mail=_5B3A--', ''],
  );
}
