// Who may do what in which state, as one table to read; how people stand to a request; and why somebody is refused.
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../contract/problems.ts';
import { requestMoves, requestStates, type RequestMove, type RequestState } from '../../contract/requests.ts';
import { someone } from '../platform/who-for-tests.ts';
import { can, noteTeamsOf, relationOf, sees, whyNot, type Subject } from './access.ts';

const subjectIn = (state: RequestState, more: Partial<Subject> = {}): Subject => ({
  state,
  requester: 'aino',
  askedBy: 'eeva',
  team: 'it',
  person: 'pekka',
  provider: ['countered', 'promised', 'delivered', 'closed'].includes(state) ? 'mika' : null,
  greetedBy: null,
  proposed: false,
  mayReopen: true,
  sight: 'usual',
  awaitsApproval: false,
  ...more,
});
const who = (id: string, ...teams: { id: string; lead: boolean }[]) => someone(id, { teams });
const it_ = { id: 'it', lead: false };
const people = {
  /** Needs it. */
  requester: who('aino'),
  /** Asked it for Aino. */
  asker: who('eeva'),
  /** Asked by name; in no team. */
  person: who('pekka'),
  /** Promised or offered; in the team. */
  provider: who('mika', it_),
  member: who('kalle', it_),
  lead: who('liisa', { id: 'it', lead: true }),
  participant: who('oleg', { id: 'kitchen', lead: true }),
  /** Needs it as well. */
  along: who('sari'),
  /** Was asked for a yes. */
  approver: who('tuomas'),
  outsider: who('jussi', { id: 'kitchen', lead: false }),
};
type Role = keyof typeof people;
const roles = Object.keys(people) as Role[];
const none = { participant: false, asksAlong: false, approver: false, asked: false };
const relation = (role: Role, subject: Subject) =>
  relationOf(people[role], subject, {
    participant: role === 'participant',
    asksAlong: role === 'along',
    approver: role === 'approver',
    asked: role === 'approver',
  });

// R requester, A asker for them, N asked by name, P provider (a member), M member, L lead, C participant, T asks along (too), Y asked for a yes; an outsider may nothing.
const letters: Record<string, Role> = {
  R: 'requester',
  A: 'asker',
  N: 'person',
  P: 'provider',
  M: 'member',
  L: 'lead',
  C: 'participant',
  T: 'along',
  Y: 'approver',
};
const table = `
                       asked   countered  promised  delivered  closed   declined  withdrawn  revoked
  message              RANPMLCYT  RANPMLCYT  RANPMLCYT  RANPMLCYT  RANPMLCYT  RANPMLCYT  RANPMLCYT  RANPMLCYT
  note                 PML        PML        PML        PML        PML        PML        PML        PML
  addParticipant       RANPMLT    RANPMLT    RANPMLT    RANPMLT    ·          ·          ·          ·
  addAsker             RANPMLT    RANPMLT    RANPMLT    RANPMLT    ·          ·          ·          ·
  edit                 RA         RA         ·          ·          ·          ·          ·          ·
  approve              Y          ·          ·          ·          ·          ·          ·          ·
  refuse               Y          ·          ·          ·          ·          ·          ·          ·
  checklist            NPML       NPML       NPML       NPML       ·          ·          ·          ·
  greet                NPML       ·          ·          ·          ·          ·          ·          ·
  promise              NPML       ·          ·          ·          ·          ·          ·          ·
  counter              NPML       ·          ·          ·          ·          ·          ·          ·
  takeBackCounter      ·          P          ·          ·          ·          ·          ·          ·
  acceptCounter        ·          RAT        ·          ·          ·          ·          ·          ·
  askAgain             ·          RAT        ·          ·          ·          ·          ·          ·
  decline              NPML       ·          ·          ·          ·          ·          ·          ·
  handOver             NPML       ·          PL         ·          ·          ·          ·          ·
  renegotiate          ·          ·          P          ·          ·          ·          ·          ·
  answerRenegotiation  ·          ·          RAT        ·          ·          ·          ·          ·
  takeBackNewTime      ·          ·          P          ·          ·          ·          ·          ·
  release              ·          ·          RAT        ·          ·          ·          ·          ·
  revoke               ·          ·          P          ·          ·          ·          ·          ·
  deliver              ·          ·          P          ·          ·          ·          ·          ·
  accept               ·          ·          ·          RAT        ·          ·          ·          ·
  return               ·          ·          ·          RAT        ·          ·          ·          ·
  withdraw             RA         RA         RA         ·          ·          ·          ·          ·
  merge                RAPML      RAPML      RAPML      ·          ·          ·          ·          ·
  split                RANPML     RANPML     RANPML     RANPML     ·          ·          ·          ·
  reopen               ·          ·          ·          ·          RAT        RAT        RAT        RAT
  rateAsk              ·          ·          ·          P          P          ·          ·          ·`;
