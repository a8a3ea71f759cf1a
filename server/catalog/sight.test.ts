// Who comes upon a service, by whatever way; and what the door tells to those who come after.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTeam } from '../directory/directory.ts';
import { call, must, now } from '../directory/for-tests.ts';
import { newId, transact } from '../platform/db.ts';
import {
  createService,
  recordUsual,
  serviceAudience,
  serviceFor,
  serviceRefs,
  servicesMatching,
  termsOf,
} from './catalog.ts';
import { callsOn, idsIn, newName, openCatalog, who, type Catalog, type Person } from './for-tests.ts';

let here: Catalog['here'];
let boss: Person, esther: Person, mika: Person, aino: Person, oleg: Person;
let hr: string, kitchen: string;
let calls: ReturnType<typeof callsOn>;
beforeAll(async () => {
  const catalog = await openCatalog();
  ({ here, boss, esther, mika, aino, oleg, hr, kitchen } = catalog);
  calls = callsOn(catalog);
});
afterAll(() => here.close());

describe('a service for some teams', () => {
  it('is nowhere for anybody else: not by itself, in no list, no search, not as needed, not when it changes', async () => {
    const word = 'Salaisuus';
    const { id } = await calls.made({ name: word, description: word, askers: [kitchen] });
    const { id: open } = await calls.made({ alsoNeeded: [id] });
    expect((await calls.get(id, aino)).status).toBe(404);
    for (const query of ['', `?q=${word}`, `?team=${hr}`])
      expect(JSON.stringify(await calls.list(aino, query))).not.toContain(word);
    expect(JSON.stringify((await calls.get(open, aino)).body)).not.toContain(word);
    expect(await servicesMatching(here.db, who(aino), word)).toEqual([]);
    expect(await serviceFor(here.db, who(aino), id)).toBeUndefined();
    expect((await serviceFor(here.db, who(aino), open))?.alsoNeeded).toEqual([]);
    const [audience] = await serviceAudience(here.db, [
      { cursor: '', subject: 'service', id, kind: 'changed', recipient: null },
    ]);
    expect([...(audience ?? [])].toSorted()).toEqual([boss.id, esther.id, mika.id, oleg.id].toSorted());
  });
  it('is there for those who may ask, and for the team, who may look but not ask', async () => {
    const { id } = await calls.made({ askers: [kitchen] });
    expect((await calls.get(id, oleg)).body['can']).toEqual(['ask']);
    expect((await calls.get(id, mika)).body['can']).toEqual([]);
    expect(idsIn(await calls.list(oleg))).toContain(id);
    const cook = who(oleg, [{ id: kitchen, lead: true }]);
    expect(await serviceFor(here.db, cook, id)).toMatchObject({ id, formVersion: 1, approval: null });
    expect(await serviceFor(here.db, who(mika, [{ id: hr, lead: false }]), id)).toBeUndefined();
  });
});

describe('the list', () => {
  it('is by team, in the order that the team has chosen, and finds words however they are written', async () => {
    const { id: team } = must(await transact(here.db, (tx) => addTeam(tx, { name: 'Ordered' }, now)));
    const ids: string[] = [];
    for (const each of ['Avain', 'Ékran', 'Valo']) ids.push((await calls.made({ team, name: each }, boss)).id);
    expect(idsIn(await calls.list(aino, `?team=${team}`))).toEqual(ids);
    const put = (services: string[], as = boss) =>
      call(here, `PUT /api/teams/${team}/service-order`, { as, body: { services } });
    expect((await put(ids.toReversed(), aino)).status).toBe(403);
    for (const wrong of [ids.slice(1), [...ids, newId()], [ids[0]!, ids[0]!, ids[1]!]])
      expect((await put(wrong)).status).toBe(422);
    expect((await put(ids.toReversed())).status).toBe(204);
    expect(idsIn(await calls.list(aino, `?team=${team}`))).toEqual(ids.toReversed());
    expect(idsIn(await calls.list(aino, `?team=${team}&q=ekr`))).toEqual([ids[1]]);
  });
  it('shows those at rest to whoever can bring them back, and to nobody else', async () => {
    const { id } = await calls.made();
    await calls.archive(id);
    for (const query of ['', '?archived=true']) expect(idsIn(await calls.list(aino, query))).not.toContain(id);
    expect(idsIn(await calls.list(esther))).not.toContain(id);
    expect(idsIn(await calls.list(esther, '?archived=true'))).toContain(id);
    expect((await calls.get(id, aino)).status).toBe(404);
    expect(await serviceFor(here.db, who(aino), id)).toBeUndefined();
    expect((await calls.restore(id)).status).toBe(200);
    expect(idsIn(await calls.list(aino))).toContain(id);
  });
  it('takes as many statements for many as for one', async () => {
    here.statements();
    await calls.list(aino, `?q=Service`);
    const many = here.statements();
    await calls.list(aino, `?q=nothing-like-that`);
    expect(here.statements()).toBe(many);
    expect(many).toBeLessThanOrEqual(3);
  });
  it('says to whom one may add', async () => {
    expect((await calls.list(esther)).manages).toEqual([{ id: hr, name: 'People' }]);
    expect((await calls.list(aino)).manages).toEqual([]);
  });
});

describe('for what comes after it', () => {
  it('the usual time is said from five deliveries on', async () => {
    const { id } = await calls.made();
    const usual = async (deliveries: number, minutes: number) => {
      await recordUsual(here.db, [{ service: id, deliveries, minutes }], now);
      return (await calls.get(id, aino)).body['usual'];
    };
    expect(await usual(4, 900)).toBeNull();
    expect(await usual(5, 900)).toEqual({ amount: 2, unit: 'days', deliveries: 5 });
    expect(await usual(6, 100)).toEqual({ amount: 2, unit: 'hours', deliveries: 6 });
  });
  it('terms and references are there even for one at rest', async () => {
    const { id } = must(
      await transact(here.db, (tx) => createService(tx, { team: hr, name: newName(), closingMinutes: 60 }, now)),
    );
    await calls.archive(id);
    expect(await termsOf(here.db, id)).toEqual({ greetingMinutes: 120, closingMinutes: 60 });
    expect((await serviceRefs(here.db, [id, newId()])).get(id)).toMatchObject({ id, team: { id: hr, name: 'People' } });
    expect(await termsOf(here.db, newId())).toBeUndefined();
  });
});
