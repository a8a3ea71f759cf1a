// How one person keeps their word is for that person alone. Somebody gets a record like nobody else's; then everybody reads all there is
// to read, and neither the record nor its rate is there, nor is it what remains when one figure is taken from another.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromiseOutcome } from '../../contract/promises.ts';
import { createService } from '../catalog/catalog.ts';
import { addTeam, enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { describe as document } from '../platform/openapi.ts';
import { wilson } from '../platform/statistics.ts';
import { must } from '../requests/for-tests.ts';
import { endPromises, several, type Past } from '../trust/for-tests.ts';
import { openCast, people, type Caller, type Cast, type Someone } from './cast.ts';
import { figureIn, partsOf, told, within } from './figures.ts';
import { openHooks, reached } from './hooks.ts';
import { readMails } from './letters.ts';
import { serveAll } from './records.ts';
import { openTaps } from './taps.ts';
import { newPerson } from './things.ts';
import { follow, milestone, readAll, type View } from './views.ts';

/** The record: 29 of 37 kept, 6 of them by a new time agreed in advance. */
const record = { kept: 23, keptRenegotiated: 6, repaired: 3, missed: 4, revoked: 1 } as const;
const [good, total] = [29, 37];
const whose = 'provider';
const name = 'Provider';

let cast: Cast;
let service: string;
let views: View[];
let served: string[];
let promises: string[];
const hooks = openHooks();

const part = (who: Someone, counts: Partial<Record<PromiseOutcome, number>>, at: string): Past[] =>
  Object.entries(counts).flatMap(([outcome, count]) =>
    several(count, {
      promiser: cast.id[who],
      promisee: cast.id.second,
      team: cast.it,
      service,
      outcome: outcome as PromiseOutcome,
      at: new Date(at),
    }),
  );
const readers = people.filter((who) => who !== whose && who !== 'gone');
const narrowed = ['open', 'ended', 'late', 'closed', 'revoked'].map((is) => `by:${name} is:${is}`);
const searches = [name, `by:${name}`, ...narrowed, 'projector'];
const known = () => ({
  requests: served.slice(0, 2),
  people: [cast.id[whose], cast.id.member],
  teams: [cast.it, cast.kitchen],
  words: [],
  searches,
  services: [service],
  promises,
});

beforeAll(async () => {
  const taps = openTaps();
  cast = await openCast('2026-11-24T08:00:00Z', { reach: taps.reach, webhookAllow: reached });
  await taps.subscribe(cast);
  await hooks.subscribe(cast);
  const address = await cast.http.listen({ port: 0, host: '127.0.0.1' });
  const streams = await Promise.all(readers.map((who) => follow(cast, address, who)));
  const { db, it: team } = cast;
  const desk = await transact(db, async (tx) => must(await addTeam(tx, { name: 'Desk' }, cast.time())).id);
  for (let no = 0; no < 5; no += 1) {
    const person = await newPerson(cast);
    await transact(db, async (tx) => void must(await enlist(tx, desk, person, no === 0)));
  }
  service = (await transact(db, async (tx) => must(await createService(tx, { team, name: 'Cables' }, cast.time())))).id;
  await endPromises(
    db,
    [
      ...part(whose, record, '2026-10-06T08:00:00Z'),
      ...part('member', { kept: 15, missed: 4 }, '2026-10-07T08:00:00Z'),
      ...part('lead', { kept: 12, keptRenegotiated: 2, repaired: 1 }, '2026-10-08T08:00:00Z'),
      ...part('helper', { kept: 8, missed: 2 }, '2026-10-09T08:00:00Z'),
    ].map((each) => ({ ...each, askingTeam: desk })),
  );
  served = await serveAll(cast, whose);
  promises = [await promiseOutside('named'), await promiseOutside('second')];
  views = [];
  const look = async (callers: readonly Caller[], how = cast) => {
    for (const who of callers) views.push(...(await readAll(how, who, known())));
  };
  await look([...readers, 'nobody', 'ended']);
  for (const who of ['member', 'administrator'] as const) await look([who], await byToken(who));
  views.push(...(await readMails(cast)), ...(await taps.read(cast)));
  // A month that is one person's own, and then looked at again.
  await endPromises(db, part(whose, { kept: 3, missed: 4 }, '2026-11-25T08:00:00Z'));
  cast.time('2026-12-04T08:00:00Z');
  await look(['member', 'otherLead', 'administrator']);
  await milestone(cast, streams, 'The last to be heard of');
  for (const { who, text, close } of streams) {
    views.push({ who, from: 'the stream of events', text });
    close();
  }
  views.push(...(await readMails(cast)), ...(await taps.read(cast)), ...(await hooks.read(cast)));
}, 120_000);
afterAll(async () => {
  await cast.close();
  await hooks.close();
});

/** A promise to a colleague that still runs: it is mailed, tapped, noticed, told of and found, and counts in no record yet. */
async function promiseOutside(to: Someone): Promise<string> {
  const body = { to: cast.id[to], deliverable: 'A projector in the attic', due: '2026-11-27T12:00:00Z' };
  const made = await cast.as(whose, 'POST', '/api/promises', { body });
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body['id']);
}

