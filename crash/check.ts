// What must hold after a fault: everything acknowledged is there once and equal, the rest at most once, and a repeat with its key makes it exactly once.
import type pg from 'pg';
import type { PromiseWhole } from '../contract/promises.ts';
import type { Entry, Request } from '../contract/requests.ts';
import type { Client } from './client.ts';
import { promiseSaid, promiseSeen } from './promise-check.ts';
import { aboutOf, byTime, leftByTime, type Side, type Story } from './stories.ts';
import { callOf, send, type Scene } from './writers.ts';

/** What was found amiss. */
export type Finding = { of: 'lost' | 'doubled' | 'early'; what: string };

type Check = { scene: Scene; client: Client; database: pg.Pool };

/** Reads stories back as their people, with some clients at once, repeats what nobody answered, and reads that again. */
export async function checkStories(
  { scene, clients, database }: { scene: Scene; clients: readonly Client[]; database: pg.Pool },
  stories: readonly Story[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const left = [...stories];
  const work = async (client: Client) => {
    for (let story = left.shift(); story; story = left.shift()) {
      const check = { scene, client, database };
      findings.push(...(await readBack(check, story)), ...(await replay(check, story)));
      if (story.unsure) findings.push(...(await repeat(check, story)));
    }
  };
  await Promise.all(clients.map(work));
  findings.push(...(await checkTold(scene, database, stories)));
  return findings;
}

const lost = (story: Story, what: string): Finding => ({ of: 'lost', what: `${nameOf(story)}: ${what}` });
const doubled = (story: Story, what: string): Finding => ({ of: 'doubled', what: `${nameOf(story)}: ${what}` });
const nameOf = ({ kind, id }: Story) => `${kind} ${id ?? 'without an id'}`;

/** Sends what nobody answered once more, under its key, until it is answered; then it must be there once. */
async function repeat({ scene, client, database }: Check, story: Story): Promise<Finding[]> {
  const first = !story.id && (story.unsure?.step.body as { title?: string; deliverable?: string } | undefined);
  if (first) {
    const found = await database.query(
      `select from requests_request where title = $1
       union all select from promises_promise where subject = 'promise' and deliverable = $2`,
      [first.title, first.deliverable],
    );
    if ((found.rowCount ?? 0) > 1) return [doubled(story, `there ${found.rowCount} times, never answered`)];
  }
  for (let tries = 0; story.unsure && tries < 40; tries += 1) {
    if (await send(scene, client, story)) break;
    await new Promise((done) => setTimeout(done, 250));
  }
  if (story.unsure) return [lost(story, `a repeat of ${story.unsure.step.path || 'the ask'} is never answered`)];
  return readBack({ scene, client, database }, story);
}

/** The last answer, asked for again with its key, is the same to the byte, and nothing is done again. */
async function replay({ scene, client }: Check, story: Story): Promise<Finding[]> {
  const last = story.written.at(-1);
  if (!last) return [];
  const again = await client.send(callOf(scene, story, last));
  return again?.text === last.answer ? [] : [lost(story, `the repeat answers ${again?.status} ${again?.text}`)];
}

async function readBack(check: Check, story: Story): Promise<Finding[]> {
  if (!story.id) return [];
  const findings: Finding[] = [];
  for (const side of ['asker', 'server'] as const) {
    if (aboutOf(story) === 'promises') {
      const promise = await read<PromiseWhole>(check, story, side, '');
      if (!promise) findings.push(lost(story, `the ${side} cannot read it`));
      else findings.push(...comparePromise(story, promise), ...compareSigns(story, side, promiseSaid(promise)));
      continue;
    }
    const request = await read<Request>(check, story, side, '');
    const timeline = await read<{ items: Entry[] }>(check, story, side, '/messages?limit=100');
    if (!request || !timeline) findings.push(lost(story, `the ${side} cannot read it`));
    else findings.push(...compare(story, request), ...compareSigns(story, side, timeline.items.map(signOf)));
  }
  return findings;
}

async function read<T>({ scene, client }: Check, story: Story, side: Side, path: string): Promise<T | null> {
  const cookie = scene.company.cookie[story[side]];
  const answer = await client.send({ method: 'GET', path: `/api/${aboutOf(story)}/${story.id}${path}`, cookie });
  if (answer?.status === 401) {
    await scene.company.signIn();
    return read({ scene, client } as Check, story, side, path);
  }
  return answer?.status === 200 ? (JSON.parse(answer.text) as T) : null;
}

const factsOf = (request: Request) => ({
  number: request.number,
  title: request.title,
  details: request.details,
  requester: request.requester.id,
  team: request.team?.id,
  person: request.person?.id,
  createdAt: request.createdAt,
});
const progressOf = (request: Request) => ({
  state: request.state,
  provider: request.provider?.id,
  due: request.due,
  deliverable: request.deliverable,
  delivered: request.delivered,
  thanks: request.thanks,
  ratings: request.ratings,
});

/** The request is as its last answer said, unless a step that nobody answered, or silence, took it further. */
function compare(story: Story, request: Request): Finding[] {
  if (story.refused && request.state === 'delivered') return [lost(story, 'its acceptance was refused for nothing')];
  const answers = story.written.filter(({ step }) => step.path !== '/messages');
  const last = answers.at(-1);
  if (!last) return [];
  const said = JSON.parse(last.answer) as Request;
  const further = story.unsure !== undefined || request.closedBySilence;
  const seen = (of: Request) => JSON.stringify({ ...factsOf(of), ...(further ? {} : progressOf(of)) });
  return seen(said) === seen(request) ? [] : [lost(story, `it is ${seen(request)} and not ${seen(said)}`)];
}

/** The same of a promise; a step that nobody answered, or silence, may have taken it further. */
function comparePromise(story: Story, promise: PromiseWhole): Finding[] {
  const last = story.written.at(-1);
  if (!last || story.unsure || promise.closedBySilence) return [];
  const [said, seen] = [promiseSeen(JSON.parse(last.answer) as PromiseWhole), promiseSeen(promise)];
  return said === seen ? [] : [lost(story, `it is ${seen} and not ${said}`)];
}

const signOf = (entry: Entry): string => {
  if (entry.kind !== 'event') return `${entry.kind} ${entry.body}`;
  const { words, reason, deliverable } = entry.facts;
  const said = words ?? reason ?? deliverable;
  return said ? `${entry.what} ${said}` : entry.what;
};

/** Every entry of an acknowledged step stands there once; those of an unsure one all or none; the clock's own at most once each. */
function compareSigns(story: Story, side: Side, signs: readonly string[]): Finding[] {
  const shown = (sign: string) => side === 'server' || !sign.startsWith('note ');
  const due = counted(story.written.flatMap(({ step }) => step.leaves).filter(shown));
  const maybe = (story.unsure?.step.leaves ?? []).filter(shown);
  const there = counted(signs);
  const done = maybe.length > 0 && maybe.every((sign) => (there.get(sign) ?? 0) > (due.get(sign) ?? 0));
  if (done) for (const sign of maybe) due.set(sign, (due.get(sign) ?? 0) + 1);
  const findings: Finding[] = [];
  for (const sign of new Set([...due.keys(), ...there.keys()])) {
    const [wanted, found] = [due.get(sign) ?? 0, there.get(sign) ?? 0];
    const most = leftByTime.includes(sign) ? Math.max(wanted, sign === 'offered' ? found : 1) : wanted;
    if (found < wanted) findings.push(lost(story, `"${sign}" ${found} times instead of ${wanted}`));
    if (found > most) findings.push(doubled(story, `"${sign}" ${found} times instead of ${most}`));
  }
  return findings;
}

const counted = (signs: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
};

/** Each step told whom it concerns exactly once, as counted in the table of notices. */
export async function checkTold(scene: Scene, database: pg.Pool, stories: readonly Story[]): Promise<Finding[]> {
  const { rows } = await database.query<{ id: string; person: string; kind: string; count: number }>(
    `select subject_id as id, person_id as person, kind, count(*)::int as count from notices_notice
     where subject_id = any($1::uuid[]) group by 1, 2, 3`,
    [stories.flatMap(({ id }) => id ?? [])],
  );
  const told = new Map<string, Map<string, number>>();
  for (const { id, person, kind, count } of rows)
    told.set(id, (told.get(id) ?? new Map()).set(`${kind} to ${person}`, count));
  return stories.flatMap((story) => (story.id ? compareTold(scene, story, told.get(story.id) ?? new Map()) : []));
}

function compareTold({ company }: Scene, story: Story, found: Map<string, number>): Finding[] {
  const wanted = counted(
    story.written.flatMap(({ step }) => step.tells.map(([to, kind]) => `${kind} to ${company.id[story[to]]}`)),
  );
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((each) => {
    const [want, have] = [wanted.get(each) ?? 0, found.get(each) ?? 0];
    const most = byTime.some((kind) => each.startsWith(`${kind} `)) ? Math.max(want, 1) : want;
    if (have < want) return [lost(story, `told "${each}" ${have} times instead of ${want}`)];
    return have > most ? [doubled(story, `told "${each}" ${have} times instead of ${most}`)] : [];
  });
}
