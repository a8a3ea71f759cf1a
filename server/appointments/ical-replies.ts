// What a calendar answers to an invitation (iTIP REPLY and COUNTER, RFC 5546), read without trusting it. Pure.
import ICAL from 'ical.js';
import type { AppointmentAnswer } from '../../contract/appointments.ts';
import { timezoneOf } from './ical-zones.ts';

export type Reply = {
  uid: string;
  sequence: number;
  /** Whose answer it is, in small letters. */
  address: string;
  answer: Exclude<AppointmentAnswer, 'none'>;
  words: string;
  /** When they said it, by the clock of their calendar. */
  said: Date;
  /** To whom it answers; null where it does not say. */
  organizer: string | null;
  /** Another time that they would rather have. */
  proposes: { at: Date; minutes: number } | null;
};

const largest = 100_000;
const answers: Record<string, Reply['answer'] | undefined> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};
type Component = InstanceType<typeof ICAL.Component>;

/** The answer in an iCalendar text; null for whatever is none: another method, several events or people, times without a zone. */
export function readReply(text: string): Reply | null {
  if (text.length > largest) return null;
  try {
    return replyIn(new ICAL.Component(ICAL.parse(text)));
  } catch {
    // The library throws whatever it likes at what is no calendar.
    return null;
  }
}

function replyIn(calendar: Component): Reply | null {
  const method = said(calendar, 'method').toUpperCase();
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (calendar.name !== 'vcalendar' || (method !== 'REPLY' && method !== 'COUNTER') || !event || events.length > 1)
    return null;
  const attendees = event.getAllProperties('attendee');
  const [attendee] = attendees;
  if (!attendee || attendees.length > 1) return null;
  const address = addressIn(attendee.getFirstValue());
  const answer = answers[String(attendee.getFirstParameter('partstat') ?? '').toUpperCase()];
  const uid = said(event, 'uid');
  const sequence = Number(said(event, 'sequence') || 0);
  const stamp = event.getFirstPropertyValue('dtstamp');
  const counters = method === 'COUNTER';
  const proposes = counters ? timesOf(calendar, event) : null;
  if (!address || !uid || !Number.isSafeInteger(sequence) || (counters ? !proposes : !answer)) return null;
  // Without the time at which it was said, an old answer could not be told from a new one. Of what never recurs there is no single one.
  if (!(stamp instanceof ICAL.Time) || stamp.isDate || event.hasProperty('recurrence-id')) return null;
  const at = new Date(stamp.toUnixTime() * 1000);
  if (Number.isNaN(at.getTime())) return null;
  const words = said(event, 'comment')
    .replaceAll(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 500)
    .toWellFormed();
  const organizer = addressIn(event.getFirstPropertyValue('organizer'));
  return { uid, sequence, address, answer: answer ?? 'tentative', words, said: at, organizer, proposes };
}

const addressIn = (value: unknown): string | null =>
  /^mailto:(.+)$/i.exec(String(value ?? '').trim())?.[1]?.toLowerCase() ?? null;

const said = (component: Component, name: string): string => String(component.getFirstPropertyValue(name) ?? '').trim();

function timesOf(calendar: Component, event: Component): Reply['proposes'] {
  const at = instantOf(calendar, event, 'dtstart');
  const end = instantOf(calendar, event, 'dtend');
  const length = event.getFirstPropertyValue('duration');
  const minutes =
    at && end
      ? (end.getTime() - at.getTime()) / 60_000
      : length instanceof ICAL.Duration
        ? length.toSeconds() / 60
        : NaN;
  return at && Number.isInteger(minutes) && minutes >= 5 && minutes <= 480 ? { at, minutes } : null;
}

/** An instant that can mean nothing else: in UTC, or in a zone that came along or that we know. */
function instantOf(calendar: Component, event: Component, name: string): Date | null {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time) || time.isDate) return null;
  const tzid = property.getFirstParameter('tzid');
  if (tzid) {
    const sent = calendar.getAllSubcomponents('vtimezone').find((each) => said(each, 'tzid') === tzid);
    const component = sent ?? timezoneOf(tzid);
    if (!component) return null;
    time.zone = new ICAL.Timezone(component);
  } else if (time.zone !== ICAL.Timezone.utcTimezone) return null;
  const at = new Date(time.toUnixTime() * 1000);
  return Number.isNaN(at.getTime()) ? null : at;
}
