// What of the news becomes a mail or a push, and when: by what it is to the reader, what they chose, and when they work. Pure.
import type { NoticeGroup, NoticeKind, NoticeParams, NoticeSettings } from '../../contract/notices.ts';
import { clockOn, isWorking, nextOpening, type WorkingCalendar } from '../platform/working-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What everybody has who has chosen nothing: what waits for me and what I asked for at once, the rest once a day. */
export const usualSettings: Pick<NoticeSettings, 'mail' | 'push' | 'digestMinutes'> = {
  mail: { answer: 'now', asks: 'now', follow: 'digest', thanks: 'digest' },
  push: { answer: true, asks: true, follow: false, thanks: true },
  digestMinutes: null,
};

const groups: Partial<Record<NoticeKind, NoticeGroup>> = {
  asked: 'answer',
  countered: 'answer',
  renegotiationProposed: 'answer',
  delivered: 'answer',
  returned: 'answer',
  reopened: 'answer',
  mentioned: 'answer',
  atRisk: 'answer',
  overdue: 'answer',
  ungreeted: 'answer',
  offered: 'answer',
  approvalAsked: 'answer',
  webhookEnded: 'answer',
  goalNear: 'answer',
  goalMissed: 'answer',
  promiseCountered: 'answer',
  chainMoved: 'answer',
  chainMissed: 'answer',
  chainReleased: 'answer',
  chainKept: 'answer',
  promiseMissed: 'asks',
  promiseLeft: 'asks',
  greeted: 'asks',
  promised: 'asks',
  declined: 'asks',
  handedOver: 'asks',
  revoked: 'asks',
  askedForYou: 'asks',
  askerAdded: 'asks',
  merged: 'asks',
  closedBySilence: 'asks',
  approved: 'asks',
  refusedByApprover: 'asks',
  accepted: 'thanks',
  appointmentMade: 'answer',
  appointmentMoved: 'answer',
  appointmentSoon: 'answer',
  appointmentOver: 'answer',
  appointmentWord: 'answer',
  appointmentAccepted: 'asks',
  appointmentDeclined: 'asks',
  appointmentCancelled: 'asks',
  ideaProposed: 'answer',
  ideaUnanswered: 'answer',
  ideaFellBack: 'answer',
  ideaDecided: 'asks',
  ideaDeclined: 'asks',
  ideaCommitted: 'asks',
  ideaAppointed: 'asks',
  ideaCalledOff: 'asks',
  ideaDone: 'asks',
};

/** How the reader stands to what the notice is about. */
export type Standing = { own?: boolean; serves?: boolean };

/** Which group a notice belongs to for its reader. A message is an answer to whoever asked, and a question to whoever serves. */
export function groupOf(kind: NoticeKind, { own, serves }: Standing): NoticeGroup {
  if (kind === 'message') return own ? 'asks' : serves ? 'answer' : 'follow';
  return groups[kind] ?? 'follow';
}

/** Told by a letter of their own, which goes into the calendar, too. */
const invitations: readonly NoticeKind[] = [
  'appointmentMade',
  'appointmentMoved',
  'appointmentAccepted',
  'appointmentDeclined',
  'appointmentCancelled',
];
export const hasOwnLetter = (kind: NoticeKind): boolean => invitations.includes(kind);

const pressing: readonly NoticeKind[] = [
  'atRisk',
  'renegotiationProposed',
  'countered',
  'promiseCountered',
  'goalNear',
];
/** Milliseconds before a promised or proposed time within which a word about it does not wait for working hours. */
const soon = 4 * hour;

/** Whether it cannot wait: a promise at risk or a new time that is less than four hours away. */
export function isUrgent(kind: NoticeKind, params: NoticeParams, now: Date): boolean {
  const due = typeof params['due'] === 'string' ? Date.parse(params['due']) : NaN;
  return pressing.includes(kind) && due > now.getTime() && due - now.getTime() <= soon;
}

/** Whether it is night where they are: from 21 to 7. Nobody is written to then who does not work then. */
export function isNight(zone: string, at: Date): boolean {
  const read = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(at);
  const hourThere = Number(read);
  return hourThere >= 21 || hourThere < 7;
}

export type Hours = { calendar: WorkingCalendar; zone: string };

/** When they may be written to: now, or the next time that they work. A calendar that stays closed is looked at again tomorrow. */
export function timeFor({ calendar, zone }: Hours, urgent: boolean, now: Date): 'now' | Date {
  if (isWorking(calendar, now) || (urgent && !isNight(zone, now))) return 'now';
  return nextOpening(calendar, now) ?? new Date(now.getTime() + day);
}

/**
 * When the next digest goes: on the next working day at that many minutes after midnight, or when work begins.
 * Always after `now`; null when there is no working day in the next fortnight.
 */
export function nextDigest(calendar: WorkingCalendar, minutes: number | null, now: Date): Date | null {
  for (let days = 0; days <= 14; days += 1) {
    const at = clockOn(calendar, new Date(now.getTime() + days * day), minutes);
    if (at && at > now) return at;
  }
  return null;
}