const [heads = '', ...rows] = table.trim().split('\n');
const columns = heads.trim().split(/\s+/) as RequestState[];
const allowed = new Map(
  rows.map((row) => {
    const [move = '', ...cells] = row.trim().split(/\s+/);
    return [move as RequestMove, new Map(columns.map((state, index) => [state, cells[index] ?? '']))] as const;
  }),
);
/** In `promised` a new time waits only where the table is asked about answering it, or taking it back. */
const subjectFor = (state: RequestState, move: RequestMove) =>
  subjectIn(state, { proposed: move === 'answerRenegotiation' || move === 'takeBackNewTime' });

describe('the table of rights', () => {
  it('has a row for each move and a column for each state', () => {
    expect([...allowed.keys()]).toEqual([...requestMoves]);
    expect(columns).toEqual([...requestStates]);
  });
  it.each(requestMoves)('%s is for those of the table', (move) => {
    for (const state of requestStates) {
      const subject = subjectFor(state, move);
      const may = roles.filter((role) => can(relation(role, subject), subject).includes(move));
      const listed = [...(allowed.get(move)?.get(state) ?? '')].flatMap((letter) => letters[letter] ?? []);
      expect({ state, may: may.toSorted() }).toEqual({ state, may: listed.toSorted() });
    }
  });
  it('gives an outsider nothing at all, whatever the state', () => {
    for (const state of requestStates) {
      const subject = subjectIn(state, { proposed: true });
      expect(sees(relation('outsider', subject), subject)).toBe(false);
      expect(can(relation('outsider', subject), subject)).toEqual([]);
    }
  });
  it('lets an outsider read what is open, and do nothing with it', () => {
    for (const state of requestStates) {
      const subject = subjectIn(state, { proposed: true, sight: 'open' });
      expect(sees(relation('outsider', subject), subject)).toBe(true);
      expect(can(relation('outsider', subject), subject)).toEqual([]);
    }
  });
  it('shows a private one to nobody more', () => {
    for (const state of requestStates) {
      const subject = subjectIn(state, { sight: 'private' });
      expect(sees(relation('outsider', subject), subject)).toBe(false);
    }
  });
  it('everybody else sees it in every state', () => {
    for (const state of requestStates) {
      const subject = subjectIn(state, { provider: 'mika' });
      expect(roles.filter((role) => sees(relation(role, subject), subject))).toEqual(
        roles.filter((role) => role !== 'outsider'),
      );
    }
  });
});

describe('what depends on more than the state', () => {
  const may = (role: Role, subject: Subject) => can(relation(role, subject), subject);
  it('nobody says hello twice', () => {
    expect(may('member', subjectIn('asked', { greetedBy: 'mika' }))).not.toContain('greet');
  });
  it('a promiser proposes no second time while one waits', () => {
    expect(may('provider', subjectIn('promised', { proposed: true }))).not.toContain('renegotiate');
    expect(may('requester', subjectIn('promised'))).not.toContain('answerRenegotiation');
    expect(may('provider', subjectIn('promised'))).not.toContain('takeBackNewTime');
  });
  it('after the window nothing is opened again', () => {
    for (const state of ['closed', 'declined', 'withdrawn', 'revoked'] as const)
      expect(may('requester', subjectIn(state, { mayReopen: false }))).not.toContain('reopen');
  });
  it('before every yes is there nobody promises or offers; all else is as ever', () => {
    const waiting = subjectIn('asked', { awaitsApproval: true });
    for (const role of ['person', 'provider', 'member', 'lead'] as const) {
      const lost = may(role, subjectIn('asked')).filter((move) => !may(role, waiting).includes(move));
      expect(lost).toEqual(['promise', 'counter']);
      expect(whyNot('promise', relation(role, waiting), waiting)).toBe('awaitsApproval');
    }
  });
  it('whoever has answered has no second answer', () => {
    const said = relationOf(people.approver, subjectIn('asked'), { ...none, approver: true });
    expect(can(said, subjectIn('asked'))).toEqual(['message']);
    for (const move of ['approve', 'refuse'] as const) expect(whyNot(move, said, subjectIn('asked'))).toBe('notAsked');
  });
  it('where no team was asked there are no notes', () => {
    for (const role of roles) expect(may(role, subjectIn('asked', { team: null }))).not.toContain('note');
  });
  it('where no team was asked nothing is put together, and nobody serves as a member of it', () => {
    for (const role of roles) expect(may(role, subjectIn('asked', { team: null }))).not.toContain('merge');
  });
  it('notes are read by those who are in a team, of their own teams', () => {
    const in2 = who('kalle', it_, { id: 'kitchen', lead: false });
    expect(noteTeamsOf(in2, { requester: 'aino' })).toEqual(['it', 'kitchen']);
    expect(noteTeamsOf(in2, { requester: 'kalle' })).toEqual([]);
  });
});

