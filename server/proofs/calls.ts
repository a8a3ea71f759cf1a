// For tests of the whole: one good call of every operation.
import type { RequestMove } from '../../contract/requests.ts';
import { usualWeek } from '../../contract/working-time.ts';
import { appointmentCalls } from './calls-appointments.ts';
import { articleWords } from './articles.ts';
import { anticipationCalls } from './calls-anticipation.ts';
import { catalogCalls } from './calls-catalog.ts';
import { courtesyCalls } from './calls-courtesy.ts';
import { goalCalls } from './goals.ts';
import { mailCalls } from './calls-mail.ts';
import { promiseCalls } from './calls-promises.ts';
import { password, type Cast, type Spoken } from './cast.ts';
import { ideaCalls } from './ideas.ts';
import { checklistItem, linkTarget, mergeTarget } from './states.ts';

/** What a call needs beside the thing that it is about. */
export type Sent = Spoken & { path?: Record<string, string>; query?: string };
export type Making = { cast: Cast; on: string; thing?: string | undefined };

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ahead = (cast: Cast, hours: number) => new Date(cast.time().getTime() + hours * 3_600_000).toISOString();
const answer = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: { clientDataJSON: 'AAAA' } };
const shortDay = { date: '2026-12-23', hours: [['08:00', '12:00']], note: 'Short' };
let made = 0;
/** Days that no absence has had yet. */
export const nextDays = () => {
  made += 1;
  const day = new Date(Date.UTC(2031, 0, made)).toISOString().slice(0, 10);
  return { from: day, until: day };
};
const unique = () => `${(made += 1)}`;

