// Who may see a request and who may do what with it: relations and rights, pure. The same sight as SQL: visibleTo in sight.queries.ts.
import type { ProblemCode } from '../../contract/problems.ts';
import { requestMoves, type RequestMove, type RequestState } from '../../contract/requests.ts';
import type { Sight } from '../../contract/catalog.ts';
import { leads, memberOf, type Who } from '../platform/who.ts';

/** What of a request decides about access. */
export type Subject = {
  state: RequestState;
  requester: string;
  askedBy: string | null;
  team: string | null;
  person: string | null;
  provider: string | null;
  greetedBy: string | null;
  /** A new time waits for an answer. */
  proposed: boolean;
  mayReopen: boolean;
  sight: Sight;
  /** A yes is still missing. */
  awaitsApproval: boolean;
};

/** How somebody is tied to the request beyond what its row says. */
export type Ties = { participant: boolean; asksAlong: boolean; approver: boolean; asked: boolean };

export type Relation = {
  /** The one who needs it, or who asked in their name. */
  asker: boolean;
  /** Needs it as well. Whoever serves it now does not ask it, too. */
  asksAlong: boolean;
  /** Could answer: asked by name, or in the team that was asked; never for one's own need. */
  serving: boolean;
  /** Promised or offered. */
  provider: boolean;
  lead: boolean;
  member: boolean;
  participant: boolean;
  /** Was asked for a yes, or stands in for one who was. */
  approver: boolean;
  /** Their yes is asked for now. */
  asked: boolean;
};

/** How `who` stands to the request. */
export function relationOf(who: Who, subject: Subject, ties: Ties): Relation {
  const { participant, approver, asked } = ties;
  const needs = subject.requester === who.id;
  const member = memberOf(who, subject.team) && !needs;
  const provider = subject.provider === who.id;
  const serving = !needs && (member || provider || subject.person === who.id);
  return {
    asker: needs || subject.askedBy === who.id,
    asksAlong: ties.asksAlong && !serving,
    serving,
    provider,
    lead: leads(who, subject.team) && !needs,
    member,
    participant,
    approver,
    asked,
  };
}

/** Has to do with the request: reads it and takes part in its conversation. */
export const belongs = (relation: Relation): boolean =>
  relation.asker || relation.asksAlong || relation.serving || relation.participant || relation.approver;

/** An open request is read by every colleague; whoever does not belong to it does nothing but read. */
export const sees = (relation: Relation, { sight }: Pick<Subject, 'sight'>): boolean =>
  belongs(relation) || sight === 'open';

/**
 * The teams whose notes `who` may read: a note belongs for ever to the team that wrote it, wherever the request went since.
 * The one who needs it reads none, whatever team they are in.
 */
export const noteTeamsOf = (who: Who, request: { requester: string }): string[] =>
  request.requester === who.id ? [] : who.teams.map((team) => team.id);

type Right = (relation: Relation, subject: Subject) => boolean;

const asker: Right = (relation) => relation.asker;
const serving: Right = (relation) => relation.serving;
const provider: Right = (relation) => relation.provider;
/** Nobody accepts what they delivered themselves, even when they asked in a colleague's name. */
const otherSide: Right = (relation) => (relation.asker || relation.asksAlong) && !relation.provider;
const note: Right = (relation, subject) => relation.member && subject.team !== null;
const anyone: Right = belongs;
/** Nobody promises or offers before every yes is there. */
const free: Right = (relation, subject) => relation.serving && !subject.awaitsApproval;
const approver: Right = (relation) => relation.asked;
const involved: Right = (relation) => relation.asker || relation.asksAlong || relation.serving;
/** Of a team's request: its members, and whoever asked; which other one it goes on in is looked at then. */
const merging: Right = (relation, subject) => subject.team !== null && (relation.member || relation.asker);
/** Makes a part of it a request of its own: whoever asked it or serves it. */
const holds: Right = (relation) => relation.asker || relation.serving;
const again: Right = (relation, subject) => (relation.asker || relation.asksAlong) && subject.mayReopen;

/** Who may do what in which state; moves that are not listed do not exist there. */
const rights: Record<RequestState, Partial<Record<RequestMove, Right>>> = {
  asked: {
    message: anyone,
    note,
    addParticipant: involved,
    addAsker: involved,
    edit: asker,
    greet: (relation, subject) => relation.serving && subject.greetedBy === null,
    approve: approver,
    refuse: approver,
    checklist: serving,
    promise: free,
    counter: free,
    decline: serving,
    handOver: serving,
    withdraw: asker,
    merge: merging,
    split: holds,
  },
  countered: {
    message: anyone,
    note,
    addParticipant: involved,
    addAsker: involved,
    edit: asker,
    checklist: serving,
    takeBackCounter: provider,
    acceptCounter: otherSide,
    askAgain: otherSide,
    withdraw: asker,
    merge: merging,
    split: holds,
  },
  promised: {
    message: anyone,
    note,
    addParticipant: involved,
    addAsker: involved,
    checklist: serving,
    deliver: provider,
    renegotiate: (relation, subject) => relation.provider && !subject.proposed,
    answerRenegotiation: (relation, subject) => otherSide(relation, subject) && subject.proposed,
    takeBackNewTime: (relation, subject) => relation.provider && subject.proposed,
    revoke: provider,
    handOver: (relation) => relation.provider || relation.lead,
    release: otherSide,
    withdraw: asker,
    merge: merging,
    split: holds,
  },
  delivered: {
    message: anyone,
    note,
    addParticipant: involved,
    addAsker: involved,
    checklist: serving,
    accept: otherSide,
    return: otherSide,
    split: holds,
    rateAsk: provider,
  },
  closed: {
    message: anyone,
    note,
    reopen: again,
    rateAsk: provider,
  },
  declined: { message: anyone, note, reopen: again },
  withdrawn: { message: anyone, note, reopen: again },
  revoked: { message: anyone, note, reopen: again },
};

/** What may be done now, in the order of the contract. */
export const can = (relation: Relation, subject: Subject): RequestMove[] =>
  requestMoves.filter((move) => rights[subject.state][move]?.(relation, subject) ?? false);

/** Why a move is refused: it does not exist in this state, it has been done already, or it is somebody else's. */
export function whyNot(move: RequestMove, relation: Relation, subject: Subject): ProblemCode {
  if (!rights[subject.state][move]) return 'notFromHere';
  if ((move === 'promise' || move === 'counter') && relation.serving) return 'awaitsApproval';
  if ((move === 'approve' || move === 'refuse') && relation.approver) return 'notAsked';
  if (move === 'greet' && relation.serving) return 'alreadyGreeted';
  if (move === 'renegotiate' && relation.provider) return 'alreadyProposed';
  if (move === 'answerRenegotiation' && (relation.asker || relation.asksAlong) && !relation.provider)
    return 'nothingProposed';
  if (move === 'takeBackNewTime' && relation.provider) return 'nothingProposed';
  if (move === 'reopen' && (relation.asker || relation.asksAlong)) return 'reopenWindowOver';
  if (move === 'note') return 'noteNeedsTeam';
  return 'notYours';
}
