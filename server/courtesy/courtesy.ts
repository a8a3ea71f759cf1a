// Front door of courtesy: standards of teams, and what both sides say of an ask. What is shown of it: figures.ts; counting: counting.ts.
import type {
  AskingAnswer,
  AskingQuestion,
  OfferedStandards,
  ServingAnswer,
  TeamStandards,
} from '../../contract/courtesy.ts';
import { askingQuestions, servingQuestions } from '../../contract/courtesy.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import type { Request } from '../../contract/requests.ts';
import { ratesShown, team as teamOf, teamRefs } from '../directory/directory.ts';
import { audit } from '../platform/audit.ts';
import { announce } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { readRequest } from '../requests/requests.ts';
import { mayWriteStandards, whyNotAsking, whyNotServing } from './access.ts';
import * as queries from './queries.ts';

export { countCourtesy } from './counting.ts';
export { myAsking, teamCourtesy } from './figures.ts';
export { courtesyPersonal } from './personal.ts';

/** How a team says hello and goodbye, for everybody. Refuses `notFound`. */
export async function teamStandards(db: Db, who: Who, id: string): Promise<Outcome<TeamStandards>> {
  const team = (await teamRefs(db, [id])).get(id);
  if (!team) return refused('notFound');
  const { greeting = '', closing = '', version = 0 } = (await queries.findStandards(db, id)) ?? {};
  const living = !(await teamOf(db, id))?.archived;
  return { team, greeting, closing, version, can: living && mayWriteStandards(who, id) ? ['update'] : [] };
}

export type Writing = { id: string; expected: number | undefined; greeting: string; closing: string };

/** Writes them anew. Refuses `notFound`, `leadsOnly`, `archivedTeam`, `changedMeanwhile`. */
export async function setStandards(tx: Db, who: Who, given: Writing, now: Date): Promise<Outcome<TeamStandards>> {
  const { id, expected, greeting, closing } = given;
  const before = await teamStandards(tx, who, id);
  if (isRefused(before)) return before;
  if (!mayWriteStandards(who, id)) return refused('leadsOnly');
  if (!before.can.includes('update')) return refused('archivedTeam');
  const version = expected ?? before.version;
  const saved =
    version === before.version && (await queries.saveStandards(tx, { team: id, greeting, closing, version }, now));
  if (!saved) return refused('changedMeanwhile');
  const fields = (['greeting', 'closing'] as const).filter((field) => before[field] !== given[field]);
  const subject = { kind: 'team' as const, id, name: before.team.name };
  await audit(tx, { by: who, act: 'team.update', subject, facts: { fields: [...fields] }, at: now });
  await announce(tx, { subject: 'team', id, kind: 'changed' });
  return { ...before, greeting, closing, version: version + 1 };
}

/** What is offered to whoever answers a request: the service’s own words, or else the team’s. Refuses `notFound`. */
export async function offeredFor(db: Db, who: Who, id: string, now: Date): Promise<Outcome<OfferedStandards>> {
  const request = await readRequest(db, who, id, now);
  if (!request) return refused('notFound');
  const { team, service } = request;
  const found = team && (await queries.findOffered(db, { team: team.id, service: service?.id ?? null }));
  const either = (own: string | null | undefined, others: string | null | undefined): OfferedStandards['greeting'] =>
    own ? { words: own, of: 'service' } : others ? { words: others, of: 'team' } : null;
  return {
    greeting: either(found?.service_greeting, found?.team_greeting),
    closing: either(found?.service_closing, found?.team_closing),
  };
}

type Asked = { tx: Db; who: Who; id: string; now: Date };

/** The request, if `who` sees it and may say what they say of it. */
async function enter(
  { tx, who, id, now }: Asked,
  whyNot: (who: Who, request: Request) => ProblemCode | null,
): Promise<Outcome<Request>> {
  const request = await readRequest(tx, who, id, now);
  if (!request) return refused('notFound');
  const no = whyNot(who, request);
  return no ? refused(no) : request;
}

type Answers<Question> = { dropped: Question[]; said: { question: Question; yes: boolean }[] };

/**
 * Which of the changed answers are taken back, and which are given. Refuses `alreadyCounted` for one that stands, and `ratesOff` where the
 * company shows nobody what would come of it.
 */
