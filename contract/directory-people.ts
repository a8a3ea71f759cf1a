// People as the contract sees them: shapes, inputs, operations. Gathered with the rest of the directory in directory.ts.
import { z } from 'zod';
import { email } from './auth.ts';
import { route } from './route.ts';
import { Away } from './directory-absences.ts';
import { byId, id, instant, Language, line, maybeLine, page, pageQuery, PersonRef, TeamRef, zone } from './shapes.ts';
import { spokenLanguage } from './spoken-languages.ts';
import { Week } from './working-time.ts';

const version = z.number().int().meta({ description: 'Also the ETag; send it as If-Match with a change' });

export const personActs = [
  'update',
  'govern',
  'invite',
  'reset',
  'deactivate',
  'reactivate',
  'erase',
  'setPhoto',
  'removePhoto',
  'setAbsence',
] as const;
export const Person = z
  .object({
    id,
    name: z.string(),
    said: z.string().meta({ description: 'The name as it is said; empty when not told' }),
    pronouns: z.string().meta({ description: 'In their words; empty when not told' }),
    photo: z.string().nullable(),
    active: z.boolean(),
    email: z.string().nullable().meta({ description: 'Null where it is no longer in use, except for administrators' }),
    language: Language,
    languages: z.array(z.string()).meta({ description: 'ISO 639 codes of what they speak, the best first' }),
    skills: z.array(z.string()),
    place: z.string(),
    zone: z.string(),
    week: Week.nullable().meta({ description: 'Their own working hours; null: as their team works' }),
    does: z.string().meta({ description: 'What they do and for whom, in their words' }),
    manager: PersonRef.nullable(),
    dotted: z.array(PersonRef).meta({ description: 'Further managers' }),
    away: Away.nullable().meta({ description: 'Null while they are here' }),
    administrator: z.boolean(),
    teams: z.array(TeamRef.extend({ lead: z.boolean() })),
    version,
    can: z.array(z.enum(personActs)).meta({ description: 'What the asking person may do with it now' }),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const Invitation = z
  .object({
    url: z.string().meta({ description: 'Works once; a newer link ends the older' }),
    expires: instant,
    mailed: z.boolean().meta({ description: 'Whether it is on its way to them by mail, too' }),
  })
  .meta({ id: 'Invitation' });

const distinct = <T>(values: readonly T[]) => new Set(values).size === values.length;

export const skill = line(60);
const ownFields = {
  name: line(120),
  said: maybeLine(120),
  pronouns: maybeLine(40),
  languages: z
    .array(spokenLanguage)
    .max(20)
    .refine(distinct, { params: { code: 'twiceTheSame' } }),
  skills: z.array(skill).max(50).meta({ description: 'In the spelling that others use, if they do; each once' }),
  week: Week.nullable(),
  language: Language,
  place: maybeLine(120),
  zone,
  does: maybeLine(400),
};
const governedFields = {
  email,
  manager: id.nullable(),
  dotted: z
    .array(id)
    .max(20)
    .refine(distinct, { params: { code: 'twiceTheSame' } }),
  administrator: z.boolean(),
};

export const NewPerson = z
  .object({ ...ownFields, ...governedFields })
  .partial()
  .required({ name: true, email: true });
export type NewPerson = z.infer<typeof NewPerson>;
export const PersonChange = NewPerson.partial();
export type PersonChange = z.infer<typeof PersonChange>;

const PeopleQuery = z.object({
  ...pageQuery,
  q: maybeLine(100)
    .optional()
    .meta({ description: 'Words of a name, beginnings are enough, typing mistakes forgiven' }),
  team: id.optional(),
  manager: id.optional().meta({ description: 'Only the people on this person’s line' }),
  dotted: id.optional().meta({ description: 'Only the people who report to this person besides' }),
  skill: skill.optional().meta({ description: 'Only who knows this' }),
  speaks: spokenLanguage.optional(),
  active: z.enum(['true', 'false', 'any']).default('true'),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;
export const photoTypes = ['image/webp', 'image/jpeg', 'image/png'] as const;
export type PhotoType = (typeof photoTypes)[number];

export const peopleApi = {
  listPeople: route({
    method: 'GET',
    path: '/api/people',
    summary: 'People, by name',
    query: PeopleQuery,
    status: 200,
    response: page(Person),
  }),
  addPerson: route({
    method: 'POST',
    path: '/api/people',
    summary: 'Add a person; invitePerson lets them in',
    for: 'administrator',
    body: NewPerson,
    status: 201,
    response: Person,
  }),
  getPerson: route({
    method: 'GET',
    path: '/api/people/{id}',
    summary: 'A person',
    params: byId,
    status: 200,
    response: Person,
  }),
  updatePerson: route({
    method: 'PATCH',
    path: '/api/people/{id}',
    summary: 'Change a person: oneself, or anyone as an administrator',
    params: byId,
    body: PersonChange,
    status: 200,
    response: Person,
    ifMatch: 'required',
  }),
  invitePerson: route({
    method: 'POST',
    path: '/api/people/{id}/invitation',
    summary: 'Make a link that lets a person in for the first time',
    for: 'administrator',
    params: byId,
    status: 201,
    response: Invitation,
    // A repeat makes a new link: the first one is kept nowhere, so it could not be answered again.
    idempotent: false,
  }),
  resetPerson: route({
    method: 'POST',
    path: '/api/people/{id}/reset-link',
    summary: 'Make a link with which a person sets a new password',
    for: 'administrator',
    params: byId,
    status: 201,
    response: Invitation,
    idempotent: false,
  }),
  deactivatePerson: route({
    method: 'POST',
    path: '/api/people/{id}/deactivation',
    summary: 'Let a person go: sessions end at once, history stays',
    for: 'administrator',
    params: byId,
    status: 200,
    response: Person,
    ifMatch: 'optional',
  }),
  reactivatePerson: route({
    method: 'DELETE',
    path: '/api/people/{id}/deactivation',
    summary: 'Welcome a person back',
    for: 'administrator',
    params: byId,
    status: 200,
    response: Person,
    ifMatch: 'optional',
  }),
  listSkills: route({
    method: 'GET',
    path: '/api/skills',
    summary: 'Skills in use, the most usual first',
    query: z.object({ q: maybeLine(60).optional(), limit: z.coerce.number().int().min(1).max(200).default(20) }),
    status: 200,
    response: z.object({ items: z.array(z.object({ name: z.string(), people: z.number().int() })) }),
  }),
  listSpoken: route({
    method: 'GET',
    path: '/api/languages',
    summary: 'Languages that colleagues speak, the most usual first',
    status: 200,
    response: z.object({ items: z.array(z.object({ code: z.string(), people: z.number().int() })) }),
  }),
  getPhoto: route({
    method: 'GET',
    path: '/api/people/{id}/photo',
    summary: 'The photo of a person',
    params: byId,
    query: z.object({ v: z.coerce.number().int().min(0).optional() }),
    status: 200,
    produces: 'image/webp, image/jpeg, image/png',
  }),
  setPhoto: route({
    method: 'PUT',
    path: '/api/people/{id}/photo',
    summary: 'Set the photo: WebP, JPEG or PNG, at most 5 MB',
    params: byId,
    consumes: photoTypes,
    status: 200,
    response: Person,
  }),
  removePhoto: route({
    method: 'DELETE',
    path: '/api/people/{id}/photo',
    summary: 'Remove the photo',
    params: byId,
    status: 200,
    response: Person,
  }),
};
