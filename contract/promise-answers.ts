// Answering a new time by the link in a mail, without signing in: looking changes nothing, and each link answers once.
import { z } from 'zod';
import { route } from './route.ts';
import { instant } from './shapes.ts';

// Any text may stand for a token: a bad one gets the same answer as one that is too old.
const byToken = z.object({ token: z.string().max(500) });

export const PromiseAnswer = z
  .object({
    answer: z.enum(['accept', 'hold']).meta({ description: 'What the link says' }),
    title: z.string().meta({ description: 'What it is about, as the mail told it' }),
    by: z.string().meta({ description: 'Who asks for the new time' }),
    due: instant.meta({ description: 'The new time that was asked for' }),
    agreed: instant.meta({
      description: 'The time that is promised, and counts as long as the new one is not accepted',
    }),
    zone: z.string().meta({ description: 'Where the reader of the mail is' }),
  })
  .meta({ id: 'PromiseAnswer' });
export type PromiseAnswer = z.infer<typeof PromiseAnswer>;

export const promiseAnswersApi = {
  readAnswerLink: route({
    method: 'GET',
    path: '/api/promise-answers/{token}',
    summary: 'What a link in a mail would answer; nothing is answered by looking',
    for: 'anyone',
    params: byToken,
    status: 200,
    response: PromiseAnswer,
  }),
  answerByLink: route({
    method: 'POST',
    path: '/api/promise-answers/{token}',
    summary: 'Accept a new time, or hold to the agreed one, by the link in a mail; once',
    for: 'anyone',
    params: byToken,
    status: 200,
    response: PromiseAnswer,
    idempotent: false,
  }),
};
