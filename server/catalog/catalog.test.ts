// The catalog through HTTP and through its door, on a real PostgreSQL: who sees what, what a change makes of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surround, settle, join, call, must, now, type Surroundings } from '../directory/for-tests.ts';
import { addTeam, enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { newId } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { catalogRoutes } from './routes.ts';
import {
  createService,
  formOf,
  recordUsual,
  serviceAudience,
  serviceFor,
  serviceRefs,
  servicesMatching,
  termsOf,
} from './catalog.ts';

type Person = { id: string; cookie: string };
let here: Surroundings;
let boss: Person;
let esther: Person;
let mika: Person;
let aino: Person;
let oleg: Person;
let hr: string;
let it_: string;
let kitchen: string;

beforeAll(async () => {
  here = await surround([catalogRoutes()]);
  boss = await settle(here);
  esther = await join(here, 'Esther Leads');
  mika = await join(here, 'Mika Member');
  aino = await join(here, 'Aino Asks');
  oleg = await join(here, 'Oleg Cooks');
  const team = (name: string, lead: Person, more: Person[] = []) =>
    transact(here.db, async (tx) => {
      const { id } = must(await addTeam(tx, { name }, now));
      await enlist(tx, id, lead.id, true);
      for (const person of more) await enlist(tx, id, person.id, false);
      return id;
    });
  hr = await team('People', esther, [mika]);
  it_ = await team('Machines', boss);
  kitchen = await team('Kitchen', oleg);
});
afterAll(() => here.close());

const who = (person: Person, teams: Who['teams'] = []): Who => ({
  id: person.id,
  session: '',
  administrator: false,
  language: 'en',
  zone: 'UTC',
  teams,
});
let named = 0;
const name = () => `Service ${(named += 1)}`;
const make = async (body: object = {}, as: Person = esther) =>
  (await call(here, 'POST /api/services', { as, body: { team: hr, name: name(), ...body } })) as unknown as Answer;
type Listed = {
  teams: { team: { id: string }; services: { id: string; name: string; can: string[] }[] }[];
  manages: object[];
};
type Body = Record<string, unknown> & { id: string; name: string; version: number; fields: unknown };
type Answer = { status: number; body: Body; headers: Record<string, unknown> };
const made = async (body: object = {}, as?: Person): Promise<Body> => {
  const answer = await make(body, as);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const get = async (id: string, as: Person) =>
  (await call(here, `GET /api/services/${id}`, { as })) as unknown as Answer;
const list = async (as: Person, query = '') =>
  (await call(here, `GET /api/services${query}`, { as })).body as unknown as Listed;
const idsIn = ({ teams }: Listed) => teams.flatMap(({ services }) => services.map(({ id }) => id));
const change = async (id: string, version: number, body: object, as: Person = esther) =>
  (await call(here, `PATCH /api/services/${id}`, { as, version, body })) as unknown as Answer;

const laptop = [
  { key: 'kind', kind: 'choice', label: 'Kind', required: true, options: ['Laptop', 'Phone'] },
  { key: 'model', kind: 'text', label: 'Model', showIf: { tests: [{ field: 'kind', is: 'is', value: 'Laptop' }] } },
];

describe('a service', () => {
  it('is offered to everyone, seen as usual, with the terms of the team, unless told otherwise', async () => {
    const answer = await make();
    expect(answer).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect(answer.body).toMatchObject({
      team: { id: hr, name: 'People' },
      sight: 'usual',
      askers: 'everyone',
      form: [],
      formVersion: 1,
      greetingMinutes: null,
      terms: { greetingMinutes: 120, closingMinutes: 1440 },
      approval: null,
      usual: null,
      can: ['ask', 'update', 'archive'],
    });
  });
  it('keeps all that it was told', async () => {
    const needed = await made();
    const body = {
      description: 'For **work**',
      sight: 'private',
      askers: [kitchen],
      form: laptop,
      greetingMinutes: 30,
      greetingStandard: 'Hello!',
      closingStandard: 'Goodbye!',
      checklist: ['Order it', 'Set it up'],
      approval: { mode: 'any', steps: [{ manager: true }, { person: mika.id }] },
      alsoNeeded: [needed.id],
    };
    const { id } = await made(body);
    expect((await get(id, esther)).body).toMatchObject({
      ...body,
      askers: [{ id: kitchen, name: 'Kitchen' }],
      form: [{ key: 'kind' }, { key: 'model', help: '', required: false, showIf: { need: 'all' } }],
      terms: { greetingMinutes: 30, closingMinutes: 1440 },
      approval: { mode: 'any', steps: [{ manager: true }, { person: { id: mika.id, active: true } }] },
      alsoNeeded: [{ id: needed.id, team: { id: hr } }],
      can: ['update', 'archive'],
    });
  });
  it('is made by leads of the team and administrators alone', async () => {
    expect(await make({}, mika)).toMatchObject({ status: 403, body: { code: 'leadsOnly' } });
    expect(await make({ team: newId() })).toMatchObject({ status: 422, body: { code: 'unknownTeam' } });
    expect(await make({}, boss)).toMatchObject({ status: 201 });
  });
  it('has a name that no other living service of its team has', async () => {
    const { id } = await made({ name: 'Työtodistus' });
    expect(await make({ name: 'tyotodistus' })).toMatchObject({ status: 422, body: { code: 'serviceNameTaken' } });
    expect(await make({ name: 'Työtodistus', team: it_ }, boss)).toMatchObject({ status: 201 });
    await call(here, `POST /api/services/${id}/archival`, { as: esther });
    await made({ name: 'Työtodistus' });
    expect(await call(here, `DELETE /api/services/${id}/archival`, { as: esther })).toMatchObject({
      status: 422,
      body: { code: 'serviceNameTaken' },
    });
  });
  it.each<[string, object, string, string]>([
    ['a form with a fault', { form: [laptop[1]] }, 'form.0.showIf.tests.0.field', 'unknownField'],
    ['a key that is none', { form: [{ ...laptop[0], key: 'What?' }] }, 'form.0.key', 'notAKey'],
    [
      'too many questions',
      { form: Array.from({ length: 41 }, (_, i) => ({ key: `f${i}`, kind: 'text', label: 'x' })) },
      'form',
      'tooLong',
    ],
    ['a team that is not there', { askers: [newId()] }, 'askers.0', 'unknownTeam'],
    [
      'an approver who is not there',
      { approval: { steps: [{ manager: true }, { person: newId() }] } },
      'approval.steps.1.person',
      'unknownPerson',
    ],
    ['something that is needed and not there', { alsoNeeded: [newId()] }, 'alsoNeeded.0', 'unknownService'],
  ])('refuses %s at its field', async (_, body, path, code) => {
    const answer = await make(body);
    expect(answer.status).toBe(422);
    expect((answer.body.fields as object[])[0]).toMatchObject({ path, code });
  });
});

describe('a changed form', () => {
  it('is a new version, and the old one stays as it was', async () => {
    const { id } = await made({ form: laptop });
    const answer = await change(id, 1, { form: [laptop[0]] });
    expect(answer.body).toMatchObject({ version: 2, formVersion: 2, form: [{ key: 'kind' }] });
    expect(await formOf(here.db, id, 1)).toMatchObject([{ key: 'kind' }, { key: 'model' }]);
    expect(await formOf(here.db, id, 2)).toMatchObject([{ key: 'kind' }]);
    expect(await formOf(here.db, id, 3)).toBeUndefined();
  });
  it('is none when it is sent as it was, nor when something else changes', async () => {
    const { id } = await made({ form: laptop });
    expect((await change(id, 1, { form: laptop, description: 'Other words' })).body).toMatchObject({
      version: 2,
      formVersion: 1,
    });
    expect((await change(id, 2, { checklist: ['One'] })).body).toMatchObject({ version: 3, formVersion: 1 });
  });
});

describe('a change', () => {
  it('needs the version that one has seen', async () => {
    const { id } = await made();
    expect((await change(id, 1, { name: name() })).status).toBe(200);
    expect((await change(id, 1, { name: name() })).status).toBe(412);
    expect((await call(here, `PATCH /api/services/${id}`, { as: esther, body: {} })).status).toBe(428);
  });
  it('leaves alone what was not named', async () => {
    const { id } = await made({ description: 'Words', askers: [kitchen], approval: { steps: [{ manager: true }] } });
    expect((await change(id, 1, { sight: 'open' })).body).toMatchObject({
      description: 'Words',
      askers: [{ id: kitchen }],
      approval: { mode: 'inOrder', steps: [{ manager: true }] },
      sight: 'open',
    });
    expect((await change(id, 2, { approval: null, askers: 'everyone' })).body).toMatchObject({
      approval: null,
      askers: 'everyone',
    });
  });
  it('does not take away what is needed and cannot be seen by whoever changes it', async () => {
    const secret = await made({ team: it_, askers: [it_] }, boss);
    const plain = await made();
    const { id } = await made({ alsoNeeded: [secret.id] }, boss);
    expect((await get(id, esther)).body['alsoNeeded']).toEqual([]);
    expect((await change(id, 1, { alsoNeeded: [secret.id] })).body).toMatchObject({
      fields: [{ path: 'alsoNeeded.0' }],
    });
    expect((await change(id, 1, { alsoNeeded: [plain.id] })).status).toBe(200);
    const seen = (await get(id, boss)).body['alsoNeeded'] as { id: string }[];
    expect(seen.map((each) => each.id)).toEqual([plain.id, secret.id]);
    expect((await change(id, 2, { alsoNeeded: [id] })).body).toMatchObject({ code: 'needsItself' });
  });
  it('is not made to one at rest', async () => {
    const { id } = await made();
    await call(here, `POST /api/services/${id}/archival`, { as: esther });
    expect(await change(id, 2, { name: name() })).toMatchObject({ status: 409, body: { code: 'archivedService' } });
  });
});

describe('a service for some teams', () => {
  it('is nowhere for anybody else: not by itself, in no list, no search, not as needed, not when it changes', async () => {
    const word = `Salaisuus${named}`;
    const { id } = await made({ name: word, description: word, askers: [kitchen] });
    const { id: open } = await made({ alsoNeeded: [id] });
    expect((await get(id, aino)).status).toBe(404);
    for (const query of ['', `?q=${word}`, `?team=${hr}`])
      expect(JSON.stringify(await list(aino, query))).not.toContain(word);
    expect(JSON.stringify((await get(open, aino)).body)).not.toContain(word);
    expect(await servicesMatching(here.db, who(aino), word)).toEqual([]);
    expect(await serviceFor(here.db, who(aino), id)).toBeUndefined();
    expect((await serviceFor(here.db, who(aino), open))?.alsoNeeded).toEqual([]);
    const [audience] = await serviceAudience(here.db, [
      { cursor: '', subject: 'service', id, kind: 'changed', recipient: null },
    ]);
    expect([...(audience ?? [])].toSorted()).toEqual([boss.id, esther.id, mika.id, oleg.id].toSorted());
  });
  it('is there for those who may ask, and for the team, who may look but not ask', async () => {
    const { id } = await made({ askers: [kitchen] });
    expect((await get(id, oleg)).body['can']).toEqual(['ask']);
    expect((await get(id, mika)).body['can']).toEqual([]);
    expect(idsIn(await list(oleg))).toContain(id);
    const cook = who(oleg, [{ id: kitchen, lead: true }]);
    expect(await serviceFor(here.db, cook, id)).toMatchObject({ id, formVersion: 1, approval: null });
    expect(await serviceFor(here.db, who(mika, [{ id: hr, lead: false }]), id)).toBeUndefined();
  });
});

describe('the list', () => {
  it('is by team, in the order that the team has chosen, and finds words however they are written', async () => {
    const { id: team } = must(await transact(here.db, (tx) => addTeam(tx, { name: 'Ordered' }, now)));
    const ids: string[] = [];
    for (const each of ['Avain', 'Ékran', 'Valo']) ids.push((await made({ team, name: each }, boss)).id);
    expect(idsIn(await list(aino, `?team=${team}`))).toEqual(ids);
    const put = (services: string[], as = boss) =>
      call(here, `PUT /api/teams/${team}/service-order`, { as, body: { services } });
    expect((await put(ids.toReversed(), aino)).status).toBe(403);
    for (const wrong of [ids.slice(1), [...ids, newId()], [ids[0]!, ids[0]!, ids[1]!]])
      expect((await put(wrong)).status).toBe(422);
    expect((await put(ids.toReversed())).status).toBe(204);
    expect(idsIn(await list(aino, `?team=${team}`))).toEqual(ids.toReversed());
    expect(idsIn(await list(aino, `?team=${team}&q=ekr`))).toEqual([ids[1]]);
  });
  it('shows those at rest to whoever can bring them back, and to nobody else', async () => {
    const { id } = await made();
    await call(here, `POST /api/services/${id}/archival`, { as: esther });
    for (const query of ['', '?archived=true']) expect(idsIn(await list(aino, query))).not.toContain(id);
    expect(idsIn(await list(esther))).not.toContain(id);
    expect(idsIn(await list(esther, '?archived=true'))).toContain(id);
    expect((await get(id, aino)).status).toBe(404);
    expect(await serviceFor(here.db, who(aino), id)).toBeUndefined();
    expect((await call(here, `DELETE /api/services/${id}/archival`, { as: esther })).status).toBe(200);
    expect(idsIn(await list(aino))).toContain(id);
  });
  it('takes as many statements for many as for one', async () => {
    here.statements();
    await list(aino, `?q=Service`);
    const many = here.statements();
    await list(aino, `?q=nothing-like-that`);
    expect(here.statements()).toBe(many);
    expect(many).toBeLessThanOrEqual(3);
  });
  it('says to whom one may add', async () => {
    expect((await list(esther)).manages).toEqual([{ id: hr, name: 'People' }]);
    expect((await list(aino)).manages).toEqual([]);
  });
});

describe('for what comes after it', () => {
  it('the usual time is said from five deliveries on', async () => {
    const { id } = await made();
    const usual = async (deliveries: number, minutes: number) => {
      await recordUsual(here.db, [{ service: id, deliveries, minutes }], now);
      return (await get(id, aino)).body['usual'];
    };
    expect(await usual(4, 900)).toBeNull();
    expect(await usual(5, 900)).toEqual({ amount: 2, unit: 'days', deliveries: 5 });
    expect(await usual(6, 100)).toEqual({ amount: 2, unit: 'hours', deliveries: 6 });
  });
  it('terms and references are there even for one at rest', async () => {
    const { id } = must(
      await transact(here.db, (tx) => createService(tx, { team: hr, name: name(), closingMinutes: 60 }, now)),
    );
    await call(here, `POST /api/services/${id}/archival`, { as: esther });
    expect(await termsOf(here.db, id)).toEqual({ greetingMinutes: 120, closingMinutes: 60 });
    expect((await serviceRefs(here.db, [id, newId()])).get(id)).toMatchObject({ id, team: { id: hr, name: 'People' } });
    expect(await termsOf(here.db, newId())).toBeUndefined();
  });
});