/** The cast, calling by a token of `who` for all that they may read. */
async function byToken(who: 'member' | 'administrator'): Promise<Cast> {
  const body = { name: 'A program', scopes: ['read', ...(who === 'administrator' ? ['admin'] : [])] };
  const made = await cast.as(who, 'POST', '/api/tokens', { body });
  if (made.status !== 201) throw new Error(made.text);
  const headers = { authorization: `Bearer ${String(made.body['token'])}` };
  return { ...cast, as: (_who, method, url) => cast.as('nobody', method, url, { headers }) };
}

const isRecord = told([record.kept, good], total);

/** What somebody reads, with these numbers beside each other in it. */
function withNumbers(text: string, numbers: readonly number[]): string {
  const at = text.indexOf('\n') + 1;
  const [head, body] = [text.slice(0, at), text.slice(at)];
  if (body.startsWith('{')) return `${head}${JSON.stringify({ body: JSON.parse(body), of: { ...numbers } })}`;
  if (body.includes('<row')) return `${text}<row>${numbers.map((number) => `<v>${number}</v>`).join('')}</row>`;
  return `${text}\n${text.includes('event: ') ? `data: ${JSON.stringify({ of: { ...numbers } })}` : numbers.join(', ')}\n`;
}

describe('a personal rate', () => {
  it('is read by the person, in full', async () => {
    const mine = await cast.as(whose, 'GET', '/api/me/trust?every=month');
    expect(within(mine.body).some(isRecord)).toBe(true);
    expect((await cast.as(whose, 'GET', '/api/me/trust')).body).toMatchObject({ hides: null });
  });

  /** What each way out is known by, and how much must have come by it. */
  const ways: [string, RegExp, number][] = [
    ['webhooks', /^a webhook: request\.accepted/, 100],
    ['streams', /^the stream of events$/, readers.length],
    ['mails', /^a mail/, 2],
    ['taps', /^a tap/, 2],
    ['search', /^\/api\/search\?q=by%3A/, 100],
    ['exports', /sheet/, 50],
    ['notices', /^\/api\/notices\?/, 20],
    ['metrics', /^\/metrics/, 1],
  ];
  it.each(ways)('would be seen in %s', (_way, from, many) => {
    const found = views.filter((view) => from.test(view.from));
    expect(found.length).toBeGreaterThanOrEqual(many);
    const { text = '' } = found.at(-1) ?? {};
    for (const counts of [[good, total], [record.kept, total], [good / total], [wilson(good, total).high * 100]])
      expect(partsOf({ text: withNumbers(text, counts) }).some(isRecord), `${counts}`).toBe(true);
  });

  it('is in nothing that anybody else reads: no answer, table, mail, tap, webhook or stream, nor what is measured', () => {
    expect(views.length).toBeGreaterThan(1000);
    expect(new Set(views.map(({ who }) => who)).size).toBeGreaterThan(12);
    // How long things took is measured by chance; of promises nothing is.
    const measured = views.filter(({ from }) => from === '/metrics');
    const lines = measured.flatMap(({ text }) =>
      text.split('\n').filter((line) => line.startsWith('goodturn') && !line.includes('operation="')),
    );
    expect(lines.filter((line) => /promis|kept|trust|missed/i.test(line))).toEqual([]);
    const strays = views.flatMap((view) =>
      !measured.includes(view) && partsOf(view).some(isRecord) ? [`${view.who} in ${view.from}`] : [],
    );
    expect(strays).toEqual([]);
  });

  it('does not remain when one figure that somebody reads is taken from another', () => {
    const shared = views.filter(({ from }) => !/^\/api\/(me\/trust|me\/data)/.test(from));
    const figures = new Map(
      shared.flatMap((view) => partsOf(view).flatMap(figureIn)).map((pair) => [pair.join(' of '), pair]),
    );
    expect(figures.size).toBeGreaterThan(0);
    const left = [...figures.values()].flatMap(([k1, t1]) =>
      [...figures.values()].flatMap(([k2, t2]) => (t1 > t2 ? [`${k1 - k2} of ${t1 - t2}`] : [])),
    );
    // Of all that was planted, and of the month that is one person's.
    for (const own of [`${good} of ${total}`, '3 of 7', `${good + 3} of ${total + 7}`]) expect(left).not.toContain(own);
  });

  it('is not found by search, whichever way one narrows it: no number of what was found is one of those behind it', () => {
    const found = views.filter(({ from, who }) => who === 'member' && from.startsWith('/api/search?q=by%3A'));
    const totals = found.flatMap((view) => partsOf(view).flatMap((part_) => part_['total'] ?? []));
    // All of them are found, and those taken back.
    expect(totals).toEqual(expect.arrayContaining([total, record.revoked]));
    const behind = [record.kept, record.keptRenegotiated, record.repaired, record.missed, good, total - good];
    expect(totals.filter((count) => behind.includes(Number(count)))).toEqual([]);
  });

  it('is behind figures of the team and the service that are read: or nothing would be proved', () => {
    const sum = views.flatMap((view) => (view.from.endsWith('/trust') ? partsOf(view).flatMap(figureIn) : []));
    expect(sum).toContainEqual([good + 15 + 14 + 8, total + 19 + 15 + 10]);
  });

  it('is in no sum that the server keeps: where a person is named, there is how many they promised and nothing else', async () => {
    const { rows } = await sql<{ columns: string }>`
      select string_agg(column_name, ' ' order by ordinal_position) as columns from information_schema.columns
      where table_schema = 'goodturn' and table_name like 'trust%' group by table_name
      having bool_or(column_name ~ 'person|promiser')`.execute(cast.db);
    expect(rows.map(({ columns }) => columns)).toEqual(['team_id kind period about private promiser_id total']);
  });
});

