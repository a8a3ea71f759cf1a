// One installation with a company, a load and a ledger; and one round: load, a fault at a random instant, ready again, everything looked after.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Chance } from './chance.ts';
import { checkStories, checkTold, type Finding } from './check.ts';
import { openClient } from './client.ts';
import { makeCompany } from './company.ts';
import type { Doing } from './faults.ts';
import { openInstallation, readyAfter, type Settings } from './installation.ts';
import { openLedger } from './ledger.ts';
import type { Story } from './stories.ts';
import { openWriters, type Scene } from './writers.ts';

export type Load = {
  clients: number;
  /** Mean pause of a client between two writes, in milliseconds. */
  rhythm: number;
  /** Shortest and longest time of load before a fault, in milliseconds. */
  before: [number, number];
  stopSeconds: number;
};

export type Round = {
  acknowledged: number;
  unsure: number;
  /** Milliseconds until it was ready again. */
  ready: number;
  findings: Finding[];
  notes: string[];
};

/** So many of the stories last written at are read back after each fault, beside those in doubt; all of them in the end. */
const latest = 16;

export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld(settings: Settings, chance: Chance, load: Load) {
  const installation = await openInstallation(settings);
  await installation.startMain('both');
  const odd: string[] = [];
  const clock = { ahead: 0 };
  const scene: Scene = {
    company: await makeCompany(installation.base),
    ledger: openLedger(join(installation.home, 'ledger.jsonl')),
    chance,
    now: () => Date.now() + clock.ahead,
    odd: (what) => odd.push(what),
  };
  const writers = openWriters(scene, installation.base, load);
  const client = openClient(installation.base);

  const readers = Array.from({ length: 4 }, () => openClient(installation.base));

  /** Reads these back; of the others given, only what was told is counted. */
  const check = async (stories: readonly Story[] = writers.stories, others: readonly Story[] = []) => {
    const database = new pg.Pool({ ...installation.database('goodturn'), max: 1 });
    database.on('error', () => undefined);
    try {
      const findings = await checkStories({ scene, clients: readers, database }, stories);
      return [...findings, ...(await checkTold(scene, database, others))];
    } finally {
      await database.end();
    }
  };

  /** What nobody expected is amiss, too. */
  const surprises = (): Finding[] =>
    [...odd.splice(0), ...installation.fell.splice(0)].map((what) => ({ of: 'lost', what }));

  const round = async (doing: Doing, ready = readyAfter): Promise<Round> => {
    const before = { acknowledged: scene.ledger.count(), unsure: scene.ledger.doubted() };
    const notes: string[] = [];
    writers.begin();
    await pause(chance.between(...load.before));
    const { moveTo } = writers;
    const ground = {
      installation,
      chance,
      moveTo,
      stopSeconds: load.stopSeconds,
      note: (what: string) => notes.push(what),
    };
    const since = await doing(ground);
    const took = await ready(installation, since, 60_000);
    await pause(200);
    await writers.rest();
    const touched = writers.takeTouched().toSorted((one, other) => other.at - one.at);
    const near = touched.filter((story, index) => story.unsure || index < latest);
    const findings = await check(
      near,
      touched.filter((story) => !near.includes(story)),
    );
    return {
      acknowledged: scene.ledger.count() - before.acknowledged,
      unsure: scene.ledger.doubted() - before.unsure,
      ready: took,
      findings: [...findings, ...surprises()],
      notes,
    };
  };

  return {
    installation,
    scene,
    writers,
    client,
    clock,
    check,
    round,
    close: async () => {
      writers.close();
      for (const reader of [client, ...readers]) reader.close();
      scene.ledger.close();
      await installation.close();
    },
  };
}
