// A server whose clock jumps while it runs: an hour or a day, forth and back. Needs libfaketime; everything else's clock stays right.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Finding } from './check.ts';
import { must } from './client.ts';
import type { Doing } from './faults.ts';
import type { World } from './world.ts';

const libraries = ['x86_64', 'aarch64'].map((kind) => `/usr/lib/${kind}-linux-gnu/faketime/libfaketimeMT.so.1`);
const hour = 3600;
const jumps = { 'an hour on': hour, 'an hour back': -hour, 'a day on': 24 * hour, 'a day back': -24 * hour };

export type FalseClock = { variables: Record<string, string>; set: (seconds: number) => void; close: () => void };

export function openFalseClock(): FalseClock {
  const library = libraries.find((path) => existsSync(path));
  if (!library) throw new Error('Clocks jump with libfaketime only; install the package "faketime".');
  const folder = mkdtempSync(join(tmpdir(), 'goodturn-clock-'));
  const file = join(folder, 'clock');
  const set = (seconds: number) => writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds}`);
  set(0);
  const variables = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    // Like a real clock that is set: time that is measured goes on evenly.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
  return { variables, set, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Jumps, sees that a promise that is due then is told of, jumps back, and sees the same there. */
export const jumping = (world: World, clock: FalseClock, findings: Finding[]): Doing => {
  const jumpTo = async (seconds: number) => {
    // Shortly before a full minute, when time looks round.
    const into = new Date(Date.now() + seconds * 1000).getUTCSeconds();
    const ahead = seconds + ((50 - into + 60) % 60);
    clock.set(ahead);
    world.clock.ahead = ahead * 1000;
    await pause(1500);
  };
  return async ({ chance, note }) => {
    const name = chance.one(Object.keys(jumps) as (keyof typeof jumps)[]);
    note(name);
    await jumpTo(jumps[name]);
    const first = await promiseSoon(world);
    findings.push(...(await isToldOf(world, first, name)));
    await jumpTo(0);
    const second = await promiseSoon(world);
    findings.push(...(await isToldOf(world, second, `${name}, and right again`)));
    findings.push(...(await isToldOf(world, first, `${name}, long ago`)));
    return performance.now();
  };
};

/** A promise that is due in two seconds. @returns its request */
async function promiseSoon({ scene, client }: World): Promise<string> {
  const { company, now } = scene;
  await company.signIn();
  const ask = { title: 'A lamp', person: company.id.mika };
  const post = (path: string, body: object, cookie: string) =>
    must<{ id: string }>(client.send({ method: 'POST', path, body, cookie }));
  const { id } = await post('/api/requests', ask, company.cookie.aino);
  const due = new Date(now() + 2000).toISOString();
  await post(`/api/requests/${id}/promise`, { deliverable: 'A lamp', due }, company.cookie.mika);
  return id;
}

/** Within two rounds of the clock both sides hear, once, that it is overdue. */
async function isToldOf({ installation }: World, id: string, when: string): Promise<Finding[]> {
  const client = new pg.Client(installation.database('goodturn'));
  await client.connect();
  try {
    for (let left = 125; ; left -= 1) {
      const { rows } = await client.query<{ person_id: string }>(
        `select person_id from notices_notice where subject_id = $1 and kind = 'overdue'`,
        [id],
      );
      const people = new Set(rows.map((row) => row.person_id)).size;
      if (rows.length > people) return [{ of: 'doubled', what: `overdue of ${id} (${when})` }];
      if (people === 2) return [];
      if (left === 0) return [{ of: 'lost', what: `overdue of ${id} (${when})` }];
      await pause(1000);
    }
  } finally {
    await client.end();
  }
}
