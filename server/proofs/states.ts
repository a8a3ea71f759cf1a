// For tests of the whole: a request in every state of its life, made by its people through HTTP, and copies of it to act on.
import { sql } from 'kysely';
import type { Cast, Someone } from './cast.ts';
import { tablesOf } from './mirror.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { begin } from '../requests/approvals.ts';

/** Every request of the stock has this on its checklist. */
export const checklistItem = '01890000-0000-7000-8000-00000000c4ec';

/** An open request that everybody sees, to link others with. */
export const linkTarget = '01890000-0000-7000-8000-0000000011ec';

export const states = [
  'asked',
  'greeted',
  'countered',
  'promised',
  'proposed',
  'delivered',
  'closed',
  'old',
  'declined',
  'withdrawn',
  'revoked',
] as const;
export type State = (typeof states)[number];

/**
 * team: asked of a team by `asker` on behalf of `requester`, `second` asks along, `participant` reads along, `provider` serves ·
 * person: the same, but `named` was asked by name and serves ·
 * open, private: as `team`, of a service that every colleague may read, or that never leaves its team ·
 * approval: as `team`, and `approver` is asked for a yes first, and `deputy` in their place; where more than a hello was made of it they gave it ·
 * left: as `team`, but `leaver` served, who has left the team since · hr: private, `newcomer` asked the team of `hr`, who serves ·
 * inside: `insider` of the serving team needs it, `helper` of that team asked in their name and serves.
 */
export const shapes = ['team', 'person', 'inside', 'open', 'private', 'approval', 'left', 'hr'] as const;
export type Shape = (typeof shapes)[number];
export type Stock = Record<Shape, Record<State, string>>;

const hour = 3_600_000;
const roles: Record<Shape, { needs: Someone; asks: Someone; serves: Someone }> = {
  team: { needs: 'requester', asks: 'asker', serves: 'provider' },
  person: { needs: 'requester', asks: 'asker', serves: 'named' },
  open: { needs: 'requester', asks: 'asker', serves: 'provider' },
  private: { needs: 'requester', asks: 'asker', serves: 'provider' },
  approval: { needs: 'requester', asks: 'asker', serves: 'provider' },
  inside: { needs: 'insider', asks: 'helper', serves: 'helper' },
  left: { needs: 'requester', asks: 'asker', serves: 'leaver' },
  hr: { needs: 'newcomer', asks: 'newcomer', serves: 'hr' },
};

/** One request of each shape in each state. */
export async function stockUp(cast: Cast): Promise<Stock> {
  const stock = {} as Stock;
  const { id } = cast;
  const today = cast.time().toISOString().slice(0, 10);
  const away = {
    from: today,
    until: new Date(cast.time().getTime() + 30 * 24 * hour).toISOString().slice(0, 10),
    words: '',
    standIn: id.deputy,
  };
  const on = async (who: Someone, method: 'PUT' | 'POST' | 'DELETE', url: string, body?: object) => {
    const answer = await cast.as(who, method, url, body ? { body } : {});
    if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
  };
  await on('approver', 'POST', `/api/people/${id.approver}/absences`, away);
  await on('administrator', 'PUT', `/api/teams/${cast.it}/members/${id.leaver}`, { lead: false });
  for (const shape of shapes) {
    stock[shape] = {} as Stock[Shape];
    for (const state of states) {
      stock[shape][state] = await makeRequest(cast, shape, state);
      shapeOf.set(stock[shape][state], shape);
    }
  }
  await copyOf(cast.db, stock.open.asked, linkTarget);
  for (const shape of shapes) await copyOf(cast.db, stock[shape].asked, targets[shape]);
  await on('administrator', 'DELETE', `/api/teams/${cast.it}/members/${id.leaver}`);
  return stock;
}

/** What requests of each shape can go on in: an ask like it. */
const targets = Object.fromEntries(
  shapes.map((shape, index) => [shape, `01890000-0000-7000-8000-0000000012e${index}`]),
) as Record<Shape, string>;
const shapeOf = new Map<string, Shape>();
export const mergeTarget = (request: string | undefined): string => targets[shapeOf.get(request ?? '') ?? 'team'];

