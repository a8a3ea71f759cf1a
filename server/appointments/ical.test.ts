// What goes out to calendars, read back by two libraries that know nothing of each other, and held against what Google, Outlook and Apple expect.
import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarText, type Calendar, type Event } from './ical.ts';
import { readReply } from './ical-replies.ts';

const zones = Intl.supportedValuesOf('timeZone').concat('UTC');
const usual: Event = {
  uid: 'appointment-1@help.example.com',
  sequence: 0,
  start: new Date('2026-11-26T08:00:00Z'),
  end: new Date('2026-11-26T08:30:00Z'),
  summary: 'The price list',
  description: 'Mika delivers, Aino asks:\n- The list',
  location: 'Sali 3; second floor, left',
  url: 'https://help.example.com/appointments/1',
  cancelled: false,
  busy: true,
  changed: new Date('2026-11-24T08:00:00Z'),
  organizer: { name: 'Aurinko', address: 'goodturn@example.com' },
  attendees: [
    { name: 'Aino "Aino" Virtanen', address: 'aino@example.com', answer: 'accepted' },
    { name: 'Мика; Корхонен', address: 'mika@example.com', answer: 'none' },
  ],
};
const write = (event: Partial<Event> = {}, calendar: Partial<Calendar> = {}) =>
  calendarText({
    events: [{ ...usual, ...event }],
    zone: 'Europe/Helsinki',
    method: 'REQUEST',
    now: usual.changed,
    ...calendar,
  });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

/** As the library reads it with which it was written, and as the other one does. */
function readBoth(text: string) {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
  if (!component) throw new Error(text);
  const one = new ICAL.Event(component);
  const other = Object.values(ical.sync.parseICS(text)).find((each) => each?.type === 'VEVENT');
  if (other?.type !== 'VEVENT') throw new Error(text);
  return { one, other };
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '\f',
        ';',
        ',',
        '\\',
        '\\n',
        '"',
        ':',
        '^',
        'привет ',
        '👩🏽‍🚀',
        'BEGIN:VEVENT',
        'END:VEVENT\r\nBEGIN:VALARM',
        'ATTENDEE:mailto:x@y',
      ),
      { minLength: 1, maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);
// Around every change of the clock of these years, as well as anywhere.
const minutes = fc.integer({ min: Date.UTC(2025, 11, 1) / 60_000, max: Date.UTC(2028, 11, 1) / 60_000 });
const instants = minutes.map((minute) => new Date(minute * 60_000));

it('an appointment is at its instant, in both libraries, in every zone and whatever the clocks do', () => {
  let local = 0;
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, fc.integer({ min: 5, max: 480 }), (zone, start, length) => {
      const end = new Date(start.getTime() + length * 60_000);
      const text = write({ start, end }, { zone });
      const { one, other } = readBoth(text);
      expect([one.startDate.toJSDate(), one.endDate.toJSDate()]).toEqual([start, end]);
      expect([other.start.getTime(), other.end?.getTime()]).toEqual([start.getTime(), end.getTime()]);
      if (text.includes('DTSTART;TZID=')) local += 1;
      // No time without a zone, and no zone that does not come along.
      expect(text).toMatch(/\r\nDTSTART(;TZID=\S+:\d{8}T\d{6}|:\d{8}T\d{6}Z)\r\n/);
      const tzid = /DTSTART;TZID=([^:]+):/.exec(text)?.[1];
      expect(/BEGIN:VTIMEZONE\r\nTZID:(\S+)\r\n/.exec(text)?.[1]).toBe(tzid);
    }),
    { numRuns: 400 },
  );
  expect(local).toBeGreaterThan(300);
});

it('an instant on either side of a change of the clock stays itself', () => {
  for (const [zone, at] of [
    ['Europe/Helsinki', '2026-10-25T00:30:00Z'],
    ['Europe/Helsinki', '2026-10-25T01:30:00Z'],
    ['Europe/Helsinki', '2027-03-28T00:59:00Z'],
    ['Europe/Helsinki', '2027-03-28T01:00:00Z'],
    ['Australia/Lord_Howe', '2027-04-03T15:15:00Z'],
    ['America/New_York', '2026-11-01T06:30:00Z'],
    ['Africa/Casablanca', '2027-02-20T10:00:00Z'],
    ['Asia/Tokyo', '2026-11-26T08:00:00Z'],
    ['Asia/Kolkata', '2026-11-26T08:00:00Z'],
  ] as const) {
    const start = new Date(at);
    const { one, other } = readBoth(write({ start, end: new Date(start.getTime() + 1_800_000) }, { zone }));
    expect([one.startDate.toJSDate(), new Date(other.start)], `${zone} ${at}`).toEqual([start, start]);
  }
});

it('whatever people write, it stays the text of one property: nothing is put in beside it', () => {
  const names = (text: string) =>
    unfolded(text)
      .map((line) => /^[\w-]+/.exec(line)?.[0])
      .toSorted();
  const plain = names(write());
  fc.assert(
    fc.property(hostile, hostile, (words, name) => {
      const attendees = [
        { name, address: 'aino@example.com', answer: 'none' as const },
        ...(usual.attendees ?? []).slice(1),
      ];
      const text = write({ summary: `a${words}`, description: `a${words}`, location: `a${words}`, attendees });
      expect(names(text)).toEqual(plain);
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\u0085\u2028\u2029\u0000-\u0008\u000b-\u001f]/);
        expect(line.isWellFormed()).toBe(true);
      }
      const { one, other } = readBoth(text);
      const line = words
        .replaceAll(/\r\n?|\n/g, ' ')
        .replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/g, ' ')
        .toWellFormed();
      expect(one.summary).toBe(`a${line}`);
      expect(one.attendees).toHaveLength(2);
      expect([other.attendee].flat()).toHaveLength(2);
    }),
    { numRuns: 300 },
  );
});