async function sort<Question extends string>(
  tx: Db,
  changed: readonly Question[],
  given: Readonly<Record<Question, boolean | null>>,
  counted: readonly string[],
): Promise<Outcome<Answers<Question>>> {
  const late = changed.find((question) => counted.includes(question));
  if (late) return refused('alreadyCounted', { field: late });
  const said = changed.flatMap((question) => {
    const yes = given[question];
    return yes === null ? [] : [{ question, yes }];
  });
  if (said.length > 0 && !(await ratesShown(tx))) return refused('ratesOff');
  return { dropped: changed.filter((question) => given[question] === null), said };
}

const standing = <Question extends string>(rows: readonly { question: Question; stands: boolean }[]) =>
  rows.filter(({ stands }) => stands).map(({ question }) => question);

async function askingOf(db: Db, id: string, by: string): Promise<AskingAnswer> {
  const rows = await queries.findAsking(db, id, by);
  const said = (question: AskingQuestion) => rows.find((row) => row.question === question)?.yes ?? null;
  return {
    clear: said('clear'),
    complete: said('complete'),
    missing: rows.find((row) => row.question === 'complete')?.missing ?? null,
    kind: said('kind'),
    note: await queries.findNote(db, id, by),
    asks: await ratesShown(db),
    counted: standing(rows),
  };
}

/** What who serves it said of the ask, for themselves. Refuses `notFound`, `notYours`, `notFromHere`. */
export async function readAsking(asked: Asked): Promise<Outcome<AskingAnswer>> {
  const request = await enter(asked, whyNotAsking);
  return isRefused(request) ? request : askingOf(asked.tx, asked.id, asked.who.id);
}

/** Who promised says how the ask was. Refuses also `ratesOff`, and `alreadyCounted` for an answer that stands. */
export async function sayAsking(
  asked: Asked,
  given: Omit<AskingAnswer, 'asks' | 'counted'>,
): Promise<Outcome<AskingAnswer>> {
  const { tx, who, id, now } = asked;
  const request = await enter(asked, whyNotAsking);
  if (isRefused(request)) return request;
  const before = await askingOf(tx, id, who.id);
  const missing = given.complete === false ? given.missing : null;
  const changed = askingQuestions.filter(
    (question) => given[question] !== before[question] || (question === 'complete' && missing !== before.missing),
  );
  const answers = await sort(tx, changed, given, before.counted);
  if (isRefused(answers)) return answers;
  const of = {
    request_id: id,
    by_id: who.id,
    asker_id: request.requester.id,
    service_id: request.service?.id ?? null,
    team_id: request.team?.id ?? null,
    at: now,
  };
  await queries.dropAsking(tx, id, who.id, answers.dropped);
  await queries.saveAsking(
    tx,
    answers.said.map((each) => ({ ...of, ...each, missing: each.question === 'complete' ? missing : null })),
  );
  if (given.note !== before.note) await queries.saveNote(tx, { request: id, by: who.id, words: given.note }, now);
  return askingOf(tx, id, who.id);
}

async function servingOf(db: Db, id: string, by: string): Promise<ServingAnswer> {
  const rows = await queries.findServing(db, id, by);
  const said = (question: 'greeted' | 'closed') => rows.find((row) => row.question === question)?.yes ?? null;
  return { greeted: said('greeted'), closed: said('closed'), asks: await ratesShown(db), counted: standing(rows) };
}

/** What who asked said of hello and goodbye, for themselves. Refuses `notFound`, `notYours`, `notFromHere`. */
export async function readServing(asked: Asked): Promise<Outcome<ServingAnswer>> {
  const request = await enter(asked, whyNotServing);
  return isRefused(request) ? request : servingOf(asked.tx, asked.id, asked.who.id);
}

/** Who asked says whether they were greeted by name and whether it was closed well. Refuses also `ratesOff`, `alreadyCounted`. */
export async function sayServing(
  asked: Asked,
  given: Omit<ServingAnswer, 'asks' | 'counted'>,
): Promise<Outcome<ServingAnswer>> {
  const { tx, who, id, now } = asked;
  const request = await enter(asked, whyNotServing);
  if (isRefused(request)) return request;
  const { team, provider } = request;
  if (!team || !provider) return refused('notFromHere');
  const before = await servingOf(tx, id, who.id);
  const changed = servingQuestions.filter((question) => given[question] !== before[question]);
  const answers = await sort(tx, changed, given, before.counted);
  if (isRefused(answers)) return answers;
  const of = { request_id: id, by_id: who.id, team_id: team.id, server_id: provider.id, at: now };
  await queries.dropServing(tx, id, who.id, answers.dropped);
  await queries.saveServing(
    tx,
    answers.said.map((each) => ({ ...of, ...each })),
  );
  return servingOf(tx, id, who.id);
}