type Step = [who: Someone, address: string, body: object];

async function makeRequest(cast: Cast, shape: Shape, state: State): Promise<string> {
  const { needs, asks, serves } = roles[shape];
  const due = (hours: number) => new Date(cast.time().getTime() + hours * hour).toISOString();
  const promise: Step = [serves, 'promise', { deliverable: 'A projector that works', due: due(30) }];
  const done: Step = [serves, 'delivery', { done: 'Changed the cable' }];
  const ways: Record<State, Step[]> = {
    asked: [],
    greeted: [[serves, 'greeting', { words: 'Good morning!' }]],
    countered: [[serves, 'counter-offer', { deliverable: 'A screen', due: due(40), reason: 'No projector is free' }]],
    promised: [promise],
    proposed: [promise, [serves, 'renegotiation', { due: due(50), reason: 'The cable is late' }]],
    delivered: [promise, done],
    closed: [promise, done, [needs, 'acceptance', { thanks: 'Thank you!', ratings: { timing: 5 } }]],
    old: [promise, done, [needs, 'acceptance', {}]],
    declined: [[serves, 'refusal', { reason: 'This is a matter for the house', instead: 'Ask maintenance' }]],
    withdrawn: [[needs, 'withdrawal', {}]],
    revoked: [promise, [serves, 'revocation', { reason: 'I fell ill', missReason: 'absence' }]],
  };
  const { id: who_, it, hrTeam } = cast;
  const address = shape === 'person' ? { person: who_.named } : { team: shape === 'hr' ? hrTeam : it };
  const along = asks === needs ? {} : { onBehalfOf: who_[needs], participants: [who_.participant, who_.removed] };
  const asked = await cast.as(asks, 'POST', '/api/requests', {
    body: { title: `${state} ${shape}`, ...address, ...along },
  });
  const id = String(asked.body['id']);
  if (asks !== needs) await cast.as(asks, 'DELETE', `/api/requests/${id}/participants/${who_.removed}`);
  await transact(cast.db, async (tx) => {
    await tx
      .insertInto('requests_checklist_item')
      .values({
        id: checklistItem,
        request_id: id,
        position: 1,
        words: 'Bring a ladder',
        done_at: null,
        done_by_id: null,
      })
      .execute();
    if (shape === 'team')
      await tx
        .insertInto('requests_co_requester')
        .values({ request_id: id, person_id: cast.id.second, added_by_id: cast.id[needs], added_at: cast.time() })
        .execute();
    const needing = { id, sight: 'usual', requester: cast.id[needs] } as const;
    if (shape === 'approval')
      await begin(tx, needing, { mode: 'inOrder', steps: [{ person: cast.id.approver }] }, cast.time());
  });
  const approved = shape === 'approval' && !['asked', 'greeted', 'declined', 'withdrawn'].includes(state);
  const steps: Step[] = [...(approved ? [['approver', 'approval', {}] as Step] : []), ...ways[state]];
  for (const [who, path, body] of steps) {
    const moved = await cast.as(who, 'POST', `/api/requests/${id}/${path}`, { body });
    if (moved.status !== 200) throw new Error(`${state}: ${path} answered ${moved.text}`);
  }
  if (shape === 'open' || shape === 'private' || shape === 'hr')
    await sql`update requests_request set sight = ${shape === 'open' ? 'open' : 'private'} where id = ${id}`.execute(
      cast.db,
    );
  if (state === 'old')
    await sql`update requests_request set ended_at = ended_at - interval '31 days' where id = ${id}`.execute(cast.db);
  return id;
}

