// Appointments and promises as iCalendar (RFC 5545), and the messages by which calendars speak of them (RFC 5546). Pure: text from facts.
import ICAL from 'ical.js';
import type { AppointmentAnswer } from '../../contract/appointments.ts';
import { timeIn, timezoneOf } from './ical-zones.ts';

// A continued line begins with a space, which counts: so lines end one octet before the 75 that are allowed.
ICAL.foldLength = 74;

type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;

export type Party = { name: string; address: string };
export type Event = {
  /** Stays the same for good. */
  uid: string;
  /** Rises with every change of time. */
  sequence: number;
  start: Date;
  end: Date;
  summary: string;
  description: string;
  location?: string;
  url?: string;
  cancelled: boolean;
  /** Whether it takes up the time, as a promise does not. */
  busy: boolean;
  changed: Date;
  organizer?: Party;
  attendees?: readonly (Party & { answer: AppointmentAnswer })[];
};

export type Calendar = {
  events: readonly Event[];
  /** In whose wall-clock time they are written. */
  zone: string;
  /** For a message to a calendar; without one it only shows what there is. */
  method?: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** When it is written; without it, each event bears the time of its last change. */
  now?: Date;
  /** For a calendar that is subscribed: what it is called there. */
  name?: string;
};

/** One calendar as text, with CRLF and folded lines. */
export function calendarText({ events, zone, method, now, name }: Calendar): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Goodturn//Goodturn//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  if (method) calendar.addPropertyWithValue('method', method);
  if (name !== undefined) subscribe(calendar, name);
  const written = events.map((event) => eventOf(event, zone, now));
  const zones = new Set(written.flatMap((event) => zonesIn(event)));
  for (const each of zones) {
    const timezone = timezoneOf(each);
    if (timezone) calendar.addSubcomponent(timezone);
  }
  for (const event of written) calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** How often programs look again, said in both of the ways that they know. */
function subscribe(calendar: Component, name: string) {
  calendar.addPropertyWithValue('name', clean(name));
  calendar.addPropertyWithValue('x-wr-calname', clean(name));
  const often = new ICAL.Property('refresh-interval');
  often.resetType('duration');
  often.setValue(ICAL.Duration.fromString('PT1H'));
  calendar.addProperty(often);
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H');
}

const zonesIn = (event: Component): string[] =>
  event.getAllProperties('dtstart').flatMap((property) => property.getFirstParameter('tzid') ?? []);

/** Line ends as calendars know them, and nothing that some program might take for one. */
const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u000b\u000c\u0085\u2028\u2029]/g, ' ')
    .replaceAll(/[\u0000-\u0009\u000e-\u001f\u007f]/g, ' ')
    .toWellFormed();
/** In a parameter there are no line ends and no quotes, however they are written. */
const plain = (text: string): string => clean(text).replaceAll('\n', ' ').replaceAll('"', "'");

function eventOf(event: Event, zone: string, now: Date | undefined): Component {
  const component = new ICAL.Component('vevent');
  const add = (name: string, value: unknown) => component.addPropertyWithValue(name, value);
  add('uid', event.uid);
  add('dtstamp', ICAL.Time.fromJSDate(now ?? event.changed, true));
  add('last-modified', ICAL.Time.fromJSDate(event.changed, true));
  add('sequence', event.sequence);
  addTimes(component, event, zone);
  add('status', event.cancelled ? 'CANCELLED' : 'CONFIRMED');
  add('transp', event.busy && !event.cancelled ? 'OPAQUE' : 'TRANSPARENT');
  add('summary', clean(event.summary).replaceAll('\n', ' '));
  if (event.description) add('description', clean(event.description));
  if (event.location) add('location', clean(event.location).replaceAll('\n', ' '));
  if (event.url) add('url', event.url);
  if (event.organizer) component.addProperty(partyOf('organizer', event.organizer, {}));
  for (const attendee of event.attendees ?? []) component.addProperty(attendeeOf(attendee));
  return component;
}

/** Both on the wall clock of the zone, or both in UTC where one of them would be misread. */
function addTimes(component: Component, { start, end }: Event, zone: string) {
  const both = [timeIn(zone, start), timeIn(zone, end)] as const;
  const [tzid] = both.every((written) => written.zone !== null) ? [both[0].zone] : [null];
  for (const [name, written, at] of [['dtstart', both[0], start] as const, ['dtend', both[1], end] as const]) {
    const property = new ICAL.Property(name);
    property.setValue(tzid ? written.time : ICAL.Time.fromJSDate(at, true));
    if (tzid) property.setParameter('tzid', tzid);
    component.addProperty(property);
  }
}

function partyOf(kind: 'organizer' | 'attendee', { name, address }: Party, more: Record<string, string>): Property {
  const property = new ICAL.Property(kind);
  if (name) property.setParameter('cn', plain(name));
  for (const [key, value] of Object.entries(more)) property.setParameter(key, value);
  property.setValue(`mailto:${address.replaceAll(/[\u0000-\u0020\u007f]/g, '')}`);
  return property;
}

const partstats = { none: 'NEEDS-ACTION', accepted: 'ACCEPTED', declined: 'DECLINED', tentative: 'TENTATIVE' } as const;
const attendeeOf = ({ answer, ...party }: Party & { answer: AppointmentAnswer }) =>
  partyOf('attendee', party, {
    cutype: 'INDIVIDUAL',
    role: 'REQ-PARTICIPANT',
    partstat: partstats[answer],
    rsvp: answer === 'none' ? 'TRUE' : 'FALSE',
  });
