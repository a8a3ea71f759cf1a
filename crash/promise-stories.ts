// Stories of promises that no request tells of: kept after a new time, forgotten, and at risk because of what they wait for.
import type { Kind, Plan } from './stories.ts';
import { month, propose, step } from './steps.ts';

/** What all of one's own promises that are at risk wait for is due in three months. */
const promise =
  (minutes: number, waits = false): Plan =>
  ({ name, at, company, asker, server }) => {
    const body = { to: company.id[asker], deliverable: name, due: at(minutes) };
    const whole = waits ? { ...body, dependsOn: company.below[server] } : body;
    return step('server', '', whole, ['made'], ['asker', 'promised']);
  };
const nod: Plan = ({ name }) => step('asker', '/nod', { words: name }, [`nodded ${name}`], ['server', 'promiseNodded']);
const agree: Plan = ({ name }) =>
  step(
    'asker',
    '/renegotiation/answer',
    { answer: 'accept', words: name },
    [`accepted ${name}`],
    ['server', 'renegotiationAccepted'],
  );
const keep: Plan = ({ name }) => step('server', '/delivery', { done: name }, ['delivered'], ['asker', 'delivered']);
const thank: Plan = ({ name }) => step('asker', '/acceptance', { thanks: name }, ['ended'], ['server', 'accepted']);

export const promiseKinds: Record<string, Kind> = {
  promised: { about: 'promises', share: 12, plans: [promise(month), nod, propose, agree, keep, thank] },
  broken: {
    about: 'promises',
    share: 4,
    plans: [promise(0.1)],
    time: {
      after: 0.1,
      tells: [
        ['server', 'overdue'],
        ['asker', 'overdue'],
      ],
    },
  },
  // Looked at in one minute, told of in the next.
  risky: {
    about: 'promises',
    share: 8,
    plans: [promise(month, true)],
    time: { after: 1, tells: [['server', 'atRisk']] },
  },
};
