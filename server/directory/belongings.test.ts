// What people bring with them: pronouns, languages, skills and further managers, through HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, join, settle, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
let boss: { id: string; cookie: string };
let aino: Awaited<ReturnType<typeof join>>;
let mika: typeof aino;
beforeAll(async () => {
  here = await surround();
  boss = await settle(here);
  aino = await join(here, 'Aino', { skills: ['Coffee machines'], languages: ['fi', 'en'] });
  mika = await join(here, 'Mika', { languages: ['se'] });
});
afterAll(() => here.close());

type Who = { id: string; cookie: string };
const change = async (as: Who, of: Who, body: object) => {
  const { version } = (await call(here, `GET /api/people/${of.id}`, { as })).body;
  return call(here, `PATCH /api/people/${of.id}`, { as, body, version });
};
const names = async (query: string) =>
  (await call(here, `GET /api/people?${query}`, { as: aino })).body.items.map(({ name }) => name);

describe('skills', () => {
  test('one skill has one spelling, that of colleagues who had it first', async () => {
    const saved = await change(mika, mika, { skills: ['COFFEE machines', 'Lamps', 'lamps'] });
    expect(saved.body).toMatchObject({ skills: ['Coffee machines', 'Lamps'] });
  });
  test('those in use are suggested, the most usual first', async () => {
    const all = await call(here, 'GET /api/skills', { as: aino });
    expect(all.body.items).toEqual([
      { name: 'Coffee machines', people: 2 },
      { name: 'Lamps', people: 1 },
    ]);
    expect((await call(here, 'GET /api/skills?q=LAM', { as: aino })).body.items).toMatchObject([{ name: 'Lamps' }]);
  });
  test('people are found by what they know and speak', async () => {
    expect(await names('skill=coffee%20MACHINES')).toEqual(['Aino', 'Mika']);
    expect(await names('skill=lamps')).toEqual(['Mika']);
    expect(await names('speaks=fi')).toEqual(['Aino']);
    const spoken = await call(here, 'GET /api/languages', { as: aino });
    expect(spoken.body.items).toHaveLength(3);
  });
});

describe('a person', () => {
  test('says how to speak of them and what they speak, the best first', async () => {
    const saved = await change(aino, aino, { pronouns: 'she/her', languages: ['sv', 'fi'] });
    expect(saved.body).toMatchObject({ pronouns: 'she/her', languages: ['sv', 'fi'] });
  });
  test.each([
    ['languages', ['xx'], 'unknownLanguage'],
    ['languages', ['fi', 'fi'], 'twiceTheSame'],
    ['pronouns', 'x'.repeat(41), 'tooLong'],
    ['skills', [''], 'required'],
  ])('%s %j is refused as %s', async (field, value, code) => {
    const said = await change(aino, aino, { [field]: value });
    expect(said.status).toBe(422);
    expect(said.body.fields).toMatchObject([{ path: expect.stringMatching(`^${field}`), code }]);
  });
});

describe('dotted lines', () => {
  test('lead to several managers, who see their people', async () => {
    const saved = await change(boss, aino, { dotted: [mika.id, boss.id] });
    expect(saved.body).toMatchObject({ dotted: [{ name: 'Jussi Boss' }, { name: 'Mika' }] });
    expect(await names(`dotted=${mika.id}`)).toEqual(['Aino']);
  });
  test('do not lead to oneself, to nobody, or twice to the same', async () => {
    for (const [dotted, code] of [
      [[aino.id], 'managerCycle'],
      [['0198a1d2-0000-7000-8000-000000000000'], 'unknownPerson'],
      [[mika.id, mika.id], 'twiceTheSame'],
    ] as const)
      expect((await change(boss, aino, { dotted })).body).toMatchObject({ fields: [{ path: 'dotted', code }] });
  });
  test('are drawn by administrators', async () => {
    const said = await change(aino, aino, { dotted: [mika.id] });
    expect(said).toMatchObject({ status: 403, body: { fields: [{ path: 'dotted', code: 'notAllowed' }] } });
  });
});
