// Courtesy: how a team says hello and goodbye, what both sides say of it afterwards, and what everybody learns of how they ask.
// One person's answer is shown to nobody else: what is shown was counted in batches of several colleagues.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, localDate, maybeText, TeamRef } from './shapes.ts';

/** What stands for what in a standard: filled in where it is written, from the request that it answers. */
export const standardVariables = ['name', 'me', 'deliverable', 'team', 'due'] as const;
export type StandardVariable = (typeof standardVariables)[number];

/** "Hello {name}" with what is known; what is not known stays to be seen, so that nobody sends it unread. */
export const standardInWords = (standard: string, values: Partial<Record<StandardVariable, string>>): string =>
  standard.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name as StandardVariable] ?? whole);

const known = (words: string) =>
  [...words.matchAll(/\{(\w+)\}/g)].every(([, name]) => standardVariables.some((variable) => variable === name));
const standard = maybeText(2000).refine(known, { params: { code: 'unknownInStandard' } });
const standardWords = z
  .string()
  .meta({ description: `Stands for: ${standardVariables.map((name) => `{${name}}`).join(' ')}; empty: none` });

export const TeamStandards = z
  .object({
    team: TeamRef,
    greeting: standardWords,
    closing: standardWords,
    version: z.number().int().meta({ description: '0 until something was written; send it as If-Match' }),
    can: z.array(z.enum(['update'])),
  })
  .meta({ id: 'TeamStandards', description: 'How a team says hello and goodbye, in its own words' });
export type TeamStandards = z.infer<typeof TeamStandards>;

const Offered = z
  .object({ words: standardWords, of: z.enum(['service', 'team']) })
  .nullable()
  .meta({ description: 'The service’s own, or else the team’s; null: nobody has written one' });
export const OfferedStandards = z
  .object({ greeting: Offered, closing: Offered })
  .meta({ id: 'OfferedStandards', description: 'What is offered to who answers a request; nothing of it is sent' });
export type OfferedStandards = z.infer<typeof OfferedStandards>;

/** What an ask may have missed. */
export const missingThings = ['where', 'device', 'when', 'whom', 'howMany', 'picture', 'why', 'approval'] as const;
export const MissingThing = z.enum(missingThings).meta({ id: 'MissingThing' });
export type MissingThing = z.infer<typeof MissingThing>;

export const askingQuestions = ['clear', 'complete', 'kind'] as const;
export type AskingQuestion = (typeof askingQuestions)[number];
export const servingQuestions = ['greeted', 'closed'] as const;
export type ServingQuestion = (typeof servingQuestions)[number];

const answer = z.boolean().nullable().meta({ description: 'Null: not said' });
const askingAnswers = {
  clear: answer,
  complete: answer,
  missing: MissingThing.nullable().meta({ description: 'What was missing, when it was not complete' }),
  kind: answer,
  note: z.string().meta({ description: 'For the eyes of its writer alone' }),
};
const asks = z.boolean().meta({ description: 'Whether answers are taken: not where the company shows no rates' });
const counted = z.array(z.string()).meta({ description: 'Answers that stand: they were counted with those of others' });

export const AskingAnswer = z
  .object({ ...askingAnswers, asks, counted })
  .meta({ id: 'AskingAnswer', description: 'How the ask was, as who serves it said; read by its writer alone' });
export type AskingAnswer = z.infer<typeof AskingAnswer>;

export const ServingAnswer = z
  .object({
    greeted: answer.meta({ description: 'Were you greeted by name?' }),
    closed: answer.meta({ description: 'Was it closed well?' }),
    asks,
    counted,
  })
  .meta({ id: 'ServingAnswer', description: 'How it was to be served, as who asked said; read by its writer alone' });
export type ServingAnswer = z.infer<typeof ServingAnswer>;

/** So many answers by so many colleagues are counted together, never fewer; a team needs so many members. */
export const fewestAnswers = { answers: 5, people: 3, members: 5 } as const;

const share = z
  .object({
    yes: z.number().int(),
    answers: z.number().int(),
    low: z.number().meta({ description: 'Lower end of the 95 % interval, 0 to 1' }),
    high: z.number(),
  })
  .nullable()
  .meta({ description: 'Null where nothing was counted' });
const shares = { greeted: share, closed: share };

export const TeamCourtesy = z
  .object({
    team: TeamRef,
    hides: z.enum(['ratesOff', 'smallTeam']).nullable(),
    ...shares,
    over: z
      .array(z.object({ month: localDate.meta({ description: 'First day of the month counted up to' }), ...shares }))
      .meta({ description: 'Months with something counted, oldest first' }),
  })
  .meta({
    id: 'TeamCourtesy',
    description:
      'What those who asked said over the last twelve months: of months that are over, in batches of at least 5 answers by 3 people about 3 colleagues',
  });