/** One good call of every operation; those without an entry need nothing but their address. */
export const goodCalls: Record<string, (making: Making) => Sent> = {
  signIn: () => ({ body: { email: 'second@example.com', password } }),
  finishPasskeySignIn: () => ({ body: { answer } }),
  finishPasskeyRegistration: () => ({ body: { answer, name: 'Blue key' } }),
  renamePasskey: () => ({ body: { name: 'Blue key' } }),
  changePassword: () => ({ body: { current: password, next: password } }),
  createToken: () => ({ body: { name: 'Nightly report', scopes: ['read', 'write'], days: 30 } }),
  createWebhook: () => ({
    body: { name: 'Wallboard', url: 'https://hooks.example.com/in', about: ['request', 'team'] },
  }),
  updateWebhook: () => ({ body: { name: 'Wallboard', active: true } }),
  useLink: () => ({ body: { password } }),
  signInDemo: () => ({ body: { as: 'employee' } }),
  createCompany: () => ({
    body: {
      name: 'Kuu',
      country: 'FI',
      zone: 'UTC',
      language: 'fi',
      administrator: { name: 'A', email: 'a@example.com', password },
    },
  }),
  updateCompany: () => ({ body: { name: 'Aurinko' } }),
  setAbsence: ({ cast }) => ({ body: { ...nextDays(), words: 'By the sea', standIn: cast.id.second } }),
  importPeople: () => ({
    body: Buffer.from(`name,email\nNew One,new${unique()}@example.com\n`),
    headers: { 'content-type': 'text/csv' },
  }),
  runPeopleImport: () => ({ body: { skipRefused: true } }),
  createImport: () => ({ body: { source: 'zammad', label: 'Old desk' } }),
  addImportFile: () => ({
    body: Buffer.from('[]'),
    query: '?name=tickets.json',
    headers: { 'content-type': 'application/json' },
  }),
  startImport: () => ({ body: { teams: [], colleagues: true, skipRefused: true } }),
  addPerson: () => ({ body: { name: 'New One', email: `new${unique()}@example.com` } }),
  updatePerson: () => ({
    body: { place: 'Turku', pronouns: 'they', languages: ['fi', 'en'], skills: ['Lamps'], week: usualWeek },
  }),
  leavePerson: ({ cast }) => ({
    body: {
      shares: [
        { team: cast.it, to: cast.id.provider },
        { team: null, to: null },
      ],
      context: 'Thank you for your patience',
      promiseWords: 'Thank you for waiting',
      askInstead: cast.id.second,
      manager: cast.id.second,
      leads: [],
    },
  }),
  setPhoto: () => ({ body: png, headers: { 'content-type': 'image/png' } }),
  createTeam: () => ({ body: { name: `Team ${unique()}`, country: 'FI', week: usualWeek, exceptions: [shortDay] } }),
  updateTeam: () => ({ body: { does: 'Helps', exceptions: [shortDay] } }),
  addMember: ({ cast }) => ({ path: { person: cast.id.second }, body: { lead: false } }),
  removeMember: ({ cast }) => ({ path: { person: cast.id.second } }),
  erasePerson: () => ({ body: { name: 'Extra Gone', words: 'keep' } }),
  setRetention: () => ({ path: { kind: 'team' }, body: { months: 24 } }),
  readNotices: () => ({ body: { all: true } }),
  search: () => ({ query: '?q=projector' }),
  ...catalogCalls,
  ...ideaCalls,
  ...goalCalls,
  uploadAttachment: () => ({ body: png, query: '?name=picture.png', headers: { 'content-type': 'image/png' } }),
  ...mailCalls,
  ...appointmentCalls,
  ...anticipationCalls,
  ...courtesyCalls,
  ...promiseCalls,
  createRequest: ({ cast }) => ({
    body: { title: 'Chairs for Sali 3', team: cast.kitchen, participants: [cast.id.second] },
  }),
  addMessage: ({ on }) => ({ body: { body: 'Hello', kind: on === 'note' ? 'note' : 'message' } }),
  addParticipant: ({ cast }) => ({ path: { person: cast.id.second } }),
  removeParticipant: ({ cast }) => ({ path: { person: cast.id.participant } }),
  editRequest: () => ({ body: { title: 'In other words' } }),
  greetRequest: () => ({ body: { words: 'Hello!' } }),
  approveRequest: () => ({ body: { words: 'Gladly' } }),
  refuseRequest: () => ({ body: { reason: 'Not this year' } }),
  addChecklistItem: () => ({ body: { words: 'Look for the cable' } }),
  changeChecklistItem: () => ({ path: { item: checklistItem }, body: { done: true } }),
  removeChecklistItem: () => ({ path: { item: checklistItem } }),
  linkRequests: () => ({ path: { other: linkTarget }, body: { kind: 'blocks' } }),
  addCoRequester: ({ cast }) => ({ path: { person: cast.id.newcomer } }),
  removeCoRequester: ({ cast }) => ({ path: { person: cast.id.second } }),
  mergeRequests: ({ thing }) => ({ body: { into: mergeTarget(thing), reason: 'The same lamp' } }),
  splitRequest: () => ({ body: { title: 'The cable of it', details: 'Ten metres' } }),
  unlinkRequests: () => ({ path: { other: linkTarget } }),
  orderChecklist: () => ({ body: { items: [checklistItem] } }),
  promiseRequest: ({ cast }) => ({ body: { deliverable: 'A working projector', due: ahead(cast, 20) } }),
  counterRequest: ({ cast }) => ({
    body: { deliverable: 'A screen', due: ahead(cast, 20), reason: 'No projector is free' },
  }),
  acceptCounter: () => ({ body: { words: 'Fine' } }),
  askAgain: () => ({ body: { words: 'Rather a lamp' } }),
  declineRequest: () => ({ body: { reason: 'Not ours', instead: 'The kitchen' } }),
  handOverRequest: ({ cast }) => ({ body: { team: cast.kitchen, context: 'This is yours' } }),
  renegotiateRequest: ({ cast }) => ({ body: { due: ahead(cast, 60), reason: 'The cable is late' } }),
  answerRequestRenegotiation: () => ({ body: { answer: 'accept' } }),
  revokePromise: () => ({ body: { reason: 'I fell ill', missReason: 'absence' } }),
  reportDelivery: () => ({ body: { done: 'Changed the cable' } }),
  acceptDelivery: () => ({ body: { thanks: 'Thank you!', ratings: { timing: 5, quality: 4, accuracy: 3 } } }),
  returnDelivery: () => ({ body: { missing: 'It is still green' } }),
  reopenRequest: () => ({ body: { reason: 'It came back' } }),
  bulkMove: ({ thing = '0199a7a0-0000-7000-8000-000000000000' }) => ({
    body: { move: 'withdraw', items: [{ id: thing }], reason: 'It works again' },
  }),
  saveView: () => ({ body: { name: 'Late', filter: { late: true } } }),
  updateView: () => ({ body: { name: 'Overdue' } }),
  createTemplate: ({ cast }) => ({ body: { team: cast.it, name: `Extra ${unique()}`, body: 'Hello {asker}' } }),
  updateTemplate: () => ({ body: { body: 'Good morning {asker}' } }),
  createRecurring: ({ cast }) => ({
    body: {
      title: 'Check the doors',
      team: cast.it,
      recurrence: { every: 'days', count: 90 },
      from: '2026-12-01',
      time: '08:30',
    },
  }),
  updateRecurring: () => ({ body: { paused: true } }),
  suggestArticles: () => ({ query: '?words=projector' }),
  createArticle: ({ cast }) => ({ body: { team: cast.it, ...articleWords } }),
  saveArticle: () => ({ body: { ...articleWords, body: 'Press it once.' } }),
  getArticleVersion: () => ({ path: { number: '1' } }),
  restoreArticleVersion: () => ({ path: { number: '1' } }),
  checkArticle: () => ({ body: { checkBy: '2027-03-01' } }),
  sayHelped: () => ({ body: { helped: true, spared: true } }),
  rateAsk: () => ({ body: { clear: true, complete: false, inTime: true, thanked: true, words: 'Well said' } }),
};

/** Which operation makes which move. */
export const operationOf: Record<RequestMove, string> = {
  message: 'addMessage',
  note: 'addMessage',
  addParticipant: 'addParticipant',
  addAsker: 'addCoRequester',
  merge: 'mergeRequests',
  split: 'splitRequest',
  edit: 'editRequest',
  approve: 'approveRequest',
  refuse: 'refuseRequest',
  checklist: 'addChecklistItem',
  greet: 'greetRequest',
  promise: 'promiseRequest',
  counter: 'counterRequest',
  takeBackCounter: 'takeBackCounter',
  acceptCounter: 'acceptCounter',
  askAgain: 'askAgain',
  decline: 'declineRequest',
  handOver: 'handOverRequest',
  renegotiate: 'renegotiateRequest',
  answerRenegotiation: 'answerRequestRenegotiation',
  takeBackNewTime: 'takeBackRequestRenegotiation',
  release: 'releaseRequest',
  revoke: 'revokePromise',
  deliver: 'reportDelivery',
  accept: 'acceptDelivery',
  return: 'returnDelivery',
  withdraw: 'withdrawRequest',
  reopen: 'reopenRequest',
  rateAsk: 'rateAsk',
};
