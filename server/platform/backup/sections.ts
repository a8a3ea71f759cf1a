// Reads the text of a backup piece by piece: lines, and between them rows up to the line `\.`. Nothing is ever held whole.
import type { Readable } from 'node:stream';

export type Sections = {
  /** The next line, without its end; null after the last. */
  line: () => Promise<string | null>;
  /** The bytes up to the line `\.`, which is passed. Read them to the end before asking for the next line. */
  rows: () => AsyncGenerator<Buffer>;
};

const end = Buffer.from('\\.\n');
const endAfterRow = Buffer.from('\n\\.\n');
const longestLine = 64 * 1024 * 1024;

export function sectionsOf(text: Readable): Sections {
  const parts = text[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await parts.next();
    if (next.done) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  const take = (length: number): Buffer => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  return {
    line: async () => {
      for (;;) {
        const at = held.indexOf(10);
        if (at >= 0) return take(at + 1).toString('utf8', 0, at);
        if (held.length > longestLine) throw new Error('A line of the backup is longer than any that we write.');
        if (!(await more())) return held.length === 0 ? null : take(held.length).toString();
      }
    },
    rows: async function* () {
      while (held.length < end.length && (await more()));
      if (held.subarray(0, end.length).equals(end)) return void take(end.length);
      for (;;) {
        const at = held.indexOf(endAfterRow);
        if (at >= 0) {
          yield take(at + 1);
          return void take(end.length);
        }
        // The end may be cut in two by the border of a piece; the rest goes on at once, however long its row is.
        if (held.length >= endAfterRow.length) yield take(held.length - (endAfterRow.length - 1));
        if (!(await more())) throw new Error('The backup ends in the middle of a table.');
      }
    },
  };
}
