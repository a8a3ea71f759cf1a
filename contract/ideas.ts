// Ideas and the accountability ladder: heard, decided, committed to somebody, an appointment, done. Every idea gets an answer by name.
import { z } from 'zod';
import { PromiseView } from './promises.ts';
import { route } from './route.ts';
import { byId, id, instant, line, maybeText, page, pageQuery, PersonRef, TeamRef, text } from './shapes.ts';

/** The rungs, from the lowest; an idea stands on one of them until it is done or answered with a no. */
export const rungs = ['heard', 'decided', 'committed', 'appointed'] as const;
export const Rung = z.enum(rungs).meta({ id: 'Rung' });
export type Rung = z.infer<typeof Rung>;

export const ideaStates = [...rungs, 'done', 'declined', 'withdrawn'] as const;
export const IdeaState = z.enum(ideaStates).meta({ id: 'IdeaState' });
export type IdeaState = z.infer<typeof IdeaState>;

export const IdeaSight = z
  .enum(['open', 'team'])
  .meta({ id: 'IdeaSight', description: 'Who reads it: every colleague, or the team and its author alone' });
export type IdeaSight = z.infer<typeof IdeaSight>;

/** What the reader may do now; the only source of buttons. */
export const ideaActs = [
  'edit',
  'decide',
  'decline',
  'commit',
  'appoint',
  'complete',
  'withdraw',
  'support',
  'discuss',
] as const;
const IdeaAct = z.enum(ideaActs).meta({ id: 'IdeaAct' });
export type IdeaAct = z.infer<typeof IdeaAct>;

export const AnswerKind = z
  .enum(['yes', 'no', 'notNow', 'done'])
  .meta({ id: 'IdeaAnswerKind', description: 'done: it was done already, or without a promise' });
export type AnswerKind = z.infer<typeof AnswerKind>;

export const IdeaRow = z
  .object({
    id,
    title: z.string(),
    team: TeamRef.nullable().meta({ description: 'Whom it is proposed to; null: the company' }),
    sight: IdeaSight,
    author: PersonRef,
    state: IdeaState,
    reached: Rung.meta({ description: 'The highest rung that it has stood on' }),
    answered: AnswerKind.nullable(),
    promiser: PersonRef.nullable().meta({ description: 'Who has promised it, while it stands on a promise' }),
    promisee: PersonRef.nullable(),
    due: instant.nullable(),
    overtime: z.boolean().meta({ description: 'It waits for an answer longer than is usual' }),
    supporters: z.number().int(),
    supported: z.boolean().meta({ description: 'I said that I would use it' }),
    createdAt: instant,
    movedAt: instant.meta({ description: 'When it last moved on the ladder' }),
  })
  .meta({ id: 'IdeaRow' });
export type IdeaRow = z.infer<typeof IdeaRow>;

export const IdeaAnswer = z
  .object({ kind: AnswerKind, by: PersonRef, words: z.string(), at: instant })
  .meta({ id: 'IdeaAnswer' });
export type IdeaAnswer = z.infer<typeof IdeaAnswer>;

export const Idea = IdeaRow.extend({
  why: z.string().meta({ description: 'Markdown' }),
  answer: IdeaAnswer.nullable(),
  answerBy: instant.meta({
    description: 'By then an answer is usual: ten working days; its leads are told after that',
  }),
  deciders: z.array(PersonRef).meta({ description: 'Who may answer it' }),
  promise: PromiseView.nullable().meta({ description: 'Made anew at an appointment: for its two people' }),
  appointment: id
    .nullable()
    .meta({ description: 'Of one that stands there, or came of it; for the two whose appointment it is' }),
  kept: z.boolean().nullable().meta({ description: 'Of a done one: within what was said' }),
  supportedBy: z.array(PersonRef).meta({ description: 'Who would use it, those who said so first; at most 50' }),
  version: z.number().int(),
  can: z.array(IdeaAct),
}).meta({ id: 'Idea' });
export type Idea = z.infer<typeof Idea>;

export const ideaEvents = [
  'proposed',
  'edited',
  'decided',
  'declined',
  'committed',
  'appointed',
  'delivered',
  'done',
  'fellBack',
  'calledOff',
  'held',
  'promisedAnew',
  'withdrawn',
  'rose',
] as const;
export const IdeaEvent = z.enum(ideaEvents).meta({ id: 'IdeaEvent' });
export type IdeaEvent = z.infer<typeof IdeaEvent>;

const told = { id, at: instant, by: PersonRef.nullable() };
export const IdeaEntry = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), ...told, body: z.string() }),
    z.object({
      kind: z.literal('event'),
      ...told,
      what: IdeaEvent,
      words: z.string(),
      answer: AnswerKind.nullable(),
      to: PersonRef.nullable().meta({ description: 'Whom it was promised to' }),
      due: instant.nullable(),
    }),
  ])
  .meta({ id: 'IdeaEntry' });
export type IdeaEntry = z.infer<typeof IdeaEntry>;

export const LadderRung = z
  .object({
    rung: Rung,
    practice: z.number().meta({ description: 'What the practice says, 0 to 1' }),
    standing: z.number().int().meta({ description: 'Ideas that stand here now' }),
    here: z
      .object({
        completed: z.number().int(),
        total: z.number().int(),
        low: z.number().meta({ description: 'Lower end of the 95 % interval (Wilson), 0 to 1' }),
        high: z.number(),
      })
      .nullable()
      .meta({
        description: 'Of the ideas that came no higher; null without any, and where the company shows no rates',
      }),
  })
  .meta({ id: 'LadderRung' });
