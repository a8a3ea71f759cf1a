// Every operation on requests. Paths are nouns; the key is the operationId. Every move answers with the request as it is then.
import { z } from 'zod';
import { attachmentIds } from './attachments.ts';
import { DueChoice, MissReason } from './promises.ts';
import { AskRating, Entry, ListQuery, Queue, QueuePart, Ratings, Request, RequestPage, Today } from './requests.ts';
import { SentAnswers } from './request-answers.ts';
import { route } from './route.ts';
import { byId, id, instant, line, maybeText, page, pageQuery, text } from './shapes.ts';

const title = line(200).meta({ description: 'What you need, in a sentence' });
const deliverable = line(500).meta({ description: 'What will be there, in words' });
const words = maybeText(4000).default('');
const reason = text(1000);
const both = z.object({ id, person: id });

const move = <const P extends string, B extends z.ZodType>(path: P, summary: string, body: B) =>
  route({
    method: 'POST',
    path: `/api/requests/{id}/${path}`,
    summary,
    params: byId,
    body,
    ifMatch: 'optional',
    status: 200,
    response: Request,
  });

export const requestsApi = {
  createRequest: route({
    method: 'POST',
    path: '/api/requests',
    summary: 'Ask for a service, or a team or a colleague for anything',
    body: z.object({
      title: title
        .optional()
        .meta({ description: 'What you need, in a sentence; for a service it can be left to its name' }),
      details: maybeText(20_000).default(''),
      service: id.optional().meta({ description: 'The service asked for; or else `team` or `person`' }),
      answers: SentAnswers.default({}),
      team: id.optional().meta({ description: 'The team asked' }),
      person: id.optional().meta({ description: 'The colleague asked' }),
      onBehalfOf: id.optional().meta({ description: 'The colleague who needs it, when not yourself' }),
      participants: z.array(id).max(50).default([]).meta({ description: 'Colleagues who read and write along' }),
      attachments: attachmentIds,
    }),
    status: 201,
    response: Request,
  }),
  listRequests: route({
    method: 'GET',
    path: '/api/requests',
    summary: 'Requests that I may see, newest change first',
    query: ListQuery,
    status: 200,
    response: RequestPage,
  }),
  getRequest: route({
    method: 'GET',
    path: '/api/requests/{id}',
    summary: 'One request',
    params: byId,
    status: 200,
    response: Request,
  }),
  editRequest: route({
    method: 'PATCH',
    path: '/api/requests/{id}',
    summary: 'Put the ask in other words',
    params: byId,
    body: z.object({
      title: title.optional(),
      details: maybeText(20_000).optional(),
      answers: SentAnswers.optional().meta({ description: 'All of them, by the form that it was asked with' }),
    }),
    ifMatch: 'required',
    status: 200,
    response: Request,
  }),
  listMessages: route({
    method: 'GET',
    path: '/api/requests/{id}/messages',
    summary: 'The conversation and its history, oldest first',
    params: byId,
    query: z.object(pageQuery),
    status: 200,
    response: page(Entry),
  }),
  addMessage: route({
    method: 'POST',
    path: '/api/requests/{id}/messages',
    summary: 'Write to everybody here, or a note to the serving team only',
    params: byId,
    body: z
      .object({
        body: maybeText(20_000).default('').meta({
          description: 'Markdown subset; mention a colleague as @[Name](person:ID). May be empty when files go along',
        }),
        kind: z
          .enum(['message', 'note'])
          .default('message')
          .meta({ description: '`note`: only the serving team, for ever' }),
        attachments: attachmentIds,
      })
      .refine(({ body, attachments }) => body !== '' || attachments.length > 0, {
        path: ['body'],
        params: { code: 'required' },
      }),
    status: 201,
    response: Entry,
  }),
  addParticipant: route({
    method: 'PUT',
    path: '/api/requests/{id}/participants/{person}',
    summary: 'Add a colleague to the conversation',
    params: both,
    status: 200,
    response: Request,
  }),
  removeParticipant: route({
    method: 'DELETE',
    path: '/api/requests/{id}/participants/{person}',
    summary: 'Take a colleague, or oneself, out of the conversation',
    params: both,
    status: 204,
  }),
  greetRequest: move('greeting', 'Say hello by name', z.object({ words })),
  promiseRequest: move('promise', 'Promise a deliverable by a time', z.object({ deliverable, due: instant, words })),
  counterRequest: move(
    'counter-offer',
    'Offer something else or another time',
    z.object({ deliverable, due: instant, reason }),
  ),
  takeBackCounter: route({
    method: 'DELETE',
    path: '/api/requests/{id}/counter-offer',
    summary: 'Take the counter-offer back',
    params: byId,
    ifMatch: 'optional',
    status: 200,
    response: Request,
  }),
  acceptCounter: move(
    'counter-offer/acceptance',
    'Accept the counter-offer; it becomes the promise',
    z.object({ words }),
  ),
  askAgain: move(
    'counter-offer/reply',
    'Answer a counter-offer by asking differently',
    z.object({ words: text(4000) }),
  ),
  approveRequest: move('approval', 'Say yes: the team may promise', z.object({ words })),
  refuseRequest: move('approval/refusal', 'Say no, with a reason; the request is declined', z.object({ reason })),
  declineRequest: move(
    'refusal',
    'Decline, with a reason and where to go instead',
    z.object({ reason, instead: maybeText(1000).default('') }),
  ),
  handOverRequest: move(
    'hand-over',
    'Hand over to another team or colleague, with what they need to know',
    z.object({ team: id.optional(), person: id.optional(), context: text(4000), missReason: MissReason.optional() }),
  ),
  renegotiateRequest: move(
    'renegotiation',
    'Offer a new time for a promise',
    z.object({
      due: instant,
      deliverable: deliverable.optional(),
      reason,
      missReason: MissReason.optional().meta({ description: 'Needed once the due time has passed' }),
    }),
  ),
  answerRequestRenegotiation: move(
    'renegotiation/answer',
    'Accept the new time, or hold to the old one',
    z.object({ answer: z.enum(['accept', 'hold']), words }),
  ),
  takeBackRequestRenegotiation: route({
    method: 'DELETE',
    path: '/api/requests/{id}/renegotiation',
    summary: 'No longer ask for another time; what was promised stands',
    params: byId,
    ifMatch: 'optional',
    status: 200,
    response: Request,
  }),
  releaseRequest: move('release', 'Let the promiser go; the ask stays open', z.object({ words })),
  revokePromise: move('revocation', 'Take the promise back', z.object({ reason, missReason: MissReason })),
  reportDelivery: move(
    'delivery',
    'Say what was done',
    z.object({
      done: text(4000),
      missReason: MissReason.optional().meta({ description: 'Needed when it is late' }),
      attachments: attachmentIds,
    }),
  ),
  acceptDelivery: move(
    'acceptance',
    'Accept with thanks and a rating',
    z.object({ thanks: words, ratings: Ratings.default({}) }),
  ),
  returnDelivery: move(
    'return',
    'Not right yet: say what is missing',
    z.object({
      missing: text(4000),
      due: instant
        .optional()
        .meta({ description: 'By when; default: the promised time, or the end of the next working day' }),
      attachments: attachmentIds,
    }),
  ),
  withdrawRequest: move('withdrawal', 'Withdraw the ask', z.object({ reason: maybeText(1000).default('') })),
  reopenRequest: move('reopening', 'Open it again', z.object({ reason })),
  rateAsk: route({
    method: 'PUT',
    path: '/api/requests/{id}/ask-rating',
    summary: 'Note privately how the ask was',
    params: byId,
    body: AskRating.extend({ words: maybeText(1000).default('') }),
    status: 200,
    response: AskRating,
  }),
  listDueChoices: route({
    method: 'GET',
    path: '/api/requests/{id}/due-choices',
    summary: 'Times to promise, explained in working time',
    params: byId,
    query: z.object({ at: instant.optional().meta({ description: 'Explain this instant too' }) }),
    status: 200,
    response: z.object({ items: z.array(DueChoice) }),
  }),
  getToday: route({
    method: 'GET',
    path: '/api/today',
    summary: 'What I promised, what waits for my word, what I wait for, thanks',
    status: 200,
    response: Today,
  }),
  getQueue: route({
    method: 'GET',
    path: '/api/teams/{id}/queue',
    summary: 'The work of a team that I belong to',
    params: byId,
    query: z.object({
      ...pageQuery,
      part: QueuePart.default('unanswered'),
      provider: id.optional().meta({ description: 'Only what this member promised' }),
    }),
    status: 200,
    response: Queue,
  }),
};