export type TeamCourtesy = z.infer<typeof TeamCourtesy>;

const place = z.object({ id, name: z.string(), of: z.enum(['service', 'team']) });
const times = z.object({ of: z.number().int(), times: z.number().int() });
/** mostly: four in five or more · often: half or more · sometimes: less. */
export const Frequency = z.enum(['mostly', 'often', 'sometimes']).meta({ id: 'Frequency' });
export type Frequency = z.infer<typeof Frequency>;

export const AskingHint = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('missing').meta({ description: 'What colleagues missed in one’s asks of this place' }),
      place: place.nullable().meta({ description: 'Null: of all places together' }),
      thing: MissingThing,
      how: z.enum(['most', 'many']),
    }),
    z.object({
      kind: z
        .literal('addedLater')
        .meta({ description: 'What one added oneself after asking, from one’s own history' }),
      place,
      field: z.string(),
      ...times.shape,
    }),
    z.object({
      kind: z.literal('soon').meta({ description: 'Wanted sooner than it usually takes, from one’s own history' }),
      place,
      ...times.shape,
    }),
  ])
  .meta({ id: 'AskingHint' });
export type AskingHint = z.infer<typeof AskingHint>;

export const MyAsking = z
  .object({
    hides: z.enum(['ratesOff']).nullable(),
    hints: z.array(AskingHint),
    said: z
      .array(
        z.object({
          question: z.enum(askingQuestions),
          how: Frequency,
          answers: z.number().int().meta({ description: 'At least so many: rounded down to fives' }),
        }),
      )
      .meta({ description: 'What colleagues said; coarse, so that nobody’s answer can be read from it' }),
    thanked: times.nullable().meta({ description: 'Of my asks that were closed, those that I closed with words' }),
    inTime: times.nullable().meta({ description: 'Of those that named a day, those that left the usual time' }),
  })
  .meta({ id: 'MyAsking', description: 'How I ask, over the last twelve months; for me alone' });
export type MyAsking = z.infer<typeof MyAsking>;

export const courtesyApi = {
  getTeamStandards: route({
    method: 'GET',
    path: '/api/teams/{id}/standards',
    summary: 'How a team says hello and goodbye',
    params: byId,
    status: 200,
    response: TeamStandards,
  }),
  setTeamStandards: route({
    method: 'PUT',
    path: '/api/teams/{id}/standards',
    summary: 'Write how a team says hello and goodbye: its leads and administrators',
    params: byId,
    body: z.object({ greeting: standard, closing: standard }),
    ifMatch: 'required',
    status: 200,
    response: TeamStandards,
  }),
  getRequestStandards: route({
    method: 'GET',
    path: '/api/requests/{id}/standards',
    summary: 'The standards that hold for a request: of its service, or else of its team',
    params: byId,
    status: 200,
    response: OfferedStandards,
  }),
  getTeamCourtesy: route({
    method: 'GET',
    path: '/api/teams/{id}/courtesy',
    summary: 'What those who asked a team said of hello and goodbye; for its members and administrators',
    params: byId,
    status: 200,
    response: TeamCourtesy,
  }),
  getServingAnswer: route({
    method: 'GET',
    path: '/api/requests/{id}/serving-answer',
    summary: 'What I said of hello and goodbye',
    params: byId,
    status: 200,
    response: ServingAnswer,
  }),
  answerServing: route({
    method: 'PUT',
    path: '/api/requests/{id}/serving-answer',
    summary: 'Say whether I was greeted by name and whether it was closed well; who asked',
    params: byId,
    body: ServingAnswer.omit({ asks: true, counted: true }),
    status: 200,
    response: ServingAnswer,
  }),
  getAskingAnswer: route({
    method: 'GET',
    path: '/api/requests/{id}/asking-answer',
    summary: 'What I said of how the ask was',
    params: byId,
    status: 200,
    response: AskingAnswer,
  }),
  answerAsking: route({
    method: 'PUT',
    path: '/api/requests/{id}/asking-answer',
    summary: 'Say how the ask was; who promised it',
    params: byId,
    body: z.object({ ...askingAnswers, note: maybeText(1000).default('') }),
    status: 200,
    response: AskingAnswer,
  }),
  getMyAsking: route({
    method: 'GET',
    path: '/api/me/asking',
    summary: 'How I ask: hints first, then what colleagues said, mixed; for me alone',
    status: 200,
    response: MyAsking,
  }),
};
