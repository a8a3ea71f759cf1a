// More kinds of people for the reviewed table (matrix.ts), each told by whom they are like, and by what is theirs alone.
// A row that is not named under `but` is as in the column that they are like; who they are: cast.ts and states.ts.
import type { Row } from './matrix.ts';

type Kind = {
  /** On what is no request: a colleague in no team is like the requester. */
  elsewhere: string;
  /** On a team of the serving people that was made anew (with `second` in it, without `insider`), and what it offers. */
  crew: string;
  /** On their kind of request (things.ts), while it is asked, and once somebody has offered, promised or done something. */
  asked: string;
  served: string;
  /** On every other request, and on its files: who has nothing to do with it is like `otherMember`. */
  others: string;
  but: string;
};

/** Reads and talks, and answers what they are asked. */
const answering = `
  removeParticipant asked 403
  approveRequest approval yes
  refuseRequest approval yes
  promiseRequest approval 403`;

export const kinds: Record<string, Kind> = {
  /** Asks along, and is the one to whom the things of somebody else belong. */
  second: {
    elsewhere: 'requester',
    crew: 'member',
    asked: 'requester',
    served: 'requester',
    others: 'otherMember',
    but: `
      editRequest asked 403
      withdrawRequest asked 403
      mergeRequests promised 403
      splitRequest promised 403
      answerInclusion included -
      setAbsence me 422
      endSession other yes
      renamePasskey other yes
      removePasskey other yes
      revokeToken other yes
      unsubscribePush other yes
      getAttachment otherFile yes
      removeAttachment otherFile yes
      updateWebhook other yes
      rotateWebhookSecret other yes
      deleteWebhook other yes
      testWebhook other yes
      listDeliveries other yes
      resendDelivery other yes`,
  },
  /** Asked for a yes. */
  approver: {
    elsewhere: 'requester',
    crew: 'requester',
    asked: 'participant',
    served: 'participant',
    others: 'otherMember',
    but: answering,
  },
  /** Stands in for the one who is asked for a yes: just like them. */
  deputy: {
    elsewhere: 'requester',
    crew: 'requester',
    asked: 'participant',
    served: 'participant',
    others: 'otherMember',
    but: answering,
  },
  /** Manages those who ask and those who serve: sees nothing of it for that, and does no more than say that somebody is back. */
  boss: {
    elsewhere: 'requester',
    crew: 'requester',
    asked: 'otherMember',
    served: 'otherMember',
    others: 'otherMember',
    but: 'endAbsence another yes',
  },
  /** Read along once. */
  removed: {
    elsewhere: 'requester',
    crew: 'requester',
    asked: 'otherMember',
    served: 'otherMember',
    others: 'otherMember',
    but: '',
  },
  /** Left the serving team: what they promised is still theirs to do, as if they had been asked by name; the rest is not. */
  leaver: {
    elsewhere: 'requester',
    crew: 'requester',
    asked: 'otherMember',
    served: 'named',
    others: 'otherMember',
    but: 'includeAnticipation offered yes',
  },
  /** Of a team whose requests are private. */
  hr: {
    elsewhere: 'otherLead',
    crew: 'requester',
    asked: 'otherMember',
    served: 'otherMember',
    others: 'otherMember',
    but: `
      getRequest hr yes
      getRequestStandards hr yes
      listRequestAnticipations hr yes
      listRequestGoals hr yes
      listMessages hr yes
      listRequestLinks hr yes
      addMessage hr yes
      addParticipant hr yes
      addChecklistItem hr yes
      editRequest hr 403
      withdrawRequest hr 403
      greetRequest hr yes
      declineRequest hr yes
      handOverRequest hr 422
      linkRequests hr yes
      splitRequest hr yes
      mergeRequests hr yes`,
  },
  /** Of the serving team, and needs it: the one who needs it, and no note of the team is for them. */
  insider: {
    elsewhere: 'member',
    crew: 'requester',
    asked: 'requester',
    served: 'requester',
    others: 'member',
    but: `
      removeCoRequester asked 404
      endAbsence another yes
      updateView theirView yes
      removeView theirView yes
      getRecurring theirRound yes
      updateRecurring theirRound yes
      removeRecurring theirRound yes`,
  },
};

const otherRequests = ['open', 'private', 'approval', 'hr', 'askFile', 'noteFile'];
const ofCrew = ['team', 'archived', 'service', 'forKitchen', 'resting', 'goal', 'ownGoal'];
const beingAsked = ['asked', 'greeted', 'linked'];
const beingServed = [
  'countered',
  'promised',
  'proposed',
  'delivered',
  'closed',
  'note',
  'offered',
  'included',
  'requestPromise',
];

function likeWhom({ elsewhere, crew, asked, served, others }: Kind, on: string): string {
  if (ofCrew.includes(on)) return crew;
  if (otherRequests.includes(on)) return others;
  if (beingAsked.includes(on)) return asked;
  return beingServed.includes(on) ? served : elsewhere;
}

/** The row with the cells of all kinds. */
export function withKinds<Column extends string>(row: Row<Column>): Row<Column> {
  const cells: Record<string, string> = { ...row.cells };
  for (const [who, kind] of Object.entries(kinds)) {
    const own = new Map(
      kind.but
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .map(([name, on, cell]) => [`${name} ${on}`, cell]),
    );
    cells[who] = own.get(`${row.name} ${row.on || '-'}`) ?? cells[likeWhom(kind, row.on)] ?? '';
  }
  return { ...row, cells: cells as Record<Column, string> };
}
