// The requests' part of the sample company: the script played through the same doors as everything else, at its own times.
import type { Db } from '../platform/db.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { samplePicture } from '../attachments/seed.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Acting } from './act.ts';
import { ask } from './asking.ts';
import * as closing from './closing.ts';
import * as conversation from './conversation.ts';
import { closeIfSilent } from './jobs.ts';
import * as opening from './opening.ts';
import type { Deed, Step } from './sample-ask.ts';
import * as serving from './serving.ts';

/** Plays steps in their order. `told` hears how many are done. */
export async function seedRequests(tx: Db, steps: readonly Step[], cast: Cast, told: (done: number) => Promise<void>) {
  const ids = new Map<string, string>();
  for (const [index, step] of steps.entries()) {
    if (step.do === 'silence') sure(await closeIfSilent(tx, ids.get(step.request) ?? '', step.at));
    else {
      const who = cast.people.get(step.by);
      if (!who) throw new Error(`Nobody in the sample company is called ${step.by}.`);
      if (step.do === 'ask') ids.set(step.request, await asked(tx, who, step, step.at, cast));
      else await played({ tx, who, id: ids.get(step.request) ?? '', now: step.at }, step, cast);
    }
    if (index % 200 === 0) await told(index / steps.length);
  }
}

const idOf = (cast: Cast, key: string): string => cast.people.get(key)?.id ?? '';

async function asked(tx: Db, who: Who, deed: Extract<Step, { do: 'ask' }>, now: Date, cast: Cast): Promise<string> {
  const to = 'team' in deed.to ? { team: cast.teams.get(deed.to.team) } : { person: idOf(cast, deed.to.person) };
  // On the living desk some show what they mean.
  const turn = Number(/^(?:today|queue)-.*-(\d+)$/.exec(deed.request)?.[1] ?? 0);
  const pictured = turn > 0 && turn % 4 === 1;
  const files = pictured ? [await samplePicture(tx, who.id, `${deed.title}.png`, turn, now)] : [];
  const made = await ask(
    tx,
    who,
    {
      title: deed.title,
      details: deed.details,
      ...to,
      onBehalfOf: deed.onBehalfOf ? idOf(cast, deed.onBehalfOf) : undefined,
      participants: deed.participants.map((key) => idOf(cast, key)),
      attachments: files,
    },
    now,
  );
  return sure(made).id;
}

async function played(acting: Acting, deed: Exclude<Deed, { do: 'ask' }>, cast: Cast): Promise<void> {
  const outcome = await play(acting, deed, cast);
  if (isRefused(outcome))
    throw new Error(`The sample company was refused: ${outcome.refused} at ${JSON.stringify(deed)}`);
}

function play(acting: Acting, deed: Exclude<Deed, { do: 'ask' }>, cast: Cast) {
  const missed = 'missReason' in deed && deed.missReason ? { missReason: deed.missReason } : {};
  switch (deed.do) {
    case 'message':
      return conversation.write(acting, deed.body);
    case 'note':
      return conversation.note(acting, deed.body);
    case 'greet':
      return opening.greet(acting, deed);
    case 'promise':
      return opening.promise(acting, deed);
    case 'counter':
      return opening.counter(acting, deed);
    case 'acceptCounter':
      return opening.acceptCounter(acting, deed);
    case 'decline':
      return opening.decline(acting, deed);
    case 'handOver':
      return opening.handOver(acting, { team: cast.teams.get(deed.team), context: deed.context });
    case 'renegotiate':
      return serving.renegotiate(acting, { due: deed.due, reason: deed.reason, ...missed });
    case 'answerRenegotiation':
      return serving.answerRenegotiation(acting, deed);
    case 'revoke':
      return serving.revoke(acting, deed);
    case 'deliver':
      return closing.deliver(acting, { done: deed.done, ...missed });
    case 'accept':
      return closing.accept(acting, { thanks: deed.thanks, ratings: deed.ratings ?? {} });
    case 'return':
      return closing.giveBack(acting, { missing: deed.missing });
    case 'withdraw':
      return closing.withdraw(acting, deed);
    case 'rateAsk':
      return closing.rateAsk(acting, deed);
  }
}
