// Steps that the stories of requests and those of promises share.
import type { Plan, Step } from './stories.ts';

/** In minutes. */
export const month = 30 * 24 * 60;

export const step = (by: Step['by'], path: string, body: object, leaves: string[], ...tells: Step['tells']): Step => ({
  by,
  path,
  body,
  leaves,
  tells,
});

export const propose: Plan = ({ name, at }) =>
  step(
    'server',
    '/renegotiation',
    { due: at(month + 60), reason: name },
    [`proposed ${name}`],
    ['asker', 'renegotiationProposed'],
  );