describe('what answers are made of', () => {
  type Schema = Record<string, unknown>;
  const parts = () =>
    document(cast.served) as {
      paths: Record<string, Record<string, Schema>>;
      components: { schemas: Record<string, Schema> };
    };

  /** The names of all schemas that one reaches. */
  function reached(schema: unknown, schemas: Record<string, Schema>, seen = new Set<string>()): Set<string> {
    for (const each of within(schema)) {
      const name = typeof each['$ref'] === 'string' ? each['$ref'].split('/').at(-1) : undefined;
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      reached(schemas[name], schemas, seen);
    }
    return seen;
  }
  const rates = ['Kept', 'TrustFigure'];

  it('is a rate in five of them alone, and in four of these there is no person', () => {
    const { paths, components } = parts();
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const withRates = operations.flatMap((operation) => {
      const names = reached(operation['responses'], components.schemas);
      return rates.some((name) => names.has(name))
        ? [`${operation['operationId']} ${names.has('PersonRef') ? 'names people' : 'names nobody'}`]
        : [];
    });
    expect(withRates.toSorted()).toEqual([
      'getMyTrust names nobody',
      'getServiceTrust names nobody',
      'getTeamReport names nobody',
      'getTeamTrust names nobody',
      'getToday names people',
    ]);
  });

  it('is, of Today, my own record and that of teams: no part with a rate has a person beside it', () => {
    const { components } = parts();
    const today = within(components.schemas['Today']).filter((each) => {
      const own = Object.values((each['properties'] ?? {}) as Record<string, unknown>);
      return own.some((property) => JSON.stringify(property).includes('/Kept"'));
    });
    expect(today.length).toBeGreaterThan(0);
    const names = today.flatMap((each) => Object.entries(each['properties'] as Record<string, unknown>));
    const holds = names.filter(([, property]) => JSON.stringify(property).includes('/Kept"')).map(([name]) => name);
    expect(holds.toSorted()).toEqual(['kept', 'mine', 'teams']);
  });
});