describe('what Google, Outlook and Apple look for', () => {
  const lines = unfolded(write());
  it.each([
    'BEGIN:VCALENDAR',
    'PRODID:-//Goodturn//Goodturn//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Helsinki',
    'UID:appointment-1@help.example.com',
    'DTSTAMP:20261124T080000Z',
    'SEQUENCE:0',
    'STATUS:CONFIRMED',
    'DTSTART;TZID=Europe/Helsinki:20261126T100000',
    'DTEND;TZID=Europe/Helsinki:20261126T103000',
    'LOCATION:Sali 3\\; second floor\\, left',
    'DESCRIPTION:Mika delivers\\, Aino asks:\\n- The list',
    'ORGANIZER;CN=Aurinko:mailto:goodturn@example.com',
    "ATTENDEE;CN=Aino 'Aino' Virtanen;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:aino@example.com",
    'ATTENDEE;CN="Мика; Корхонен";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:mika@example.com',
    'END:VCALENDAR',
  ])('%s', (line) => expect(lines).toContain(line));
  it('the calendar begins the text, the zone comes before the event, and the text ends with a line', () => {
    const text = write();
    expect(text.startsWith('BEGIN:VCALENDAR\r\nPRODID')).toBe(true);
    expect(text.indexOf('VTIMEZONE')).toBeLessThan(text.indexOf('VEVENT'));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
  it('a newer time is the same event with a higher sequence, a calling-off says so twice', () => {
    const off = unfolded(write({ sequence: 2, cancelled: true }, { method: 'CANCEL' }));
    expect(off).toEqual(
      expect.arrayContaining([
        `UID:${usual.uid}`,
        'METHOD:CANCEL',
        'SEQUENCE:2',
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
      ]),
    );
  });
  it('what is subscribed has a name and no method, and says how often to look', () => {
    const feed = unfolded(calendarText({ events: [usual], zone: 'Europe/Helsinki', name: 'Aurinko: promises' }));
    expect(feed.some((line) => line.startsWith('METHOD'))).toBe(false);
    expect(feed).toEqual(
      expect.arrayContaining([
        'X-WR-CALNAME:Aurinko: promises',
        'X-PUBLISHED-TTL:PT1H',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'DTSTAMP:20261124T080000Z',
      ]),
    );
  });
});

describe('an answer of a calendar', () => {
  const reply = (more: string[], method = 'REPLY', partstat = 'ACCEPTED') =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `METHOD:${method}`,
      'BEGIN:VEVENT',
      `UID:${usual.uid}`,
      'SEQUENCE:1',
      'DTSTAMP:20261124T081500Z',
      `ATTENDEE;PARTSTAT=${partstat};CN=Aino:MAILTO:Aino@Example.com`,
      ...more,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
  it.each([
    ['ACCEPTED', 'accepted'],
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
  ])('%s is understood', (partstat, answer) => {
    expect(readReply(reply(['COMMENT:I will\\, gladly'], 'REPLY', partstat))).toEqual({
      uid: usual.uid,
      sequence: 1,
      address: 'aino@example.com',
      answer,
      words: 'I will, gladly',
      said: new Date('2026-11-24T08:15:00Z'),
      organizer: null,
      proposes: null,
    });
  });
  it('COUNTER proposes another time, in UTC or in a zone that is known', () => {
    const at = { at: new Date('2026-11-27T07:00:00Z'), minutes: 45 };
    const utc = reply(['DTSTART:20261127T070000Z', 'DURATION:PT45M'], 'COUNTER', 'TENTATIVE');
    const local = reply(
      ['DTSTART;TZID=Europe/Helsinki:20261127T090000', 'DTEND;TZID=Europe/Helsinki:20261127T094500'],
      'COUNTER',
      'DECLINED',
    );
    expect([readReply(utc)?.proposes, readReply(local)?.proposes]).toEqual([at, at]);
  });
  it.each([
    ['nothing', ''],
    ['an invitation', reply([], 'REQUEST')],
    ['no answer', reply([], 'REPLY', 'NEEDS-ACTION')],
    ['somebody else’s, too', reply(['ATTENDEE;PARTSTAT=DECLINED:mailto:x@example.com'])],
    ['a time without a zone', reply(['DTSTART:20261127T070000', 'DURATION:PT45M'], 'COUNTER')],
    [
      'a time in a zone that there is not',
      reply(['DTSTART;TZID=Moon/Base:20261127T070000', 'DURATION:PT45M'], 'COUNTER'),
    ],
    ['a day', reply(['DTSTART;VALUE=DATE:20261127', 'DURATION:PT45M'], 'COUNTER')],
    ['too long', reply(['DTSTART:20261127T070000Z', 'DTEND:20261129T070000Z'], 'COUNTER')],
    ['of one of many', reply(['RECURRENCE-ID:20261127T070000Z'])],
    ['of no time', reply([]).replace(/DTSTAMP.*\r\n/, '')],
    ['passed on to somebody else', reply([], 'REPLY', 'DELEGATED')],
    ['two events', reply(['END:VEVENT', 'BEGIN:VEVENT'])],
    ['too much', reply([`COMMENT:${'x'.repeat(200_000)}`])],
  ])('is none: %s', (_, text) => expect(readReply(text)).toBeNull());
  it('is never thrown at, whatever it is', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 300 }), (words, at) => {
        const good = reply(['COMMENT:Hello']);
        const read = readReply(good.slice(0, at) + words + good.slice(at));
        expect(read === null || read.uid.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
