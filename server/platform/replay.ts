// What readers have missed: those who come back at the same time are told together, out of one reading of the log.
import type { Change } from './changes.ts';
import { changesAfter, reachOf } from './changes.ts';
import type { Db } from './db.ts';
import type { Hearers } from './hearers.ts';
import { isBehind, placeAt, type Place } from './place.ts';
import { mostTold, present, type Reader, type Readers, type Told } from './readers.ts';

/** Somebody who comes back: told what lies after `after` up to `until`; what came later is held for them. */
export type Returning = { reader: Reader; after: Place; until: Place };

type Parts = {
  db: Db;
  readers: Readers;
  hearersOf: (changes: readonly Change[]) => Promise<readonly Hearers[]>;
  encode: (change: Change) => Told;
  /** Where live delivery stands now. */
  cursor: () => string;
  report: (message: string, cause: unknown) => void;
  /** So many changes of the log are read for one reader; after a longer absence the page reads everything anew. */
  most: number;
};

const batch = 500;
/** Others who come within this time are told in the same go; in milliseconds, and longer the more work the last go has made. */
const shortestGather = 20;
const longestGather = 1000;

export function createReplay(parts: Parts) {
  const { db, readers } = parts;
  let waiting: Returning[] = [];
  let running: Promise<void> | null = null;

  const run = async () => {
    for (let took = 0; waiting.length > 0;) {
      const gather = Math.min(longestGather, Math.max(shortestGather, took));
      await new Promise((done) => setTimeout(done, gather));
      const together = waiting;
      waiting = [];
      const began = performance.now();
      try {
        await tellAll(together);
      } catch (error) {
        parts.report('what was missed could not be told', error);
        // They come back with their last id, and find the database again or not.
        for (const { reader } of together) readers.drop(reader);
      }
      took = performance.now() - began;
    }
    // In the same breath as the last look: whoever joins next must not take it for running.
    running = null;
  };

  async function tellAll(together: readonly Returning[]) {
    const { oldest, latest } = await reachOf(db);
    const reaches = ({ after }: Returning) =>
      oldest !== null && !isBehind(after, placeAt(oldest)) && !isBehind(placeAt(latest), after);
    const known = together.filter(reaches).toSorted((one, other) => (isBehind(one.after, other.after) ? -1 : 1));
    const missed = new Map<Returning, Told[]>(known.map((each) => [each, []]));
    await collect(missed);
    // Without a pause from here on: what is told next follows on what was held.
    for (const each of together) settle(each.reader, missed.get(each));
  }

  /** Reads the log once, from whoever was away the longest; who was away for too long drops out of `missed`. */
  async function collect(missed: Map<Returning, Told[]>) {
    const of = ([each]: [Returning, Told[]]) => each;
    for (;;) {
      const first = missed.entries().find(([each]) => isBehind(each.after, each.until));
      if (!first) return;
      const end = await readOn(of(first), missed);
      if (!end) return;
      for (const each of [...missed.keys()]) if (isBehind(each.after, end)) missed.delete(each);
    }
  }

  /** @returns where it stopped because there was too much; nothing when it came to the end */
  async function readOn({ after }: Returning, missed: Map<Returning, Told[]>): Promise<Place | undefined> {
    let from = `${after[0]}-${after[1]}`;
    for (let read = 0; ;) {
      const { changes } = await changesAfter(db, from, batch);
      const hearers = await parts.hearersOf(changes);
      const news = changes.map(parts.encode);
      const here = byPerson(missed.keys());
      news.forEach((told, index) => {
        if (changes[index]?.subject === 'session') return;
        for (const person of present(hearers[index], here)) give(here.get(person) ?? [], told, missed);
      });
      const last = news.at(-1);
      read += news.length;
      if (!last || news.length < batch) return undefined;
      if (read >= parts.most) return last.place;
      if (missed.keys().every(({ until }) => !isBehind(last.place, until))) return undefined;
      from = last.cursor;
    }
  }

  function settle(reader: Reader, news: readonly Told[] | undefined) {
    const { held } = reader;
    reader.held = null;
    if (reader.out.destroyed) return;
    if (!news || reader.lost || news.length > mostTold) {
      // Too much to tell one by one, or not a place in this log any more: the page reads everything anew.
      const cursor = parts.cursor();
      reader.passed = placeAt(cursor);
      readers.write(reader, `id: ${cursor}\nevent: resync\ndata: {}\n\n`);
      return;
    }
    readers.tell(reader, news);
    readers.tell(reader, held ?? []);
  }

  return {
    /** Takes somebody in who comes back; until they are told, what is new is held for them. */
    join: (returning: Returning) => {
      waiting.push(returning);
      running ??= run();
    },
    idle: () => running ?? Promise.resolve(),
  };
}

function byPerson(all: Iterable<Returning>): Map<string, Returning[]> {
  const people = new Map<string, Returning[]>();
  for (const each of all) {
    const theirs = people.get(each.reader.person);
    if (theirs) theirs.push(each);
    else people.set(each.reader.person, [each]);
  }
  return people;
}

function give(theirs: readonly Returning[], told: Told, missed: ReadonlyMap<Returning, Told[]>) {
  for (const each of theirs) {
    const news = missed.get(each);
    if (news && news.length <= mostTold && isBehind(each.after, told.place) && !isBehind(each.until, told.place))
      news.push(told);
  }
}
