// The company, its people and its teams: shapes that several operations speak in. The operations: directory-api below.
import { z } from 'zod';
import { email, newPassword } from './auth.ts';
import { route } from './route.ts';
import { byId, id, instant, Language, line, localDate, maybeLine, page, pageQuery, PersonRef, TeamRef, zone } from './shapes.ts';
import { Hours, Week } from './working-time.ts';

export const demoRoles = ['employee', 'it-lead', 'housekeeper', 'hr-partner', 'manager', 'steward', 'administrator'] as const;
export type DemoRole = (typeof demoRoles)[number];

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166 country, e.g. FI; see listCountries', example: 'FI' });
const region = z.string().min(1).max(20).meta({ description: 'Region of that country, e.g. MD; see listCountries' });
const version = z.number().int().meta({ description: 'Also the ETag; send it as If-Match with a change' });
const can = <const A extends readonly [string, ...string[]]>(acts: A) =>
  z.array(z.enum(acts)).meta({ description: 'What the asking person may do with it now' });

export const companyActs = ['update', 'addPerson', 'addTeam'] as const;
export const Company = z
  .object({ name: z.string(), language: Language, zone: z.string(), country: z.string(), demo: z.boolean(), version, can: can(companyActs) })
  .meta({ id: 'Company' });
export type Company = z.infer<typeof Company>;

