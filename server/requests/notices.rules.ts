// Who hears of what happened in a request. Pure; sending is the notices capability's, and never to the one who acted.
import type { NoticeKind } from '../../contract/notices.ts';
import type { EntryKind } from '../../contract/requests.ts';

/** The people around a request at the moment of an act. */
export type Around = {
  requester: string;
  askedBy: string | null;
  /** Who asks along. */
  along?: readonly string[];
  person: string | null;
  provider: string | null;
  greetedBy: string | null;
};

const kinds: Partial<Record<EntryKind, { kind: NoticeKind; to: 'askers' | 'server' | 'asked' }>> = {
  asked: { kind: 'asked', to: 'asked' },
  greeted: { kind: 'greeted', to: 'askers' },
  promised: { kind: 'promised', to: 'askers' },
  countered: { kind: 'countered', to: 'askers' },
  counterAccepted: { kind: 'counterAccepted', to: 'server' },
  askedAgain: { kind: 'reopened', to: 'server' },
  approved: { kind: 'approved', to: 'askers' },
  refusedByApprover: { kind: 'refusedByApprover', to: 'askers' },
  declined: { kind: 'declined', to: 'askers' },
  handedOver: { kind: 'handedOver', to: 'askers' },
  proposed: { kind: 'renegotiationProposed', to: 'askers' },
  proposalAccepted: { kind: 'renegotiationAccepted', to: 'server' },
  proposalHeld: { kind: 'renegotiationHeld', to: 'server' },
  proposalTakenBack: { kind: 'promiseStands', to: 'askers' },
  released: { kind: 'released', to: 'server' },
  revoked: { kind: 'revoked', to: 'askers' },
  delivered: { kind: 'delivered', to: 'askers' },
  accepted: { kind: 'accepted', to: 'server' },
  returned: { kind: 'returned', to: 'server' },
  withdrawn: { kind: 'withdrawn', to: 'server' },
  reopened: { kind: 'reopened', to: 'server' },
};

export type Heard = { kind: NoticeKind; to: string[] };

/** The notices that an act causes: the other side hears of it, and a colleague newly asked hears that they are. */
export function heardOf(what: EntryKind, around: Around, before: Around, actor: string | null): Heard[] {
  const rule = kinds[what];
  const heard: Heard[] = [];
  if (rule?.to === 'askers')
    heard.push({ kind: rule.kind, to: distinct([around.requester, around.askedBy, ...(around.along ?? [])]) });
  if (rule?.to === 'asked') heard.push({ kind: rule.kind, to: distinct([around.person]) });
  if (rule?.to === 'server')
    heard.push({ kind: rule.kind, to: distinct([before.provider ?? before.greetedBy ?? before.person]) });
  if (what === 'closedBySilence')
    heard.push({
      kind: what,
      to: distinct([around.requester, around.askedBy, before.provider, ...(around.along ?? [])]),
    });
  // Whoever said hello is waiting for the yes as well.
  if (what === 'approved' || what === 'refusedByApprover')
    heard.push({ kind: what, to: distinct([before.greetedBy ?? before.person]) });
  if (what === 'handedOver') heard.push({ kind: 'asked', to: distinct([around.person]) });
  if (what === 'asked' && around.askedBy) heard.push({ kind: 'askedForYou', to: [around.requester] });
  return heard
    .map(({ kind, to }) => ({ kind, to: to.filter((person) => person !== actor) }))
    .filter(({ to }) => to.length > 0);
}

/** Everybody in the conversation but the writer; those named in the text hear that they were named. */
export function heardOfWords(
  around: Around,
  participants: readonly string[],
  mentioned: readonly string[],
  author: string,
): Heard[] {
  const all = distinct([
    around.requester,
    around.askedBy,
    around.person,
    around.provider ?? around.greetedBy,
    ...(around.along ?? []),
    ...participants,
  ]).filter((person) => person !== author);
  const named = distinct(mentioned).filter((person) => person !== author);
  return [
    { kind: 'mentioned' as const, to: named },
    { kind: 'message' as const, to: all.filter((person) => !named.includes(person)) },
  ].filter(({ to }) => to.length > 0);
}

const distinct = (people: ReadonlyArray<string | null>): string[] => [
  ...new Set(people.filter((person) => person !== null)),
];
