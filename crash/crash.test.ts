// A small dose of `npm run crash`: five kills in the middle of writing lose no acknowledged write and double none.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { doings, type Doing } from './faults.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({}, chanceOf(5), { clients: 3, rhythm: 10, before: [50, 200], stopSeconds: 1 });
}, 300_000);
afterAll(() => world.close());

it('five kills, of process, server of the database and one connection, lose nothing that was acknowledged and double nothing', async () => {
  for (const fault of ['kill', 'postmaster', 'backend', 'kill', 'postmaster'] as const) {
    const { acknowledged, findings, ready } = await world.round(doings[fault] as Doing);
    expect(findings).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
    expect(ready).not.toBe(Infinity);
  }
  expect(await world.check()).toEqual([]);
}, 300_000);
