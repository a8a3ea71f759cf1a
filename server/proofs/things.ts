// For tests of the whole: the things that operations are tried on, each made anew, and the calls put together.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Route } from '../../contract/route.ts';
import { makeLink } from '../auth/auth.ts';
import { addPerson, addTeam, enlist, setAbsence } from '../directory/directory.ts';
import { newAnswerLink } from './answers.ts';
import { isMeeting, newCalendar, newMeeting } from './appointments.ts';
import { isArticle, newArticle } from './articles.ts';
import { goodCalls, nextDays, png } from './calls.ts';
import { createService } from '../catalog/catalog.ts';
import type { Caller, Cast, Heard, Someone } from './cast.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { must } from '../requests/for-tests.ts';
import { isFile, newFile } from './files.ts';
import { isIdea, newIdea } from './ideas.ts';
import { newGoal } from './goals.ts';
import { newMove } from './moves.ts';
import { isOffering, newOffering } from './offerings.ts';
import { isPromise, newPromise, promiseIn } from './promises.ts';
import { copyOf, linkTarget, states, type Shape, type State, type Stock } from './states.ts';

export type Operation = { id: string; route: Route };

let made = 0;

/** A person with a photo, whom nothing else depends on. */
export async function newPerson(cast: Cast, called?: string): Promise<string> {
  made += 1;
  const name = called ?? `Extra ${made}`;
  const { id } = must(
    await transact(cast.db, (tx) => addPerson(tx, { name, email: `extra${made}@example.com` }, cast.time())),
  );
  await cast.as('administrator', 'PUT', `/api/people/${id}/photo`, {
    body: png,
    headers: { 'content-type': 'image/png' },
  });
  return id;
}

/** A team with the same people as the serving one. */
function newTeam({ db, id, time }: Cast): Promise<string> {
  return transact(db, async (tx) => {
    const team = must(await addTeam(tx, { name: `Crew ${(made += 1)}` }, time())).id;
    for (const who of ['lead', 'provider', 'member', 'second'] as const)
      must(await enlist(tx, team, id[who], who === 'lead'));
    return team;
  });
}

async function archived(cast: Cast): Promise<string> {
  const team = await newTeam(cast);
  await cast.as('administrator', 'POST', `/api/teams/${team}/archival`, { body: {} });
  return team;
}

/** A service of the same people, offered to everyone or to the kitchen alone. */
async function newService(cast: Cast, askers: 'everyone' | string[]): Promise<string> {
  const team = await newTeam(cast);
  const input = { team, name: `Extra ${(made += 1)}`, askers };
  return must(await transact(cast.db, (tx) => createService(tx, input, cast.time()))).id;
}

async function resting(cast: Cast): Promise<string> {
  const service = await newService(cast, 'everyone');
  await cast.as('administrator', 'POST', `/api/services/${service}/archival`, { body: {} });
  return service;
}

async function left(cast: Cast): Promise<string> {
  const person = await newPerson(cast, 'Extra Gone');
  await cast.as('administrator', 'POST', `/api/people/${person}/deactivation`, { body: {} });
  return person;
}

/** A table of people that an administrator has looked at. */
async function table(cast: Cast): Promise<string> {
  const looked = await cast.as('administrator', 'POST', '/api/people-imports', {
    body: Buffer.from(`name,email\nNew One,new${(made += 1)}@other.example\n`),
    headers: { 'content-type': 'text/csv' },
  });
  return String(looked.body['id']);
}

/** Days away of this person, as they said themselves. */
async function absence({ db, id, time }: Cast, whose: Someone): Promise<string> {
  const who = { id: id[whose], session: '', administrator: false, language: 'en', zone: 'UTC', teams: [] } as const;
  const given = { ...nextDays(), words: '', standIn: null };
  return must(await transact(db, (tx) => setAbsence(tx, who, who.id, given, time()))).id;
}

/** A view of this person, or a reply of the serving team. */
async function onDesk({ db, id, it, time }: Cast, whose: Someone | null): Promise<string> {
  const made = newId();
  await (
    whose === null
      ? sql`insert into desk_template (id, team_id, name, body, created_at) values (${made}, ${it}, ${made}, 'Hello', ${time()})`
      : sql`insert into desk_view (id, owner_id, name, filter, created_at) values (${made}, ${id[whose]}, 'Late', '{}', ${time()})`
  ).execute(db);
  return made;
}