/** A copy to act on, with participants, promise and history: making each one by its moves would take minutes. */
export function copyOf(db: Db, id: string, copy: string = newId()): Promise<string> {
  const promise = newId();
  const shape = shapeOf.get(id);
  if (shape) shapeOf.set(copy, shape);
  return transact(db, async (tx) => {
    await sql`
      insert into promises_promise select (jsonb_populate_record(p, jsonb_build_object('id', ${promise}::text, 'subject_id', ${copy}::text))).*
      from promises_promise p where p.subject_id = ${id}`.execute(tx);
    await sql`
      with counted as (update requests_counter set value = value + 1 returning value)
      insert into requests_request select (jsonb_populate_record(r, jsonb_build_object('id', ${copy}::text, 'number', counted.value)
        || case when r.promise_id is null then '{}' else jsonb_build_object('promise_id', ${promise}::text) end)).*
      from requests_request r, counted where r.id = ${id}`.execute(tx);
    await sql`
      insert into promises_revision select (jsonb_populate_record(v, jsonb_build_object('promise_id', ${promise}::text))).*
      from promises_revision v join promises_promise p on p.id = v.promise_id where p.subject_id = ${id}`.execute(tx);
    await sql`
      insert into requests_participant select (jsonb_populate_record(p, jsonb_build_object('request_id', ${copy}::text))).*
      from requests_participant p where p.request_id = ${id}`.execute(tx);
    await sql`
      insert into requests_co_requester select (jsonb_populate_record(c, jsonb_build_object('request_id', ${copy}::text))).*
      from requests_co_requester c where c.request_id = ${id}`.execute(tx);
    await sql`
      insert into requests_approval select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()::text, 'request_id', ${copy}::text))).*
      from requests_approval a where a.request_id = ${id}`.execute(tx);
    await sql`
      insert into requests_checklist_item select (jsonb_populate_record(c, jsonb_build_object('request_id', ${copy}::text))).*
      from requests_checklist_item c where c.request_id = ${id}`.execute(tx);
    await sql`
      insert into requests_answer select (jsonb_populate_record(a, jsonb_build_object('request_id', ${copy}::text))).*
      from requests_answer a where a.request_id = ${id}`.execute(tx);
    return copy;
  });
}

/** All that is kept of one request, as text: equal before and after means that nothing changed. */
export async function keptOf(db: Db, id: string): Promise<string> {
  const found = await sql<{ kept: string }>`
    select jsonb_build_array(
      (select to_jsonb(r) from requests_request r where r.id = ${id}),
      (select jsonb_agg(p order by p.person_id) from requests_participant p where p.request_id = ${id}),
      (select jsonb_agg(c order by c.person_id) from requests_co_requester c where c.request_id = ${id}),
      (select jsonb_agg(m order by m.id) from requests_message m where m.request_id = ${id}),
      (select jsonb_agg(e order by e.id) from requests_event e where e.request_id = ${id}),
      (select jsonb_agg(a order by a.author_id) from requests_ask_rating a where a.request_id = ${id}),
      (select jsonb_agg(a order by a.step) from requests_approval a where a.request_id = ${id}),
      (select jsonb_agg(a) from requests_answer a where a.request_id = ${id}),
      (select jsonb_agg(c order by c.id) from requests_checklist_item c where c.request_id = ${id}),
      (select jsonb_agg(l order by l.at) from requests_link l where ${id} in (l.one_id, l.other_id)),
      (select jsonb_agg(p order by p.id) from promises_promise p where p.subject_id = ${id}),
      (select jsonb_agg(v order by v.promise_id, v.no) from promises_revision v join promises_promise p on p.id = v.promise_id
        where p.subject_id = ${id}),
      (select count(*) from notices_notice n where n.subject_id = ${id}),
      (select count(*) from platform_change c where c.id = ${id})
    )::text as kept`.execute(db);
  return found.rows[0]?.kept ?? '';
}

const never = ['platform_migration', 'auth_rate_limit'];

/** All that the database keeps, in one word: equal before and after means that nothing was written, and nothing removed, anywhere. */
export async function everythingIn(db: Db): Promise<string> {
  // Whatever is written gets a higher number than all there was; whatever is removed is missing from the count.
  const sums = (await tablesOf(db))
    .filter((name) => !never.includes(name))
    .map((name) => sql`(select ${name} || count(*) || '/' || max(xmin::text::bigint) from ${sql.table(name)})`);
  const found = await sql<{ all: string }>`select array_to_string(array[${sql.join(sums)}], ' ') as all`.execute(db);
  return found.rows[0]?.all ?? '';
}
