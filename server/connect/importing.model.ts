// What earlier systems know, in words of ours: people, and requests with who said what when. Readers make it; importing-run.ts writes it.
import type { Refused } from '../platform/outcome.ts';

/** What they are called. */
export const systems = { table: 'CSV', zammad: 'Zammad', rt: 'RT', glpi: 'GLPI' } as const;

export type OldState = 'asked' | 'closed' | 'declined' | 'withdrawn';

/** Instants are ISO texts, so that all of it can wait in the database. `key` tells one from all others of the same system. */
export type OldPerson = { key: string; name: string; email: string | null; active: boolean };
/** `data` is base64. */
export type OldFile = { name: string; type: string; data: string };
/** `private`: for the serving team alone, as it was there. */
export type OldWords = { author: string; at: string; body: string; private: boolean; files: OldFile[] };
export type OldRequest = {
  key: string;
  number: string;
  title: string;
  details: string;
  /** Keys of people. */
  requester: string;
  owner: string | null;
  /** The name of the queue or group; empty when there was none. */
  team: string;
  state: OldState;
  /** What it was declined with. */
  reason: string;
  createdAt: string;
  endedAt: string | null;
  messages: OldWords[];
  files: OldFile[];
};

/** Where something stands in the files: its line in a table, or its place in a list, from 1. */
export type Place = { file: string; place: number };
export type Trouble = Place & { number: string; name: string; reasons: Refused[] };
/** What was read, with what of it had to be left out. */
export type Read<T> = Place & { item: T; reasons: Refused[] };
export type Old = { people: OldPerson[]; requests: Read<OldRequest>[]; troubles: Trouble[] };

export type Upload = { name: string; bytes: Buffer };
/** `zone`: of times that tell none. */
export type Around = { zone: string; now: Date };
export type Reader = (files: readonly Upload[], around: Around) => Old;
