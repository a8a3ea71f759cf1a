// What was acknowledged, written down outside of everything that is killed, and through to the disk before it counts.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

export type Acknowledged = {
  key: string;
  by: string;
  method: string;
  path: string;
  /** Hash of what was sent. */
  sent: string;
  status: number;
  /** The id in the answer. */
  id: string | null;
  /** Hash of the answer. */
  answer: string;
};

export type Ledger = {
  acknowledge: (entry: Acknowledged) => void;
  /** Nobody knows whether it was done. */
  doubt: (key: string) => void;
  count: () => number;
  doubted: () => number;
  close: () => void;
};

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

export function openLedger(file: string): Ledger {
  const handle = openSync(file, 'a', 0o600);
  const counts = { acknowledged: 0, doubted: 0 };
  const write = (line: object) => {
    writeSync(handle, `${JSON.stringify(line)}\n`);
    fsyncSync(handle);
  };
  return {
    acknowledge: (entry) => {
      write(entry);
      counts.acknowledged += 1;
    },
    doubt: (key) => {
      write({ key, doubt: true });
      counts.doubted += 1;
    },
    count: () => counts.acknowledged,
    doubted: () => counts.doubted,
    close: () => closeSync(handle),
  };
}