export type LadderRung = z.infer<typeof LadderRung>;

export const Ladder = z
  .object({
    rungs: z.array(LadderRung),
    rates: z.boolean().meta({ description: 'Whether this company shows rates at all' }),
    since: instant,
  })
  .meta({
    id: 'Ladder',
    description:
      'How often ideas are completed, by the highest rung that each reached, over the last two years. Completed: done, and within what was said where something was promised. Not completed: a no, a promise that did not hold, or ninety days of nothing without a promise. Withdrawn ones count neither way',
  });
export type Ladder = z.infer<typeof Ladder>;

const title = line(200).meta({ description: 'The idea in one sentence' });
const why = maybeText(4000).meta({ description: 'What it is good for; Markdown' });

export const NewIdea = z.object({
  title,
  why: why.default(''),
  team: id.nullable().default(null).meta({ description: 'Whom it is proposed to; null: the company' }),
  sight: IdeaSight.default('open'),
});
export type NewIdea = z.infer<typeof NewIdea>;

const words = maybeText(2000).default('');
const act = <const P extends string, const B extends Parameters<typeof route>[0]['body']>(
  path: P,
  body: B,
  summary: string,
) =>
  route({
    method: 'POST',
    path: `/api/ideas/{id}/${path}`,
    summary,
    params: byId,
    body,
    ifMatch: 'optional',
    status: 200,
    response: Idea,
  });

export const Commitment = z.object({
  to: id.meta({ description: 'A colleague who may read the idea' }),
  deliverable: line(500),
  due: instant,
});
export type Commitment = z.infer<typeof Commitment>;

export const AskingIdea = z.object({
  asks: id.optional().meta({ description: 'Who will ask: one of the two sides; left out, the one it was promised to' }),
  at: instant,
  minutes: z.number().int().min(5).max(480).default(30),
  deliverables: z
    .array(line(500))
    .min(1)
    .max(20)
    .meta({ description: 'What is shown then; each is promised by its time' }),
});
export type AskingIdea = z.infer<typeof AskingIdea>;

export const ideasApi = {
  getLadder: route({
    method: 'GET',
    path: '/api/idea-ladder',
    summary: 'How often ideas are completed here, rung by rung, beside what the practice says',
    status: 200,
    response: Ladder,
  }),
  listIdeas: route({
    method: 'GET',
    path: '/api/ideas',
    summary: 'Ideas that I may read, the last moved first',
    query: z.object({
      ...pageQuery,
      state: IdeaState.optional(),
      team: id.optional(),
      company: z.literal('true').optional().meta({ description: 'Only those proposed to the company' }),
      mine: z
        .literal('true')
        .optional()
        .meta({ description: 'Those that I proposed, promised, am promised or would use' }),
      q: z.string().max(400).optional().meta({ description: 'Words; "a phrase"; -without' }),
    }),
    status: 200,
    response: page(IdeaRow),
  }),
  createIdea: route({
    method: 'POST',
    path: '/api/ideas',
    summary: 'Propose an idea to a team or to the company',
    body: NewIdea,
    status: 201,
    response: Idea,
  }),
  getIdea: route({
    method: 'GET',
    path: '/api/ideas/{id}',
    summary: 'One idea',
    params: byId,
    status: 200,
    response: Idea,
  }),
  editIdea: route({
    method: 'PATCH',
    path: '/api/ideas/{id}',
    summary: 'Say my idea in other words, while nobody has answered it',
    params: byId,
    body: z.object({ title, why }).partial(),
    ifMatch: 'required',
    status: 200,
    response: Idea,
  }),
  decideIdea: act('decision', z.object({ words }), 'Say yes to an idea: leads of its team, or administrators'),
  declineIdea: act(
    'refusal',
    z.object({ answer: z.enum(['no', 'notNow']), reason: text(2000) }),
    'Say no, or not now, and why: leads of its team, or administrators',
  ),
  commitIdea: act('commitment', Commitment, 'Promise a colleague to do it, by a time'),
  appointIdea: act(
    'appointment',
    AskingIdea,
    'Arrange when what was promised is asked about: either side of the promise',
  ),
  completeIdea: act(
    'completion',
    z.object({ words }),
    'Say that it is done, without a promise: leads of its team, or administrators',
  ),
  withdrawIdea: act('withdrawal', z.object({ reason: words }), 'Take my idea back'),
  supportIdea: route({
    method: 'PUT',
    path: '/api/ideas/{id}/support',
    summary: 'Say that I would use it, or not any more',
    params: byId,
    body: z.object({ supports: z.boolean() }),
    status: 200,
    response: Idea,
  }),
  listIdeaEntries: route({
    method: 'GET',
    path: '/api/ideas/{id}/messages',
    summary: 'What was said about it and what became of it, oldest first',
    params: byId,
    query: z.object(pageQuery),
    status: 200,
    response: page(IdeaEntry),
  }),
  discussIdea: route({
    method: 'POST',
    path: '/api/ideas/{id}/messages',
    summary: 'Say something about it',
    params: byId,
    body: z.object({ body: text(8000) }),
    status: 201,
    response: IdeaEntry,
  }),
};