/** An ask of this person that comes round by itself. */
async function recurring({ db, id, it }: Cast, whose: Someone): Promise<string> {
  const made = newId();
  await sql`
    insert into recurring_ask (id, owner_id, title, team_id, recurrence, from_date, at_time, zone, workdays, created_at)
    values (${made}, ${id[whose]}, 'Doors', ${it}, '{"every":"days","count":90}', '2026-11-24', '08:30', 'UTC', true, now())`.execute(
    db,
  );
  return made;
}

/** A webhook of this person, and something that it sent, under the same id so that one call finds both. */
async function webhookOf({ db }: Cast, owner: string): Promise<string> {
  const webhook = newId();
  await sql`
    insert into connect_webhook (id, owner_id, name, url, about, secret, created_at)
    values (${webhook}, ${owner}, 'Wallboard', 'https://hooks.example.com/in', array['request'], ${randomBytes(32)}, now())`.execute(
    db,
  );
  await sql`
    insert into connect_delivery (id, webhook_id, type, subject_id, at, state, next_at, created_at)
    values (${webhook}, ${webhook}, 'webhook.test', ${webhook}, now(), 'failed', now(), now())`.execute(db);
  return webhook;
}

/** A session, a passkey, a token, a webhook or a link of this person. */
async function keyOf(cast: Cast, operation: string, owner: Someone): Promise<string> {
  const { db, id } = cast;
  if (operation === 'endSession') {
    await cast.enter(owner);
    const found = await sql<{ id: string }>`
      select id from auth_session where user_id = ${id[owner]} order by id desc limit 1`.execute(db);
    return found.rows[0]?.id ?? '';
  }
  if (operation.endsWith('Passkey')) {
    const passkey = newId();
    await sql`
      insert into auth_passkey (id, user_id, credential_id, public_key, counter, device_type, backed_up)
      values (${passkey}, ${id[owner]}, ${randomBytes(16).toString('hex')}, 'k', 0, 'singleDevice', false)`.execute(db);
    return passkey;
  }
  if (/Webhook|Deliver/.test(operation)) return webhookOf(cast, id[owner]);
  if (operation === 'revokeToken') {
    const token = newId();
    await sql`
      insert into auth_token (id, account_id, name, token_hash, ending, scopes, created_at, expires_at)
      values (${token}, ${id[owner]}, 'A program', ${randomBytes(32)}, 'wxyz', array['read'], now(), now() + interval '1 day')`.execute(
      db,
    );
    return token;
  }
  if (operation === 'unsubscribePush') {
    const browser = newId();
    await sql`
      insert into notices_browser (id, person_id, endpoint, p256dh, auth, created_at)
      values (${browser}, ${id[owner]}, ${`https://push.example.com/${browser}`}, 'k', 'a', now())`.execute(db);
    return browser;
  }
  if (operation.endsWith('Mail') || operation === 'readMailChoice') {
    const link = cast.outgoing.links.choice(id.second, 'follow', cast.time());
    return link.split('/').at(-1) ?? '';
  }
  // A newer link ends the older one of the same person.
  const account = await newPerson(cast);
  return transact(db, (tx) => makeLink(tx, { account, purpose: 'reset', now: cast.time() }));
}

/** A copy of a request that has a link already. */
async function linked({ db, id }: Cast, request: string): Promise<string> {
  const copy = await copyOf(db, request);
  await sql`insert into requests_link values (${copy}, ${linkTarget}, 'related', ${id.lead}, now())`.execute(db);
  return copy;
}

const ownShapes: Partial<Record<Caller, Shape>> = {
  named: 'person',
  insider: 'inside',
  approver: 'approval',
  deputy: 'approval',
  leaver: 'left',
};
/** The kind of request that a caller is tried on: one that they have to do with in their own way, if there is one. */
export const shapeFor = (who: Caller): Shape => ownShapes[who] ?? 'team';