describe('more than one relation at once', () => {
  it('whoever needs it serves nothing of it, though they lead the team that was asked', () => {
    const own = subjectIn('asked', { requester: 'liisa', askedBy: null });
    const lead = relationOf(people.lead, own, none);
    expect(lead).toMatchObject({ asker: true, serving: false, lead: false, member: false });
    expect(can(lead, own)).toEqual(['message', 'addParticipant', 'addAsker', 'edit', 'withdraw', 'merge', 'split']);
    expect(noteTeamsOf(people.lead, { requester: 'liisa' })).toEqual([]);
  });
  it('whoever asked for a colleague and serves it does not accept their own work', () => {
    const both = (state: RequestState) => {
      const subject = subjectIn(state, { askedBy: 'mika', proposed: true });
      return can(relationOf(people.provider, subject, none), subject);
    };
    expect(both('delivered')).not.toEqual(expect.arrayContaining(['accept']));
    expect(both('delivered')).not.toEqual(expect.arrayContaining(['return']));
    expect(both('promised')).not.toEqual(expect.arrayContaining(['answerRenegotiation']));
    expect(both('countered')).not.toEqual(expect.arrayContaining(['acceptCounter']));
  });
  it('whoever asks along and comes to serve it serves it, and asks it no more', () => {
    const both = relationOf(people.provider, subjectIn('delivered'), { ...none, asksAlong: true });
    expect(both).toMatchObject({ asksAlong: false, serving: true });
    expect(can(both, subjectIn('delivered'))).not.toContain('accept');
  });
  it('whoever promised keeps what is theirs when they leave the team, but reads no more of its notes', () => {
    const gone = who('mika');
    const subject = subjectIn('promised');
    expect(can(relationOf(gone, subject, none), subject)).toEqual(
      expect.arrayContaining(['deliver', 'renegotiate', 'revoke']),
    );
    expect(can(relationOf(gone, subject, none), subject)).not.toContain('note');
    expect(noteTeamsOf(gone, subject)).toEqual([]);
  });
});

describe('why somebody is refused', () => {
  it.each<[string, RequestMove, Role, Subject, ProblemCode]>([
    ['a move that the state does not have', 'accept', 'requester', subjectIn('asked'), 'notFromHere'],
    ["somebody else's move", 'promise', 'requester', subjectIn('asked'), 'notYours'],
    ['a second hello', 'greet', 'member', subjectIn('asked', { greetedBy: 'mika' }), 'alreadyGreeted'],
    ['a hello from the one who needs it', 'greet', 'requester', subjectIn('asked', { greetedBy: 'mika' }), 'notYours'],
    ['a second new time', 'renegotiate', 'provider', subjectIn('promised', { proposed: true }), 'alreadyProposed'],
    ['an answer to nothing', 'answerRenegotiation', 'asker', subjectIn('promised'), 'nothingProposed'],
    [
      'an answer to nothing, of who asks along',
      'answerRenegotiation',
      'along',
      subjectIn('promised'),
      'nothingProposed',
    ],
    ['an answer to nothing, of anybody else', 'answerRenegotiation', 'member', subjectIn('promised'), 'notYours'],
    ['taking back nothing', 'takeBackNewTime', 'provider', subjectIn('promised'), 'nothingProposed'],
    [
      'taking back what another asked',
      'takeBackNewTime',
      'asker',
      subjectIn('promised', { proposed: true }),
      'notYours',
    ],
    ['an offer before every yes', 'counter', 'member', subjectIn('asked', { awaitsApproval: true }), 'awaitsApproval'],
    ['a yes of nobody who was asked for one', 'approve', 'requester', subjectIn('asked'), 'notYours'],
    ['a no of nobody who was asked for one', 'refuse', 'requester', subjectIn('asked'), 'notYours'],
    ["an approver's taking back of somebody else's ask", 'withdraw', 'approver', subjectIn('asked'), 'notYours'],
    ['a new time of somebody else', 'renegotiate', 'member', subjectIn('promised', { proposed: true }), 'notYours'],
    ["a promiser's release of themselves", 'release', 'provider', subjectIn('promised'), 'notYours'],
    ['opening again, of anybody else', 'reopen', 'member', subjectIn('closed', { mayReopen: false }), 'notYours'],
    [
      'opening again too late, of who asks along',
      'reopen',
      'along',
      subjectIn('closed', { mayReopen: false }),
      'reopenWindowOver',
    ],
    ['opening again too late', 'reopen', 'requester', subjectIn('closed', { mayReopen: false }), 'reopenWindowOver'],
    ['a note of somebody outside the team', 'note', 'participant', subjectIn('asked'), 'noteNeedsTeam'],
  ])('%s', (_, move, role, subject, code) => {
    expect(can(relation(role, subject), subject)).not.toContain(move);
    expect(whyNot(move, relation(role, subject), subject)).toBe(code);
  });
});
