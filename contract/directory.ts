// The company, where I stand in it, and the whole directory's operations. People: directory-people.ts; teams: directory-teams.ts.
import { z } from 'zod';
import { email, newPassword } from './auth.ts';
import { absencesApi } from './directory-absences.ts';
import { importsApi } from './directory-imports.ts';
import { peopleApi, Person } from './directory-people.ts';
import { country, region, teamsApi } from './directory-teams.ts';
import { route } from './route.ts';
import { id, Language, line, zone } from './shapes.ts';
import { Week } from './working-time.ts';

export const demoRoles = [
  'employee',
  'it-lead',
  'housekeeper',
  'hr-partner',
  'manager',
  'steward',
  'administrator',
] as const;
export type DemoRole = (typeof demoRoles)[number];

export const companyActs = ['update', 'addPerson', 'addTeam'] as const;
const can = z.array(z.enum(companyActs)).meta({ description: 'What the asking person may do here now' });
export const Company = z
  .object({
    name: z.string(),
    language: Language,
    zone: z.string(),
    country: z.string(),
    region: z.string().nullable(),
    week: Week.meta({ description: 'Hours of new teams, and of people who are in none' }),
    rates: z.boolean().meta({ description: 'Whether anybody is shown how often promises are kept' }),
    demo: z.boolean(),
    version: z.number().int(),
    can,
  })
  .meta({ id: 'Company' });
export type Company = z.infer<typeof Company>;

export const Standing = z
  .object({
    person: Person.nullable().meta({ description: 'Who is signed in here, or null' }),
    company: Company.nullable().meta({ description: 'Null until the company is created' }),
    demo: z.boolean().meta({ description: 'Whether this is the sample company, where anyone may look around' }),
    mail: z.boolean().meta({ description: 'Whether mail leaves the house: there is a server that takes it' }),
    setup: z.boolean().meta({ description: 'Whether the company is still to be created' }),
    can,
    news: z.string().nullable().meta({
      description:
        'Where the stream of changes stands: followed from here, it tells all that is newer than what is read from now on; null when not signed in',
    }),
  })
  .meta({ id: 'Standing', description: 'Where I stand: who I am, in which company, what I may do in it' });
export type Standing = z.infer<typeof Standing>;

export const DemoPerson = z
  .object({
    as: z.enum(demoRoles),
    id,
    name: z.string(),
    does: z.string(),
    photo: z.string().nullable(),
    teams: z.array(z.string()),
  })
  .meta({ id: 'DemoPerson' });

export const Country = z
  .object({ code: z.string(), name: z.string(), regions: z.array(z.object({ code: z.string(), name: z.string() })) })
  .meta({ id: 'Country' });

const company = { name: line(120), country, zone, language: Language };

export const NewCompany = z.object({
  ...company,
  administrator: z.object({ name: line(120), email, password: newPassword }),
});
export type NewCompany = z.infer<typeof NewCompany>;
export const CompanyChange = z
  .object({ ...company, region: region.nullable(), week: Week, rates: z.boolean() })
  .partial();
export type CompanyChange = z.infer<typeof CompanyChange>;

// Outside the sample company this address must answer like one that does not exist, whatever the body: so nothing
// is refused at the door, and what is no role arrives as null.
const DemoSignIn = z.object({ as: z.enum(demoRoles).nullable().catch(null) }).catch({ as: null });

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
    scope: 'never',
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
  forgotPassword: route({
    method: 'POST',
    path: '/api/password/forgotten',
    summary: 'Get a link for a new password by mail; the same answer whether or not anybody has the address',
    for: 'anyone',
    body: z.object({ email }),
    status: 204,
    idempotent: false,
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
    scope: 'never',
    for: 'anyone',
    body: DemoSignIn,
    status: 200,
    response: Standing,
    idempotent: false,
  }),
  ...peopleApi,
  ...absencesApi,
  ...importsApi,
  ...teamsApi,
};