export const personActs = ['update', 'govern', 'invite', 'reset', 'deactivate', 'reactivate', 'setPhoto', 'removePhoto'] as const;
export const Person = z
  .object({
    id,
    name: z.string(),
    said: z.string().meta({ description: 'The name as it is said; empty when not told' }),
    photo: z.string().nullable(),
    active: z.boolean(),
    email: z.string().nullable().meta({ description: 'Null where it is no longer in use, except for administrators' }),
    language: Language,
    place: z.string(),
    zone: z.string(),
    does: z.string().meta({ description: 'What they do and for whom, in their words' }),
    manager: PersonRef.nullable(),
    administrator: z.boolean(),
    teams: z.array(TeamRef.extend({ lead: z.boolean() })),
    version,
    can: can(personActs),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const Standing = z
  .object({
    person: Person.nullable().meta({ description: 'Who is signed in here, or null' }),
    company: Company.nullable().meta({ description: 'Null until the company is created; also for strangers to it' }),
    demo: z.boolean().meta({ description: 'Whether this is the sample company, where anyone may look around' }),
    setup: z.boolean().meta({ description: 'Whether the company is still to be created' }),
    can: can(companyActs),
  })
  .meta({ id: 'Standing', description: 'Where I stand: who I am, in which company, what I may do in it' });
export type Standing = z.infer<typeof Standing>;

export const Invitation = z
  .object({ url: z.string().meta({ description: 'Works once; a newer link ends the older' }), expires: instant })
  .meta({ id: 'Invitation' });

export const Exception = z
  .object({ date: localDate, hours: Hours, note: maybeLine(200).default('') })
  .meta({ id: 'CalendarException', description: 'What replaces week and holidays on one day; no hours means closed' });
export type Exception = z.infer<typeof Exception>;

const exceptions = z
  .array(Exception)
  .max(400)
  .refine((days) => new Set(days.map((day) => day.date)).size === days.length, { params: { code: 'twiceTheSameDay' } });
const minutes = z.number().int().min(1).max(100_000);
export const greetingMinutes = minutes.meta({ description: 'Working minutes within which an ask is greeted' });
export const closingMinutes = minutes.meta({ description: 'Working minutes of silence after which a delivery closes' });

export const teamActs = ['update', 'archive', 'restore', 'addMember', 'removeMember'] as const;
export const TeamItem = z
  .object({
    id,
    name: z.string(),
    does: z.string(),
    zone: z.string(),
    archived: z.boolean(),
    leads: z.array(PersonRef),
    size: z.number().int().meta({ description: 'How many active members' }),
    mine: z.boolean().meta({ description: 'Whether the asking person is in it' }),
    version,
    can: can(teamActs),
  })
  .meta({ id: 'TeamItem' });
export type TeamItem = z.infer<typeof TeamItem>;

export const Team = TeamItem.omit({ leads: true, size: true })
  .extend({
    country: z.string().nullable(),
    region: z.string().nullable(),
    week: Week,
    exceptions: z.array(Exception),
    greetingMinutes,
    closingMinutes,
    members: z.array(z.object({ person: PersonRef, does: z.string(), lead: z.boolean() })),
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

export const DemoPerson = z
  .object({ as: z.enum(demoRoles), id, name: z.string(), does: z.string(), photo: z.string().nullable(), teams: z.array(z.string()) })
  .meta({ id: 'DemoPerson' });

export const Country = z
  .object({ code: z.string(), name: z.string(), regions: z.array(z.object({ code: z.string(), name: z.string() })) })
  .meta({ id: 'Country' });

const company = { name: line(120), country, zone, language: Language };
const ownFields = { name: line(120), said: maybeLine(120), language: Language, place: maybeLine(120), zone, does: maybeLine(400) };
const governedFields = { email, manager: id.nullable(), administrator: z.boolean() };
const teamFields = {
  name: line(120),
  does: maybeLine(400),
  zone,
  country: country.nullable(),
  region: region.nullable(),
  week: Week,
  exceptions,
  greetingMinutes,
  closingMinutes,
};

export const NewCompany = z.object({ ...company, administrator: z.object({ name: line(120), email, password: newPassword }) });
export type NewCompany = z.infer<typeof NewCompany>;
export const CompanyChange = z.object(company).partial();
export type CompanyChange = z.infer<typeof CompanyChange>;
export const NewPerson = z.object({ ...ownFields, ...governedFields }).partial().required({ name: true, email: true });
export type NewPerson = z.infer<typeof NewPerson>;
export const PersonChange = NewPerson.partial();
export type PersonChange = z.infer<typeof PersonChange>;
export const NewTeam = z.object(teamFields).partial().required({ name: true });
export type NewTeam = z.infer<typeof NewTeam>;
export const TeamChange = NewTeam.partial();
export type TeamChange = z.infer<typeof TeamChange>;

// Outside the sample company this address must answer like one that does not exist, whatever the body: so nothing
// is refused at the door, and what is no role arrives as null.
const DemoSignIn = z.object({ as: z.enum(demoRoles).nullable().catch(null) }).catch({ as: null });

const PeopleQuery = z.object({
  ...pageQuery,
  q: maybeLine(100).optional().meta({ description: 'Words of a name, beginnings are enough, typing mistakes forgiven' }),
  team: id.optional(),
  manager: id.optional().meta({ description: 'Only the people on this person’s line' }),
  active: z.enum(['true', 'false', 'any']).default('true'),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;
const TeamsQuery = z.object({
  ...pageQuery,
  q: maybeLine(100).optional(),
  archived: z.enum(['true', 'false']).default('false'),
  mine: z.enum(['true', 'false']).default('false').meta({ description: 'true: only the teams I am in' }),
});
export type TeamsQuery = z.infer<typeof TeamsQuery>;

const byMember = z.object({ id, person: id });
export const photoTypes = ['image/webp', 'image/jpeg', 'image/png'] as const;
export type PhotoType = (typeof photoTypes)[number];

export const directoryApi = {
  getSession: route({
    method: 'GET',
    path: '/api/session',
    summary: 'Where I stand: who I am, in which company, what I may do in it',
    for: 'anyone',
    status: 200,
    response: Standing,
  }),
  createCompany: route({
    method: 'POST',
    path: '/api/company',
    summary: 'Create the company and its administrator, once, and sign in',
    for: 'anyone',
    body: NewCompany,
    status: 201,
    response: Standing,
  }),
  getCompany: route({ method: 'GET', path: '/api/company', summary: 'The company', status: 200, response: Company }),
  updateCompany: route({
    method: 'PATCH',
    path: '/api/company',
    summary: 'Change the company',
    for: 'administrator',
    body: CompanyChange,
    status: 200,
    response: Company,
    ifMatch: 'required',
  }),
  listCountries: route({
    method: 'GET',
    path: '/api/countries',
    summary: 'Countries and regions whose holidays are known',
    for: 'anyone',
    query: z.object({ language: Language.optional() }),
    status: 200,
    response: z.object({ items: z.array(Country) }),
  }),
  listDemoPeople: route({
    method: 'GET',
    path: '/api/demo-people',
    summary: 'Whom one may be in the sample company',
    for: 'anyone',
    status: 200,
    response: z.object({ items: z.array(DemoPerson) }),
  }),
  signInDemo: route({
    method: 'POST',
    path: '/api/demo-session',
    summary: 'Be one of the people of the sample company',
    for: 'anyone',
    body: DemoSignIn,
    status: 200,
    response: Standing,
    idempotent: false,
  }),
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
  getPhoto: route({
    method: 'GET',
    path: '/api/people/{id}/photo',
    summary: 'The photo of a person',
    params: byId,
    query: z.object({ v: z.coerce.number().int().min(0).optional() }),
    status: 200,
    produces: 'image/webp',
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
  listTeams: route({
    method: 'GET',
    path: '/api/teams',
    summary: 'Teams, by name',
    query: TeamsQuery,
    status: 200,
    response: page(TeamItem),
  }),
  createTeam: route({
    method: 'POST',
    path: '/api/teams',
    summary: 'Create a team',
    for: 'administrator',
    body: NewTeam,
    status: 201,
    response: Team,
  }),
  getTeam: route({ method: 'GET', path: '/api/teams/{id}', summary: 'A team', params: byId, status: 200, response: Team }),
  updateTeam: route({
    method: 'PATCH',
    path: '/api/teams/{id}',
    summary: 'Change a team: its leads and administrators',
    params: byId,
    body: TeamChange,
    status: 200,
    response: Team,
    ifMatch: 'required',
  }),
  archiveTeam: route({
    method: 'POST',
    path: '/api/teams/{id}/archival',
    summary: 'Archive a team: nobody can ask it any more',
    for: 'administrator',
    params: byId,
    status: 200,
    response: Team,
    ifMatch: 'optional',
  }),
  restoreTeam: route({
    method: 'DELETE',
    path: '/api/teams/{id}/archival',
    summary: 'Bring a team back',
    for: 'administrator',
    params: byId,
    status: 200,
    response: Team,
    ifMatch: 'optional',
  }),
  addMember: route({
    method: 'PUT',
    path: '/api/teams/{id}/members/{person}',
    summary: 'Add a person to a team, or change whether they lead it',
    params: byMember,
    body: z.object({ lead: z.boolean().default(false) }),
    status: 200,
    response: Team,
  }),
  removeMember: route({
    method: 'DELETE',
    path: '/api/teams/{id}/members/{person}',
    summary: 'Take a person out of a team',
    params: byMember,
    status: 200,
    response: Team,
  }),
};
