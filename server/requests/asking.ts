// Asking: of a service, a team or a colleague, for oneself or for a colleague who then is the requester.
import type { Answers, Given } from '../../contract/forms.ts';
import { titleFrom } from '../../contract/request-answers.ts';
import { serviceFor, type ServiceForAsking } from '../catalog/catalog.ts';
import { isActive, team as teamOf } from '../directory/directory.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { aroundOf, tell, type Acting } from './act.ts';
import * as approvals from './approvals.ts';
import { addItems } from './checklist.queries.ts';
import { insertParticipants } from './conversation.queries.ts';
import { insertAnswers } from './form.queries.ts';
import { attachTo, namesIn } from './files.ts';
import { attachAnswers, checked, wordsOf } from './form.ts';
import { heardOf } from './notices.rules.ts';
import { insertRequest } from './queries.ts';
import type { Asked } from './rules.ts';
import { sightOfPart } from './splitting.rules.ts';
import { greetingOf, termsOf, type Terms } from './terms.ts';

export type Asking = {
  /** Left out for a service, it is called by the service and what was answered. */
  title?: string | undefined;
  details: string;
  service?: string | undefined;
  answers?: Given | undefined;
  team?: string | undefined;
  person?: string | undefined;
  onBehalfOf?: string | undefined;
  participants: readonly string[];
  attachments?: readonly string[] | undefined;
};

/** Of whom it is asked, with the terms that hold, and what of a service goes along. */
type Target = { team: string | null; person: string | null; terms: Terms; of?: OfService };
type OfService = { service: ServiceForAsking; answers: Answers };

/**
 * Refuses `oneRecipient`, `unknownService`, `unknownTeam`, `unknownPerson`, `askYourself`, `required`, and whatever is wrong with answers;
 * of a part of another request also `privateStays`.
 */
export async function ask(
  tx: Db,
  who: Who,
  asking: Asking,
  now: Date,
  partOf?: Pick<Asked, 'team' | 'sight'>,
): Promise<Outcome<{ id: string }>> {
  const requester = asking.onBehalfOf ?? who.id;
  const target = await targetOf(tx, who, asking, requester);
  if (isRefused(target)) return target;
  if (requester !== who.id && !(await isActive(tx, requester)))
    return refused('unknownPerson', { field: 'onBehalfOf' });
  const along = [...new Set(asking.participants)].filter((person) => person !== requester && person !== who.id);
  for (const person of along)
    if (!(await isActive(tx, person))) return refused('unknownPerson', { field: 'participants' });
  const { team, person, terms, of } = target;
  const sight = partOf
    ? sightOfPart(partOf, { team, person, sight: of?.service.sight })
    : (of?.service.sight ?? 'usual');
  if (isRefused(sight)) return sight;
  const title = asking.title ?? (of && titleFrom(of.service.name, of.service.form, of.answers));
  if (!title) return refused('required', { field: 'title' });
  const request: Asked = {
    id: newId(),
    number: 0,
    state: 'asked',
    title,
    details: asking.details,
    requester,
    askedBy: requester === who.id ? null : who.id,
    team,
    person,
    greetedBy: null,
    greetedAt: null,
    createdAt: now,
    sight,
    service: of?.service.id ?? null,
  };
  const event = { request: request.id, by: who.id, what: 'asked', at: now } as const;
  const files = await attached({ tx, who, id: request.id, now }, asking.attachments, of);
  if (isRefused(files)) return files;
  const words = of ? await wordsOf(tx, of.service.form, of.answers) : '';
  const around = aroundOf(request);
  const heard = [...heardOf('asked', around, around, who.id), { kind: 'participantAdded' as const, to: along }];
  await Promise.all([
    insertRequest(tx, request, greetingOf(terms, now), event, `${words}\n${namesIn(files)}`),
    insertParticipants(tx, request.id, along, who.id, now),
    tell(tx, request, 'asked', heard, { by: who.id, dedupe: `asked:${request.id}`, now }),
  ]);
  if (of) await beginService(tx, request, of, now);
  return { id: request.id };
}

/** The files that go along, with the ask and among its answers. */
async function attached(acting: Acting, ids: readonly string[] | undefined, of: OfService | undefined) {
  const files = await attachTo(acting, 'ask', acting.id, ids);
  if (isRefused(files) || !of) return files;
  const more = await attachAnswers(acting, of.service.form, of.answers);
  return isRefused(more) ? more : [...files, ...more];
}

/** What comes with a service: its answers, what its team ticks off, and whose yes it needs. */
async function beginService(tx: Db, request: Asked, { service, answers }: OfService, now: Date): Promise<void> {
  if (service.form.length > 0) await insertAnswers(tx, request.id, service.formVersion, answers);
  await addItems(tx, request.id, service.checklist);
  if (service.approval) await approvals.begin(tx, request, service.approval, now);
}

/** A service, a team or a colleague: exactly one, and a real one; with its terms. */
async function targetOf(tx: Db, who: Who, asking: Asking, requester: string): Promise<Outcome<Target>> {
  const { service, team, person } = asking;
  if ([service, team, person].filter((each) => each !== undefined).length !== 1)
    return refused('oneRecipient', { field: 'team' });
  return service === undefined
    ? recipientOf(tx, { team, person }, requester)
    : targetOfService(tx, who, service, asking.answers ?? {});
}

async function targetOfService(tx: Db, who: Who, id: string, given: Given): Promise<Outcome<Target>> {
  const service = await serviceFor(tx, who, id);
  const serving = service && (await teamOf(tx, service.team.id));
  if (!service || !serving) return refused('unknownService', { field: 'service' });
  const answers = await checked(tx, service.form, given);
  if (isRefused(answers)) return answers;
  return { team: serving.id, person: null, terms: { ...serving, ...service.terms }, of: { service, answers } };
}

/** A team or a colleague: exactly one of the two, and a real one; with its terms. */
export async function recipientOf(
  tx: Db,
  asked: { team?: string | undefined; person?: string | undefined },
  requester: string,
): Promise<Outcome<Target>> {
  if ((asked.team === undefined) === (asked.person === undefined)) return refused('oneRecipient', { field: 'team' });
  if (asked.team !== undefined) {
    const found = await teamOf(tx, asked.team);
    if (!found || found.archived) return refused('unknownTeam', { field: 'team' });
    return { team: asked.team, person: null, terms: found };
  }
  const person = asked.person ?? '';
  if (person === requester) return refused('askYourself', { field: 'person' });
  if (!(await isActive(tx, person))) return refused('unknownPerson', { field: 'person' });
  return { team: null, person, terms: await termsOf(tx, { team: null, person, service: null }) };
}
