// The catalog through HTTP, on a real PostgreSQL: what a service keeps, and what a change makes of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../directory/for-tests.ts';
import { newId } from '../platform/db.ts';
import { formOf } from './catalog.ts';
import { callsOn, newName, openCatalog, type Catalog, type Person } from './for-tests.ts';

let here: Catalog['here'];
let boss: Person, esther: Person, mika: Person;
let hr: string, machines: string, kitchen: string;
let calls: ReturnType<typeof callsOn>;
beforeAll(async () => {
  const catalog = await openCatalog();
  ({ here, boss, esther, mika, hr, machines, kitchen } = catalog);
  calls = callsOn(catalog);
});
afterAll(() => here.close());

const laptop = [
  { key: 'kind', kind: 'choice', label: 'Kind', required: true, options: ['Laptop', 'Phone'] },
  { key: 'model', kind: 'text', label: 'Model', showIf: { tests: [{ field: 'kind', is: 'is', value: 'Laptop' }] } },
];

describe('a service', () => {
  it('is offered to everyone, seen as usual, with the terms of the team, unless told otherwise', async () => {
    const answer = await calls.make();
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
    const needed = await calls.made();
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
    const { id } = await calls.made(body);
    expect((await calls.get(id, esther)).body).toMatchObject({
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
    expect(await calls.make({}, mika)).toMatchObject({ status: 403, body: { code: 'leadsOnly' } });
    expect(await calls.make({ team: newId() })).toMatchObject({ status: 422, body: { code: 'unknownTeam' } });
    expect(await calls.make({}, boss)).toMatchObject({ status: 201 });
  });
  it('has a name that no other living service of its team has', async () => {
    const { id } = await calls.made({ name: 'Työtodistus' });
    expect(await calls.make({ name: 'tyotodistus' })).toMatchObject({
      status: 422,
      body: { code: 'serviceNameTaken' },
    });
    expect(await calls.make({ name: 'Työtodistus', team: machines }, boss)).toMatchObject({ status: 201 });
    await calls.archive(id);
    await calls.made({ name: 'Työtodistus' });
    expect(await calls.restore(id)).toMatchObject({
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
      'tooManyGiven',
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
    const answer = await calls.make(body);
    expect(answer.status).toBe(422);
    expect((answer.body.fields as object[])[0]).toMatchObject({ path, code });
  });
});

describe('a changed form', () => {
  it('is a new version, and the old one stays as it was', async () => {
    const { id } = await calls.made({ form: laptop });
    const answer = await calls.change(id, 1, { form: [laptop[0]] });
    expect(answer.body).toMatchObject({ version: 2, formVersion: 2, form: [{ key: 'kind' }] });
    expect(await formOf(here.db, id, 1)).toMatchObject([{ key: 'kind' }, { key: 'model' }]);
    expect(await formOf(here.db, id, 2)).toMatchObject([{ key: 'kind' }]);
    expect(await formOf(here.db, id, 3)).toBeUndefined();
  });
  it('is none when it is sent as it was, nor when something else changes', async () => {
    const { id } = await calls.made({ form: laptop });
    expect((await calls.change(id, 1, { form: laptop, description: 'Other words' })).body).toMatchObject({
      version: 2,
      formVersion: 1,
    });
    expect((await calls.change(id, 2, { checklist: ['One'] })).body).toMatchObject({ version: 3, formVersion: 1 });
  });
});

describe('a change', () => {
  it('needs the version that one has seen', async () => {
    const { id } = await calls.made();
    expect((await calls.change(id, 1, { name: newName() })).status).toBe(200);
    expect((await calls.change(id, 1, { name: newName() })).status).toBe(412);
    expect((await call(here, `PATCH /api/services/${id}`, { as: esther, body: {} })).status).toBe(428);
  });
  it('leaves alone what was not named', async () => {
    const { id } = await calls.made({
      description: 'Words',
      askers: [kitchen],
      approval: { steps: [{ manager: true }] },
    });
    expect((await calls.change(id, 1, { sight: 'open' })).body).toMatchObject({
      description: 'Words',
      askers: [{ id: kitchen }],
      approval: { mode: 'inOrder', steps: [{ manager: true }] },
      sight: 'open',
    });
    expect((await calls.change(id, 2, { approval: null, askers: 'everyone' })).body).toMatchObject({
      approval: null,
      askers: 'everyone',
    });
  });
  it('does not take away what is needed and cannot be seen by whoever changes it', async () => {
    const secret = await calls.made({ team: machines, askers: [machines] }, boss);
    const plain = await calls.made();
    const { id } = await calls.made({ alsoNeeded: [secret.id] }, boss);
    expect((await calls.get(id, esther)).body['alsoNeeded']).toEqual([]);
    expect((await calls.change(id, 1, { alsoNeeded: [secret.id] })).body).toMatchObject({
      fields: [{ path: 'alsoNeeded.0' }],
    });
    expect((await calls.change(id, 1, { alsoNeeded: [plain.id] })).status).toBe(200);
    const seen = (await calls.get(id, boss)).body['alsoNeeded'] as { id: string }[];
    expect(seen.map((each) => each.id)).toEqual([plain.id, secret.id]);
    expect((await calls.change(id, 2, { alsoNeeded: [id] })).body).toMatchObject({ code: 'needsItself' });
  });
  it('is not made to one at rest', async () => {
    const { id } = await calls.made();
    await calls.archive(id);
    expect(await calls.change(id, 2, { name: newName() })).toMatchObject({
      status: 409,
      body: { code: 'archivedService' },
    });
  });
});
