// The open connections of the stream: by person, so that a change costs only those who hear it. Knows neither the database nor rights.
import type { ServerResponse } from 'node:http';
import type { Hearers } from './hearers.ts';
import { isBehind, type Place } from './place.ts';

/** A change as it goes over the wire: encoded once, however many hear it. */
export type Told = { place: Place; cursor: string; line: string };

export type Reader = {
  person: string;
  /** The session or token by which they came. */
  pass: string;
  out: ServerResponse;
  /** The newest change that is behind them: nothing is told twice, though another process was ahead of this one. */
  passed: Place;
  /** Set while earlier changes are being replayed; what arrives meanwhile waits here. */
  held: Told[] | null;
  /** More waited than can be told one by one. */
  lost: boolean;
  checked: number;
  /** The last sign of life. */
  beat: number;
};

/** A change is some 150 bytes on the wire: so many in one go are no reason to take a reader for a slow one. */
export const mostTold = 1000;
const slowReader = 256 * 1024;
/** Pages and programs of one person that listen at once, in one process: more than anybody looks at. */
export const mostStreams = 50;

export function createReaders() {
  const all = new Set<Reader>();
  const byPerson = new Map<string, Set<Reader>>();

  const remove = (reader: Reader) => {
    all.delete(reader);
    const theirs = byPerson.get(reader.person);
    theirs?.delete(reader);
    if (theirs?.size === 0) byPerson.delete(reader.person);
  };

  const write = (reader: Reader, text: string) => {
    reader.out.write(text);
    // A reader that does not read would fill our memory; it comes back with its last id.
    if (reader.out.writableLength > slowReader) drop(reader);
  };

  const drop = (reader: Reader) => {
    remove(reader);
    reader.out.destroy();
  };

  const end = (reader: Reader, last = '') => {
    remove(reader);
    reader.out.end(last);
  };

  /** Tells what is not behind them yet, in one go. */
  const tell = (reader: Reader, news: readonly Told[]) => {
    let text = '';
    for (const { place, line } of news) {
      if (!isBehind(reader.passed, place)) continue;
      reader.passed = place;
      text += line;
    }
    if (text !== '') write(reader, text);
  };

  const hold = (reader: Reader, held: Told[], news: readonly Told[]) => {
    if (held.length + news.length > mostTold) reader.lost = true;
    else held.push(...news);
  };

  return {
    count: () => all.size,
    list: (): Reader[] => [...all],
    of: (person: string): Reader[] => [...(byPerson.get(person) ?? [])],
    add: (reader: Reader) => {
      const theirs = (byPerson.get(reader.person) ?? new Set()).add(reader);
      all.add(reader);
      byPerson.set(reader.person, theirs);
      reader.out.on('close', () => remove(reader));
      const [oldest] = theirs;
      if (theirs.size <= mostStreams || !oldest) return;
      const { socket } = oldest.out;
      end(oldest, 'event: crowded\ndata: {}\n\n');
      // Its connection must not stay either, or a flood would be one of connections.
      socket?.destroySoon();
    },
    write,
    drop,
    tell,
    end,
    /** Hands each change to those who hear it and are here. In one go: whoever begins to listen meanwhile finds it in the log. */
    spread: (news: readonly Told[], hearers: readonly Hearers[]) => {
      const due = new Map<Reader, Told[]>();
      news.forEach((told, index) => {
        for (const person of present(hearers[index], byPerson))
          for (const reader of byPerson.get(person) ?? []) {
            const theirs = due.get(reader);
            if (theirs) theirs.push(told);
            else due.set(reader, [told]);
          }
      });
      for (const [reader, theirs] of due) {
        if (reader.held) hold(reader, reader.held, theirs);
        else tell(reader, theirs);
      }
    },
  };
}

export type Readers = ReturnType<typeof createReaders>;

/** Who of the hearers is here, by the shorter of the two lists. */
export function* present(hearers: Hearers | undefined, here: ReadonlyMap<string, unknown>): Iterable<string> {
  if (!hearers) return;
  if (hearers.keys && (hearers.size ?? Infinity) < here.size) {
    for (const person of hearers.keys()) if (here.has(person)) yield person;
  } else {
    for (const person of here.keys()) if (hearers.has(person)) yield person;
  }
}
