// What colleagues say to each other in any request of the sample company, by language: shape and choice. The words are in sample-phrases-*.ts.
import type { MissReason } from '../../contract/promises.ts';
import type { Language } from '../../contract/shapes.ts';
import { english } from './sample-phrases-en.ts';
import { spanish } from './sample-phrases-es.ts';
import { finnish } from './sample-phrases-fi.ts';
import { russian } from './sample-phrases-ru.ts';

export type Phrases = {
  /** By the hour of the day. */
  morning: string;
  day: string;
  evening: string;
  greet: string[];
  onPromise: string[];
  counter: string[];
  acceptCounter: string[];
  /** The first team was the wrong one; `{team}` is the right one. */
  over: string[];
  nudge: string[];
  reply: string[];
  update: string[];
  later: Record<MissReason, string[]>;
  agree: string[];
  hold: string[];
  missed: Record<MissReason, string[]>;
  revoke: string[];
  again: string[];
  /** Thanks are made of one of each. */
  thanks: string[];
  andThanks: string[];
  thanksThoughLate: string[];
  withdraw: string[];
  note: string[];
  askWasGood: string[];
  askWasHard: string[];
};

export const phrases: Record<Language, Phrases> = { en: english, fi: finnish, es: spanish, ru: russian };
