// Teams as the contract sees them: shapes, inputs, operations. Gathered with the rest of the directory in directory.ts.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, line, localDate, maybeLine, page, pageQuery, PersonRef, zone } from './shapes.ts';
import { Hours, Week } from './working-time.ts';

const version = z.number().int().meta({ description: 'Also the ETag; send it as If-Match with a change' });
export const country = z
  .string()
  .refine((code) => /^[A-Z]{2}$/.test(code), { params: { code: 'unknownCountry' } })
  .meta({ description: 'ISO 3166 country, see listCountries', example: 'FI' });
export const region = z
  .string()
  .min(1)
  .max(20)
  .meta({ description: 'Region of that country, see listCountries', example: 'MD' });

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
    can: z.array(z.enum(teamActs)).meta({ description: 'What the asking person may do with it now' }),
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

export const NewTeam = z.object(teamFields).partial().required({ name: true });
export type NewTeam = z.infer<typeof NewTeam>;
export const TeamChange = NewTeam.partial();
export type TeamChange = z.infer<typeof TeamChange>;

const TeamsQuery = z.object({
  ...pageQuery,
  q: maybeLine(100).optional(),
  archived: z.enum(['true', 'false']).default('false'),
  mine: z.enum(['true', 'false']).default('false').meta({ description: 'true: only the teams I am in' }),
});
export type TeamsQuery = z.infer<typeof TeamsQuery>;

const byMember = z.object({ id, person: id });

export const teamsApi = {
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
  getTeam: route({
    method: 'GET',
    path: '/api/teams/{id}',
    summary: 'A team',
    params: byId,
    status: 200,
    response: Team,
  }),
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