/** The thing that a row is tried on, for this caller; undefined where the operation needs none. */
export async function thingFor(
  cast: Cast,
  stock: Stock,
  operation: string,
  who: Caller,
  on: string,
): Promise<string | undefined> {
  const owner: Someone = who === 'nobody' || who === 'ended' ? 'helper' : who;
  const state = on === 'note' ? 'promised' : on;
  if ((states as readonly string[]).includes(state)) return copyOf(cast.db, stock[shapeFor(who)][state as State]);
  if (on === 'open' || on === 'private' || on === 'approval' || on === 'hr') return copyOf(cast.db, stock[on].asked);
  if (on === 'linked') return linked(cast, stock[shapeFor(who)].asked);
  if (isOffering(on)) return newOffering(cast, on, () => copyOf(cast.db, stock[shapeFor(who)].promised));
  if (isFile(on)) return newFile(cast, on, owner === 'gone' ? 'helper' : owner, who === 'named');
  if (isArticle(on)) return newArticle(cast, on);
  if (isIdea(on)) return newIdea(cast, on);
  if (isPromise(on)) return newPromise(cast, on, owner === 'gone' ? 'helper' : owner);
  if (on === 'requestPromise') return promiseIn(cast, await copyOf(cast.db, stock[shapeFor(who)].promised));
  if (on === 'answer') return newAnswerLink(cast, stock.team.proposed);
  if (on === 'me') return cast.id[owner];
  if (on === 'new') return cast.id.newcomer;
  if (on === 'colleague') return newPerson(cast);
  if (on === 'left') return left(cast);
  if (on === 'team') return newTeam(cast);
  if (on === 'goal' || on === 'ownGoal') return newGoal(cast, await newTeam(cast), on === 'ownGoal');
  if (on === 'archived') return archived(cast);
  if (on === 'table') return table(cast);
  if (on === 'move' || on === 'theirMove') return newMove(cast, on === 'move' ? 'own' : 'theirs');
  if (on === 'ownAbsence') return absence(cast, owner === 'gone' ? 'helper' : owner);
  if (on === 'another') return absence(cast, 'insider');
  if (on === 'ownView') return onDesk(cast, owner === 'gone' ? 'helper' : owner);
  if (on === 'theirView') return onDesk(cast, 'insider');
  if (on === 'template') return onDesk(cast, null);
  if (on === 'ownRound') return recurring(cast, owner === 'gone' ? 'helper' : owner);
  if (on === 'theirRound') return recurring(cast, 'insider');
  if (isMeeting(on))
    return newMeeting(
      cast,
      await newPerson(cast),
      on === 'ownMeeting' ? cast.id[owner === 'gone' ? 'helper' : owner] : await newPerson(cast),
      operation,
    );
  if (on === 'ownCalendar') return newCalendar(cast.db, await newPerson(cast));
  if (on === 'service') return newService(cast, 'everyone');
  if (on === 'forKitchen') return newService(cast, [cast.kitchen]);
  if (on === 'resting') return resting(cast);
  if (on === 'own') return keyOf(cast, operation, owner);
  if (on === 'other') return keyOf(cast, operation, 'second');
  return undefined;
}

const tables: Record<string, string> = {
  requests: 'requests_request',
  articles: 'knowledge_article',
  ideas: 'ideas_idea',
  people: 'directory_person',
  teams: 'directory_team',
  company: 'directory_company',
  webhooks: 'connect_webhook',
  services: 'catalog_service',
  goals: 'goals_goal',
  recurring: 'recurring_ask',
  appointments: 'appointments_appointment',
  notices: 'notices_settings',
  mail: 'platform_mail_server',
  promises: 'promises_promise',
  views: 'desk_view',
  templates: 'desk_template',
};

/** What hangs on a team and has a version of its own: 0 until it is written. */
const ofTeam: Record<string, string> = { standards: 'courtesy_standard' };

/** The version that a thing has now, as its ETag; "1" for one that does not exist. */
export async function versionOf(db: Db, route: Route, thing: string | undefined, owner = ''): Promise<string> {
  const own = ofTeam[route.path.split('/')[4] ?? ''];
  if (own) {
    const kept = await sql<{ version: number }>`
      select version from ${sql.table(own)} where team_id::text = ${thing ?? ''}`.execute(db);
    return `"${kept.rows[0]?.version ?? 0}"`;
  }
  const table = tables[route.path.split('/')[2] ?? ''] ?? '';
  const mine = table === 'notices_settings';
  const only = mine
    ? sql`where person_id::text = ${owner}`
    : thing === undefined
      ? sql``
      : sql`where id::text = ${thing}`;
  const found = await sql<{ version: number }>`select version from ${sql.table(table)} ${only}`.execute(db);
  return `"${found.rows[0]?.version ?? 1}"`;
}

/** Makes one good call of an operation on a thing; `instead` is sent in place of the good body. */
export async function send(
  cast: Cast,
  { id, route }: Operation,
  who: Caller,
  on: string,
  thing?: string,
  instead?: unknown,
): Promise<Heard> {
  const { path = {}, query = '', body: good, headers = {} } = goodCalls[id]?.({ cast, on, thing }) ?? {};
  const url = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? thing ?? '') + query;
  const versioned: Record<string, string> =
    route.ifMatch === 'required' ? { 'if-match': await versionOf(cast.db, route, thing, cast.id[who as Someone]) } : {};
  const body = instead ?? good ?? (route.body ? {} : undefined);
  return cast.as(who, route.method, url, {
    headers: { ...versioned, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}
