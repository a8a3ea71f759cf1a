// What is written under load: stories of requests and promises, step by step, each with what it must leave behind. Promises' steps:
// promise-stories.ts; sending: writers.ts; checking: check.ts.
import type { NoticeKind } from '../contract/notices.ts';
import type { Chance } from './chance.ts';
import type { Company, Name } from './company.ts';
import { promiseKinds } from './promise-stories.ts';
import { month, propose, step } from './steps.ts';

export type Side = 'asker' | 'server';

export type Step = {
  by: Side;
  path: string;
  body: object;
  /** What stands in the conversation afterwards. */
  leaves: string[];
  /** Who is told what of it. */
  tells: [to: Side, kind: NoticeKind][];
};

/** A step makes its words of a name that no other has, and its times of the server's clock. */
export type Making = {
  name: string;
  at: (minutes: number) => string;
  company: Company;
  asker: Name;
  server: Name;
};
export type Plan = (making: Making) => Step;

const askTeam: Plan = ({ name, company }) =>
  step('asker', '', { title: name, details: `${name} in detail`, team: company.team }, ['asked']);
const askColleague: Plan = ({ name, company, server }) =>
  step('asker', '', { title: name, person: company.id[server] }, ['asked'], ['server', 'asked']);
const greet: Plan = ({ name }) =>
  step('server', '/greeting', { words: name }, [`message ${name}`, 'greeted'], ['asker', 'greeted']);
/** Nobody serves it yet who could hear of it. */
const askerAddsFirst: Plan = ({ name }) => step('asker', '/messages', { body: name }, [`message ${name}`]);
const askerAdds: Plan = ({ name }) =>
  step('asker', '/messages', { body: name }, [`message ${name}`], ['server', 'message']);
const serverAdds: Plan = ({ name }) =>
  step('server', '/messages', { body: name }, [`message ${name}`], ['asker', 'message']);
const note: Plan = ({ name }) => step('server', '/messages', { body: name, kind: 'note' }, [`note ${name}`]);
const promise =
  (minutes: number): Plan =>
  ({ name, at }) =>
    step('server', '/promise', { deliverable: name, due: at(minutes) }, [`promised ${name}`], ['asker', 'promised']);
const agree: Plan = () =>
  step(
    'asker',
    '/renegotiation/answer',
    { answer: 'accept' },
    ['proposalAccepted'],
    ['server', 'renegotiationAccepted'],
  );
const deliver: Plan = ({ name }) =>
  step('server', '/delivery', { done: name }, [`delivered ${name}`], ['asker', 'delivered']);
const thank: Plan = ({ name }) =>
  step(
    'asker',
    '/acceptance',
    { thanks: name, ratings: { timing: 5, quality: 4 } },
    [`accepted ${name}`],
    ['server', 'accepted'],
  );
const decline: Plan = ({ name }) =>
  step('server', '/refusal', { reason: name }, [`declined ${name}`], ['asker', 'declined']);
const withdraw: Plan = ({ name }) =>
  step('asker', '/withdrawal', { reason: name }, [`withdrawn ${name}`], ['server', 'withdrawn']);

/** What a story is about, as its address says. */
export type About = 'requests' | 'promises';
/** `time` is what the clock alone must still tell, and whom, this many minutes after the last step. */
export type Kind = {
  about?: About;
  share: number;
  plans: Plan[];
  time?: { after: number; tells: Step['tells'] };
};

const soon = 0.1;
const kinds: Record<string, Kind> = {
  ...promiseKinds,
  whole: {
    share: 40,
    plans: [
      ...[askTeam, askerAddsFirst, greet, askerAdds, promise(month), serverAdds, note],
      ...[propose, agree, askerAdds, deliver, thank],
    ],
  },
  quick: { share: 25, plans: [askColleague, promise(month), deliver, thank] },
  declined: { share: 8, plans: [askColleague, decline] },
  withdrawn: { share: 8, plans: [askColleague, withdraw] },
  forgotten: { share: 3, plans: [askTeam], time: { after: 1, tells: [['server', 'ungreeted']] } },
  late: {
    share: 6,
    plans: [askColleague, promise(soon)],
    time: {
      after: soon,
      tells: [
        ['server', 'overdue'],
        ['asker', 'overdue'],
      ],
    },
  },
  // A quarter of its time is left from the ninth minute on.
  warned: { share: 4, plans: [askColleague, promise(12)], time: { after: 9, tells: [['server', 'atRisk']] } },
  silent: {
    share: 6,
    plans: [askTeam, promise(month), deliver],
    time: {
      after: 1,
      tells: [
        ['server', 'closedBySilence'],
        ['asker', 'closedBySilence'],
      ],
    },
  },
};

export type Written = { step: Step; key: string; answer: string };

export type Story = {
  kind: string;
  /** The request or promise, once it was acknowledged. */
  id: string | undefined;
  asker: Name;
  server: Name;
  /** The steps that were acknowledged. */
  written: Written[];
  /** What was sent and never answered. */
  unsure: { step: Step; key: string } | undefined;
  /** When the last step was acknowledged, by the server's clock. */
  at: number;
  /** It ended before its end, by a refusal. */
  refused?: boolean;
};

export function beginStory(chance: Chance): Story {
  const all = Object.entries(kinds);
  let left = chance.between(
    1,
    all.reduce((sum, [, { share }]) => sum + share, 0),
  );
  const [kind] = all.find(([, { share }]) => (left -= share) <= 0) ?? ['quick'];
  const asker = chance.one(['aino', 'eeva'] as const);
  // Leads alone hear of what is forgotten.
  const server = kind === 'forgotten' ? 'liisa' : chance.one(['mika', 'liisa'] as const);
  return { kind, id: undefined, asker, server, written: [], unsure: undefined, at: 0 };
}

/** What each step names itself, in its words and in the title of an ask. */
export const nameOfStep = (number: number, { kind }: Story): string => `Step ${number} of ${kind}`;
export const isOfStory = (title: string): boolean => /^Step \d+ of /.test(title);

/** What comes next in a story; undefined at its end. */
export function nextStep(story: Story, making: Omit<Making, 'asker' | 'server'>): Step | undefined {
  return kinds[story.kind]?.plans[story.written.length]?.({
    ...making,
    asker: story.asker,
    server: story.server,
  });
}

export const aboutOf = ({ kind }: Story): About => kinds[kind]?.about ?? 'requests';

export const isOver = ({ kind, written }: Story): boolean => written.length === kinds[kind]?.plans.length;

/** What time must tell of a story that has come to its end, and how many minutes after that. */
export const timeOf = ({ kind }: Story) => kinds[kind]?.time;

/** Kinds of notices that no step causes, only time. */
export const byTime: readonly NoticeKind[] = ['ungreeted', 'offered', 'atRisk', 'overdue', 'closedBySilence'];
/** What time itself leaves in a conversation, or in the history of a promise. */
export const leftByTime = ['ungreeted', 'offered', 'closedBySilence', 'ended'];
