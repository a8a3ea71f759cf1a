// The shape of what colleagues ask in the sample company, and of the steps a request takes. Types only; words are in sample-asks-*.ts.
import type { MissReason } from '../../contract/promises.ts';
import type { Language } from '../../contract/shapes.ts';

export type Team =
  | 'front-desk'
  | 'housekeeping'
  | 'kitchen'
  | 'restaurant'
  | 'maintenance'
  | 'it'
  | 'hr'
  | 'purchasing'
  | 'events'
  | 'reservations'
  | 'finance'
  | 'legal'
  | 'marketing'
  | 'malaga';

/**
 * One thing that colleagues ask, in one language. Words may hold slots: `{room}` and the others of sample-slots.ts,
 * `{1}` to `{4}` from one row of `vary`, and `[this|that]` for either.
 */
export type Ask = {
  from: readonly Team[] | 'anyone';
  to: Team;
  /** How much work it is: an hour or two, by tomorrow, some days, a week or more. */
  size: 'hour' | 'day' | 'days' | 'week';
  title: string;
  words: string;
  promise: string;
  done: string;
  vary?: readonly (readonly string[])[];
  /** The provider asks back; the requester answers. */
  talk?: readonly [string, string];
  /** What only the serving team reads. */
  note?: string;
  /** What was not right yet at the first delivery. */
  missing?: string;
  /** Why it needs a new time. */
  later?: string;
  /** A decline: the first sentence is the reason, the rest says where to go instead. */
  no?: string;
  /** The team that is first asked by mistake, and its words when it hands over. */
  over?: readonly [Team, string];
  thanks?: string;
};

/** What the script must know of a person and of a team; the directory's sample data fits. */
export type CastPerson = {
  key: string;
  speaks: readonly Language[];
  called: string;
  calledInRussian: string;
  zone: string;
  teams: readonly string[];
};
export type Week = Readonly<Record<string, readonly (readonly [opens: string, closes: string])[]>>;
export type CastTeam = {
  key: string;
  name: string;
  zone: string;
  week: Week;
  greetingMinutes: number;
  closingMinutes: number;
  members: readonly string[];
  leads: readonly string[];
};
export type Cast = {
  people: readonly CastPerson[];
  teams: readonly CastTeam[];
  /** The keys of those a visitor may be: they get a full day. */
  visitors: readonly string[];
};

export type Stars = { timing: number; quality: number; accuracy: number };

/**
 * What happens in a step, named and shaped like the doors of requests.ts, with keys of the cast for persons and teams.
 * Words that nobody said are ''.
 */
export type Deed =
  | {
      do: 'ask';
      language: Language;
      title: string;
      details: string;
      to: { team: Team } | { person: string };
      /** Then this is the requester, who answers from here on; `by` only asks. */
      onBehalfOf: string | null;
      participants: string[];
    }
  | { do: 'message' | 'note'; body: string }
  | { do: 'greet' | 'acceptCounter'; words: string }
  | { do: 'promise'; deliverable: string; due: Date; words: string }
  | { do: 'counter'; deliverable: string; due: Date; reason: string }
  | { do: 'decline'; reason: string; instead: string }
  | { do: 'handOver'; team: Team; context: string }
  | { do: 'renegotiate'; due: Date; reason: string; missReason: MissReason | null }
  | { do: 'answerRenegotiation'; answer: 'accept' | 'hold'; words: string }
  | { do: 'revoke'; reason: string; missReason: MissReason }
  | { do: 'deliver'; done: string; missReason: MissReason | null }
  | { do: 'accept'; thanks: string; ratings: Stars | null }
  | { do: 'return'; missing: string }
  | { do: 'withdraw'; reason: string }
  | { do: 'rateAsk'; clear: boolean; complete: boolean; inTime: boolean; thanked: boolean; words: string };

export type Step = { at: Date; request: string } & (
  | ({ by: string } & Deed)
  /** Nobody said a word for the closing time: the timer closes it. */
  | { do: 'silence'; by: null }
);
