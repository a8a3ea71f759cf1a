// Asking for a yes before anybody promises: at asking, when one was given, when a request is opened again, when an approver is away.
import { transact, type Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { act, tell, type Acting, type Scene } from './act.ts';
import * as queries from './approvals.queries.ts';
import * as rules from './approvals.rules.ts';
import { knownOf, presenceOf } from './presence.ts';
import { recordEvent } from './queries.ts';
import { move, type Request } from './rules.ts';

type Needing = Pick<Request, 'id' | 'sight' | 'requester'>;

/** Asks for the first yes of a new request. */
export async function begin(tx: Db, request: Needing, approving: rules.Approving, now: Date): Promise<void> {
  const named = approving.steps.flatMap((step) => ('person' in step ? [step.person] : []));
  const known = await knownOf(tx, [request.requester, ...named], now);
  const { steps, missing } = rules.planned(approving, request.requester, known);
  const asked = rules.asking(steps, request.requester, known);
  await queries.insertSteps(tx, request.id, asked, now);
  if (missing > 0) await recordEvent(tx, { request: request.id, by: null, what: 'approvalSkipped', at: now });
  await tellAsked(tx, request, asked, now);
}

/** Those who are newly asked hear of it, and the history says so. */
async function tellAsked(tx: Db, request: Needing, steps: readonly rules.Yes[], now: Date): Promise<void> {
  for (const { approver, standIn, state } of steps) {
    if (state !== 'asked') continue;
    const person = standIn ?? approver;
    const facts = { person, ...(standIn ? { inPlaceOf: approver } : {}) };
    await recordEvent(tx, { request: request.id, by: null, what: 'approvalAsked', facts, at: now });
    const dedupe = `approvalAsked:${request.id}:${person}:${now.toISOString()}`;
    await tell(tx, request, 'approvalAsked', [{ kind: 'approvalAsked', to: [person] }], { by: null, dedupe, now });
  }
}

/** Keeps what became of the steps, and tells those who are asked now and were not before. */
async function keep(
  tx: Db,
  request: Needing,
  before: readonly queries.Step[],
  after: readonly queries.Step[],
  answered: { by: string; words: string } | null,
  now: Date,
) {
  await queries.saveSteps(tx, before, after, answered, now);
  const addressed = ({ state, standIn, approver }: rules.Yes) => (state === 'asked' ? (standIn ?? approver) : null);
  const old = new Map(before.map((step) => [step.id, addressed(step)]));
  const newly = after.filter((step) => addressed(step) !== null && addressed(step) !== old.get(step.id));
  await tellAsked(tx, request, newly, now);
}

const answering = (scene: Scene, person: string) => {
  const step = scene.found.approvals.find(
    (each) => each.state === 'asked' && (each.approver_id === person || each.stand_in_id === person),
  );
  return step && step.approver_id !== person ? { inPlaceOf: step.approver_id } : {};
};

/** Says yes, for oneself or for whom one stands in; then whoever comes next is asked. */
export async function approve(acting: Acting, { words }: { words: string }): Promise<Outcome<Scene>> {
  const { tx, who, id, now } = acting;
  const scene = await act(acting, 'approve', (each) => ({
    next: each.request,
    what: 'approved',
    facts: { ...answering(each, who.id), ...(words ? { words } : {}) },
  }));
  if (isRefused(scene)) return scene;
  const { requester } = scene.request;
  const before = await queries.stepsOf(tx, id);
  const said = rules.approved(before, who.id);
  const known = await knownOf(
    tx,
    said.map(({ approver }) => approver),
    now,
  );
  await keep(tx, scene.request, before, rules.asking(said, requester, known), { by: who.id, words }, now);
  return scene;
}

/** Says no; the request is declined in these words. */
export const refuse = (acting: Acting, { reason }: { reason: string }) =>
  act(acting, 'refuse', async (scene) => {
    const { tx, who, id, now } = acting;
    const next = move(scene.request, 'refuse', { now, reason });
    if (isRefused(next)) return next;
    const before = await queries.stepsOf(tx, id);
    await keep(tx, scene.request, before, rules.refusedBy(before, who.id), { by: who.id, words: reason }, now);
    return { next, what: 'refusedByApprover', facts: { ...answering(scene, who.id), reason } };
  });

/** The ask has become another: whoever said yes, or is asked now, is asked about it as it is. */
export async function askAllAnew(tx: Db, request: Needing, now: Date): Promise<void> {
  const before = await queries.stepsOf(tx, request.id);
  if (!before.some(({ state }) => state === 'approved')) return;
  const people = before.map(({ approver }) => approver);
  const after = rules.asking(rules.anew(before), request.requester, await knownOf(tx, people, now));
  await keep(tx, request, before, after, null, now);
}

/** Opened again: what was refused is asked about once more. */
export async function askAnew(tx: Db, request: Needing, now: Date): Promise<void> {
  const before = await queries.stepsOf(tx, request.id);
  if (before.length === 0) return;
  const people = before.map(({ approver }) => approver);
  const after = rules.asking(rules.renewed(before), request.requester, await knownOf(tx, people, now));
  await keep(tx, request, before, after, null, now);
}

/** Whoever was asked and is away by now, or has left: the one who stands in is asked, or the next in line. */
export async function askInTheirPlace(db: Db, now: Date): Promise<void> {
  const waiting = await queries.stepsAsked(db);
  if (waiting.length === 0) return;
  const people = waiting.flatMap(({ approver_id, stand_in_id }) => [
    approver_id,
    ...(stand_in_id ? [stand_in_id] : []),
  ]);
  const { active, standIn } = await presenceOf(db, people, now);
  const gone = (person: string) => !active(person) || standIn(person) !== null;
  const requests = new Set(
    waiting.flatMap((step) => (gone(step.stand_in_id ?? step.approver_id) ? [step.request_id] : [])),
  );
  for (const id of requests) await transact(db, (tx) => replace(tx, id, now));
}

/** Somebody has just left: those who come next are asked at once. Whatever is busy now, the sweep finds. */
export async function askInsteadOf(tx: Db, person: string, now: Date): Promise<void> {
  for (const id of await queries.requestsAwaiting(tx, person)) await replace(tx, id, now);
}

async function replace(tx: Db, id: string, now: Date): Promise<void> {
  const held = await queries.holdAsked(tx, id);
  if (!held) return;
  const request = { id, sight: held.sight, requester: held.requester_id };
  const before = await queries.stepsOf(tx, id);
  const known = await knownOf(
    tx,
    before.map(({ approver }) => approver),
    now,
  );
  const after = before.map((step) =>
    step.state === 'asked' ? rules.inTheirPlace(step, request.requester, known) : step,
  );
  await keep(tx, request, before, after, null, now);
}
