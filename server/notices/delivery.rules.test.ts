// When news is written and how loudly: not at night, not on a free day, unless it cannot wait.
import { expect, test } from 'vitest';
import { usualWeek } from '../../contract/working-time.ts';
import { noticeKinds } from '../../contract/notices.ts';
import { groupOf, hasOwnLetter, isNight, isUrgent, nextDigest, timeFor, usualSettings } from './delivery.rules.ts';

const calendar = { zone: 'Europe/Helsinki', country: 'FI', region: null, week: usualWeek, exceptions: [] };
const hours = { calendar, zone: 'Europe/Helsinki' };
const at = (text: string) => new Date(text);

test('a message is news to whoever asked, a question to whoever serves, and something to follow for others', () => {
  expect(groupOf('message', { own: true })).toBe('asks');
  expect(groupOf('message', { serves: true })).toBe('answer');
  expect(groupOf('message', {})).toBe('follow');
  expect(groupOf('accepted', {})).toBe('thanks');
});

test('every other kind of news has its group, whoever reads it', () => {
  const groups = Map.groupBy(
    noticeKinds.filter((kind) => kind !== 'message'),
    (kind) => groupOf(kind, { own: true, serves: true }),
  );
  const sorted = (words: string) => words.trim().split(/\s+/).toSorted();
  const told = Object.fromEntries([...groups].map(([group, kinds]) => [group, kinds.toSorted()]));
  expect(told).toEqual({
    // What waits for an answer or an act of mine.
    answer: sorted(`asked countered renegotiationProposed delivered returned reopened mentioned atRisk overdue ungreeted
      offered approvalAsked webhookEnded goalNear goalMissed promiseCountered chainMoved chainMissed chainReleased chainKept
      appointmentMade appointmentMoved appointmentSoon appointmentOver appointmentWord ideaProposed ideaUnanswered ideaFellBack`),
    // What becomes of what I asked for.
    asks: sorted(`promiseMissed promiseLeft greeted promised declined handedOver revoked askedForYou askerAdded merged
      closedBySilence approved refusedByApprover appointmentAccepted appointmentDeclined appointmentCancelled ideaDecided
      ideaDeclined ideaCommitted ideaAppointed ideaCalledOff ideaDone`),
    thanks: ['accepted'],
    follow: sorted(`askerJoined counterAccepted note participantAdded promiseHeld promiseNodded promiseStands released
      renegotiationAccepted renegotiationHeld withdrawn`),
  });
});

test('who has chosen nothing has at once what waits for them and what they asked for, the rest once a day as work begins', () => {
  expect(usualSettings).toEqual({
    mail: { answer: 'now', asks: 'now', follow: 'digest', thanks: 'digest' },
    push: { answer: true, asks: true, follow: false, thanks: true },
    digestMinutes: null,
  });
});

test('what goes into the calendar has a letter of its own', () => {
  const appointments = ['Made', 'Moved', 'Accepted', 'Declined', 'Cancelled'].map((act) => `appointment${act}`);
  expect(noticeKinds.filter(hasOwnLetter).toSorted()).toEqual(appointments.toSorted());
});

test('a promise at risk and a new time are urgent in the last four hours, and other news never', () => {
  const due = { due: '2026-11-24T12:00:00Z' };
  expect(isUrgent('atRisk', due, at('2026-11-24T08:00:00Z'))).toBe(true);
  expect(isUrgent('renegotiationProposed', due, at('2026-11-24T11:59:00Z'))).toBe(true);
  expect(isUrgent('atRisk', due, at('2026-11-24T07:59:59Z'))).toBe(false);
  expect(isUrgent('atRisk', due, at('2026-11-24T12:00:00Z'))).toBe(false);
  expect(noticeKinds.filter((kind) => isUrgent(kind, due, at('2026-11-24T11:00:00Z')))).toEqual([
    'countered',
    'renegotiationProposed',
    'promiseCountered',
    'atRisk',
    'goalNear',
  ]);
  expect(isUrgent('atRisk', {}, at('2026-11-24T11:00:00Z'))).toBe(false);
});

test('in working hours it goes at once; after them it waits for the morning, over a weekend and a holiday', () => {
  expect(timeFor(hours, false, at('2026-11-24T08:00:00Z'))).toBe('now');
  expect(timeFor(hours, false, at('2026-11-24T15:00:00Z'))).toEqual(at('2026-11-25T06:00:00Z'));
  expect(timeFor(hours, false, at('2026-12-04T15:00:00Z'))).toEqual(at('2026-12-07T06:00:00Z'));
});

test('what is urgent does not wait for the morning, but does not wake anybody', () => {
  expect(timeFor(hours, true, at('2026-11-24T17:00:00Z'))).toBe('now');
  expect(timeFor(hours, true, at('2026-11-24T19:00:00Z'))).toEqual(at('2026-11-25T06:00:00Z'));
  expect(timeFor(hours, true, at('2026-11-25T04:59:00Z'))).toEqual(at('2026-11-25T06:00:00Z'));
});

test('whoever works at night is written to at night', () => {
  const week = { ...usualWeek, 2: [['22:00', '24:00']] as [string, string][] };
  expect(timeFor({ ...hours, calendar: { ...calendar, week } }, false, at('2026-11-24T21:00:00Z'))).toBe('now');
});

test('a calendar without work is looked at again tomorrow', () => {
  const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  const closed = { ...calendar, country: null, week };
  expect(timeFor({ ...hours, calendar: closed }, false, at('2026-11-24T08:00:00Z'))).toEqual(
    at('2026-11-25T08:00:00Z'),
  );
  expect(nextDigest(closed, null, at('2026-11-24T08:00:00Z'))).toBeNull();
});

test('night is from 21 to 7 where one is', () => {
  expect(isNight('Europe/Helsinki', at('2026-11-24T18:59:00Z'))).toBe(false);
  expect(isNight('Europe/Helsinki', at('2026-11-24T19:00:00Z'))).toBe(true);
  expect(isNight('America/Bogota', at('2026-11-24T19:00:00Z'))).toBe(false);
  expect(isNight('Europe/Helsinki', at('2026-11-25T05:00:00Z'))).toBe(false);
});

test('a digest goes when the working day begins, or at the hour that was chosen, on working days alone', () => {
  expect(nextDigest(calendar, null, at('2026-11-24T05:00:00Z'))).toEqual(at('2026-11-24T06:00:00Z'));
  expect(nextDigest(calendar, null, at('2026-11-24T06:00:00Z'))).toEqual(at('2026-11-25T06:00:00Z'));
  expect(nextDigest(calendar, 15 * 60 + 30, at('2026-11-24T08:00:00Z'))).toEqual(at('2026-11-24T13:30:00Z'));
  expect(nextDigest(calendar, 15 * 60 + 30, at('2026-11-27T15:00:00Z'))).toEqual(at('2026-11-30T13:30:00Z'));
});

test('a digest waits for the first working day within a fortnight, and no longer', () => {
  const from = Date.parse('2026-11-24T00:00:00Z');
  const closedFor = (days: number) => ({
    ...calendar,
    exceptions: Array.from({ length: days }, (_, index) => ({
      date: new Date(from + index * 86_400_000).toISOString().slice(0, 10),
      hours: [],
      note: '',
    })),
  });
  expect(nextDigest(closedFor(14), null, at('2026-11-24T05:00:00Z'))).toEqual(at('2026-12-08T06:00:00Z'));
  expect(nextDigest(closedFor(15), null, at('2026-11-24T05:00:00Z'))).toBeNull();
});
