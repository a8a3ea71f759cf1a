// For tests of the whole: words hidden in promises between two, and who may read each; and figures in what is known of their risk.
import { sql } from 'kysely';
import { sweepPromises } from '../promises/promises.ts';
import type { Caller, Cast } from './cast.ts';

type Hide = (where: string, may: Iterable<Caller>, word?: string) => string;

/** Two tell each other everything; whoever waits for a promise below theirs tells nobody of it. */
export async function hideInPromises(cast: Cast, canary: Hide): Promise<void> {
  const must = async (who: Caller, path: string, body: object) => {
    const answer = await cast.as(who, 'POST', `/api/promises${path}`, { body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return String(answer.body['id']);
  };
  const due = (hours: number) => new Date(cast.time().getTime() + hours * 3_600_000).toISOString();
  const both = ['insider', 'named'] as const;
  const say = (where: string) => `Well, ${canary(where, both)} it is`;
  const promise = (where: string, hours: number) => ({ to: cast.id.named, deliverable: say(where), due: due(hours) });
  const one = await must('insider', '', promise('promise', 30));
  await must('named', `/${one}/nod`, { words: say('promise: words of a nod') });
  await must('named', `/${one}/counter-offer`, {
    due: due(20),
    deliverable: say('promise: something else'),
    reason: say('promise: reason to counter'),
  });
  await must('insider', `/${one}/renegotiation/answer`, { answer: 'accept', words: say('promise: words of a yes') });
  await must('insider', `/${one}/renegotiation`, { due: due(40), reason: say('promise: reason to renegotiate') });
  await must('named', `/${one}/renegotiation/answer`, { answer: 'hold', words: say('promise: words of holding') });
  await must('insider', `/${one}/delivery`, { done: 'Once' });
  await must('named', `/${one}/return`, { missing: say('promise: what is missing') });
  await must('insider', `/${one}/delivery`, { done: say('promise: what was done') });
  await must('named', `/${one}/acceptance`, { thanks: say('promise: thanks') });
  const two = await must('insider', '', promise('promise that is missed', 30));
  await must('insider', `/${two}/miss`, { missReason: 'supply', reason: say('promise: words of a miss') });
  const three = await must('insider', '', promise('promise that is let go', 30));
  await must('named', `/${three}/release`, { words: say('promise: words of letting go') });
  // A chain: the one who is promised what waits reads nothing of what it waits for.
  const below = await must('insider', '', promise('promise below', 30));
  await must('insider', '', {
    to: cast.id.otherMember,
    deliverable: canary('promise above', ['insider', 'otherMember']),
    due: due(50),
    dependsOn: below,
    origin: { subject: 'promise', id: one },
  });
  await must('insider', `/${below}/delivery`, { done: say('promise below: what was done') });
  const risky = await must('insider', '', promise('promise at risk', 30));
  await plantRisk(cast, canary, risky, 'insider');
  await sweepPromises(cast.db, {}, cast.time());
}

let planted = 0;
/** Why a promise may not hold is reckoned from its promiser's own times: figures and a time that nobody else meets anywhere. */
async function plantRisk(cast: Cast, canary: Hide, promise: string, who: Caller): Promise<void> {
  const figure = (what: string) => Number(canary(`risk: ${what}`, [who], String(730_418_259 + (planted += 1))));
  const facts = { left: figure('left'), needed: figure('needed'), half: figure('half'), given: figure('given') };
  const clock = canary('risk: a time that would hold', [who], `07:41:3${(planted += 1) % 10}.259Z`);
  await sql`update promises_risk set reason = 'tookLonger', facts = ${JSON.stringify(facts)}, since = ${cast.time()},
    due_at = (select due_at from promises_promise where id = promise_id), look_at = null,
    suggested_due_at = ${`2026-12-03T${clock}`} where promise_id = ${promise}`.execute(cast.db);
}

/** The same in a request's promise: of the one who promised it. */
export async function hideInRisk(cast: Cast, canary: Hide): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from promises_promise
    where subject = 'request' and state = 'open' and proposed_at is null and promiser_id = ${cast.id.provider} limit 1`.execute(
    cast.db,
  );
  await plantRisk(cast, canary, rows[0]?.id ?? '', 'provider');
}
