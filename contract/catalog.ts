// The services that teams offer: shapes, inputs, operations. Their forms: forms.ts.
import { z } from 'zod';
import { faultsOf } from './form-faults.ts';
import { Form } from './forms.ts';
import { route } from './route.ts';
import { byId, id, line, maybeLine, maybeText, PersonRef, TeamRef } from './shapes.ts';

export const sights = ['open', 'usual', 'private'] as const;
export const Sight = z.enum(sights).meta({
  id: 'Sight',
  description:
    'Who sees requests of the service. usual: who asks, who is added, the team and approvers · open: every colleague may read · ' +
    'private: like usual, and it never leaves the team',
});
export type Sight = z.infer<typeof Sight>;

export const ServiceRef = z.object({ id, name: z.string(), team: TeamRef }).meta({ id: 'ServiceRef' });
export type ServiceRef = z.infer<typeof ServiceRef>;

const minutes = z.number().int().min(1).max(100_000);
const manager = z.object({ manager: z.literal(true) });
export const approvalModes = ['inOrder', 'any'] as const;
const mode = z.enum(approvalModes).meta({
  description: 'inOrder: each is asked once the one before has said yes · any: the first yes is enough',
});
export const Approval = z
  .object({ mode, steps: z.array(z.union([z.object({ person: PersonRef }), manager])) })
  .meta({ id: 'Approval', description: 'Who says yes before the team begins; manager: of whoever needs it' });
export type Approval = z.infer<typeof Approval>;

/** Most deliveries so far took no longer than this, in working time of the team. */
export const Usual = z
  .object({
    amount: z.number().int(),
    unit: z.enum(['minutes', 'hours', 'days']).meta({ description: 'Of working time' }),
    deliveries: z.number().int().meta({ description: 'How many it is drawn from' }),
  })
  .meta({ id: 'UsualTime' });
export type Usual = z.infer<typeof Usual>;

export const serviceActs = ['ask', 'update', 'archive', 'restore'] as const;
export const ServiceItem = z
  .object({
    id,
    team: TeamRef,
    name: z.string(),
    description: z.string().meta({ description: 'Markdown' }),
    sight: Sight,
    usual: Usual.nullable().meta({ description: 'Null until there are five deliveries' }),
    archived: z.boolean(),
    version: z.number().int().meta({ description: 'Also the ETag; send it as If-Match with a change' }),
    can: z.array(z.enum(serviceActs)).meta({ description: 'What the asking person may do with it now' }),
  })
  .meta({ id: 'ServiceItem' });
export type ServiceItem = z.infer<typeof ServiceItem>;

const ownMinutes = z.number().int().nullable().meta({ description: 'Working minutes; null: as the team has it' });
export const Service = ServiceItem.extend({
  askers: z.union([z.literal('everyone'), z.array(TeamRef)]).meta({ description: 'Who may ask for it' }),
  form: Form,
  formVersion: z.number().int(),
  greetingMinutes: ownMinutes,
  closingMinutes: ownMinutes,
  terms: z
    .object({ greetingMinutes: z.number().int(), closingMinutes: z.number().int() })
    .meta({ description: 'Those that hold: its own, or the team’s' }),
  greetingStandard: z.string().meta({ description: 'How the team says hello, in its own words' }),
  closingStandard: z.string().meta({ description: 'How the team says goodbye, in its own words' }),
  checklist: z.array(z.string()),
  approval: Approval.nullable(),
  alsoNeeded: z.array(ServiceRef).meta({ description: 'What is often needed along with it; those you may see' }),
}).meta({ id: 'Service' });
export type Service = z.infer<typeof Service>;

const GoodForm = Form.superRefine((form, check) => {
  for (const { path, code } of faultsOf(form))
    check.addIssue({ code: 'custom', path: [...path], params: { code }, input: form });
});

const fewOf = (each: z.ZodType<string>, most: number) =>
  z
    .array(each)
    .max(most)
    .transform((list) => [...new Set(list)]);

const serviceFields = {
  name: line(120),
  description: maybeText(4000),
  sight: Sight,
  askers: z.union([z.literal('everyone'), fewOf(id, 50).refine((list) => list.length > 0)]).meta({
    description: 'everyone, or the ids of teams',
  }),
  form: GoodForm,
  greetingMinutes: minutes.nullable(),
  closingMinutes: minutes.nullable(),
  greetingStandard: maybeText(2000),
  closingStandard: maybeText(2000),
  checklist: z.array(line(200)).max(50),
  approval: z
    .object({
      mode: mode.default('inOrder'),
      steps: z
        .array(z.union([z.object({ person: id }), manager]))
        .min(1)
        .max(8),
    })
    .nullable(),
  alsoNeeded: fewOf(id, 12),
};
export const ServiceChange = z.object(serviceFields).partial();
export type ServiceChange = z.infer<typeof ServiceChange>;
export const NewService = ServiceChange.required({ name: true }).extend({ team: id });
export type NewService = z.infer<typeof NewService>;

const ServicesQuery = z.object({
  q: maybeLine(100).optional(),
  team: id.optional(),
  archived: z.enum(['true', 'false']).default('false').meta({ description: 'true: those at rest, of teams you lead' }),
});
export type ServicesQuery = z.infer<typeof ServicesQuery>;

/** Of one team, in the order that the team has chosen. */
export const TeamServices = z
  .object({ team: TeamRef.extend({ does: z.string() }), services: z.array(ServiceItem) })
  .meta({ id: 'TeamServices' });
export type TeamServices = z.infer<typeof TeamServices>;
export const Services = z
  .object({
    teams: z.array(TeamServices),
    manages: z.array(TeamRef).meta({ description: 'The teams to which the asking person may add services' }),
  })
  .meta({ id: 'Services' });
export type Services = z.infer<typeof Services>;

export const catalogApi = {
  listServices: route({
    method: 'GET',
    path: '/api/services',
    summary: 'What I may ask for, and what my teams offer, by team',
    query: ServicesQuery,
    status: 200,
    response: Services,
  }),
  getService: route({
    method: 'GET',
    path: '/api/services/{id}',
    summary: 'A service',
    params: byId,
    status: 200,
    response: Service,
  }),
  createService: route({
    method: 'POST',
    path: '/api/services',
    summary: 'Offer a service: leads of the team and administrators',
    body: NewService,
    status: 201,
    response: Service,
  }),
  updateService: route({
    method: 'PATCH',
    path: '/api/services/{id}',
    summary: 'Change a service; a changed form is a new version, and what was asked before keeps its own',
    params: byId,
    body: ServiceChange,
    status: 200,
    response: Service,
    ifMatch: 'required',
  }),
  archiveService: route({
    method: 'POST',
    path: '/api/services/{id}/archival',
    summary: 'Archive a service: nobody can ask for it any more',
    params: byId,
    status: 200,
    response: Service,
    ifMatch: 'optional',
  }),
  restoreService: route({
    method: 'DELETE',
    path: '/api/services/{id}/archival',
    summary: 'Offer an archived service again',
    params: byId,
    status: 200,
    response: Service,
    ifMatch: 'optional',
  }),
  orderServices: route({
    method: 'PUT',
    path: '/api/teams/{id}/service-order',
    summary: 'Put the services of a team in another order',
    params: byId,
    body: z.object({ services: z.array(id).max(500) }),
    status: 204,
  }),
};
