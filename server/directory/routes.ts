// Implements contract/directory.ts: puts calls to people, teams and the company, and says where one stands.
import { directoryApi, type Company, type CompanyChange, type Standing } from '../../contract/directory.ts';
import { placeOf as addressOf, type Auth } from '../auth/auth.ts';
import { readWeek } from '../../contract/working-time.ts';
import { audit, fieldsChanged } from '../platform/audit.ts';
import { announce } from '../platform/changes.ts';
import { transact, type Db } from '../platform/db.ts';
import { serve, type Raw, type Served } from '../platform/http.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { endAbsence, listAbsences, setAbsence } from './absences.ts';
import { companyCan } from './access.ts';
import { languagesInUse, skillsInUse } from './belongings.queries.ts';
import { importOperations } from './import-routes.ts';
import { countriesIn, regionsOf } from './countries.ts';
import { createCompany } from './directory.ts';
import * as people from './people.ts';
import { readPhoto, removePhoto, setPhoto } from './photos.ts';
import * as queries from './queries.ts';
import { checkWeek, photoAddress, placeOf, usual } from './rules.ts';
import * as teams from './teams.ts';
import { askForReset, offerWayIn, type WayInParts } from './way-in.ts';

type StandingParts = WayInParts & {
  /** Where the stream of changes stands. */
  news: () => string;
};
type Parts = StandingParts & { auth: Auth };

/** The answer of an address that does not exist, which is what the sample company's are anywhere else. */
const nowhere: Raw = { raw: (reply) => reply.callNotFound() };

export const directoryRoutes = ({ auth, ...waysIn }: Parts): Served =>
  serve(directoryApi, {
    getSession: async ({ tx, who, request, now, cookies }) => {
      const longer = who && !who.token && (await auth.prolong(tx, request.headers.cookie, now));
      if (longer) cookies.push(longer);
      return standing(tx, waysIn, who, now);
    },

    createCompany: async ({ tx, body, request, now, cookies }) => {
      const made = await createCompany(tx, body, now);
      if (isRefused(made)) return made;
      const by = made.administrator;
      await audit(tx, { by, act: 'company.create', subject: { kind: 'company', name: body.name }, at: now });
      return signInAs({ tx, auth, waysIn, now, cookies }, made.administrator, request.headers['user-agent']);
    },

    getCompany: async ({ tx, who }) => {
      const company = await queries.findCompany(tx);
      return company ? companyFor(who, company) : refused('notFound');
    },
    updateCompany: ({ tx, who, body, expected, now }) => changeCompany(tx, who, body, expected, now),

    listCountries: ({ query, language }) => ({ items: countriesIn(query.language ?? language) }),

    listDemoPeople: async ({ tx }) => {
      const roles = await queries.findRoles(tx);
      if (roles.length === 0) return nowhere;
      const items = roles.map(({ person: { id, name, photo_version }, ...role }) => ({
        ...role,
        id,
        name,
        photo: photoAddress(id, photo_version),
      }));
      return { items };
    },
    signInDemo: async ({ tx, body, request, now, cookies }) => {
      const roles = await queries.findRoles(tx);
      if (roles.length === 0) return nowhere;
      const role = roles.find(({ as }) => as === body.as);
      if (!role)
        return refused('notAChoice', { field: 'as', params: { choices: roles.map(({ as }) => as).join(', ') } });
      return signInAs({ tx, auth, waysIn, now, cookies }, role.person.id, request.headers['user-agent']);
    },

    listPeople: ({ tx, who, query, now }) => people.listPeople(tx, who, query, now),
    getPerson: ({ tx, who, params, now }) => people.getPerson(tx, who, params.id, now),
    addPerson: async ({ tx, who, body, now }) => {
      const added = await people.addPerson(tx, body, now);
      if (isRefused(added)) return added;
      await people.auditPerson(tx, who, 'person.add', added.id, now);
      if (body.administrator) await people.auditPerson(tx, who, 'administrator.grant', added.id, now);
      return people.getPerson(tx, who, added.id, now);
    },
    updatePerson: ({ tx, who, params, body, expected, now }) =>
      people.changePerson(tx, who, params.id, body, expected, now),
    deactivatePerson: ({ tx, who, params, expected, now }) =>
      people.setPersonActive(tx, who, params.id, false, expected, now),
    reactivatePerson: ({ tx, who, params, expected, now }) =>
      people.setPersonActive(tx, who, params.id, true, expected, now),
    invitePerson: ({ tx, who, params, now }) => offerWayIn(waysIn, tx, who, params.id, 'invite', now),
    resetPerson: ({ tx, who, params, now }) => offerWayIn(waysIn, tx, who, params.id, 'reset', now),
    forgotPassword: async ({ tx, body, request, now }) => {
      if (!(await waysIn.mailReady(tx))) return refused('mailUnset');
      const tooMany =
        (await auth.tried(tx, 'forgotten', body.email, now)) ??
        (await auth.tried(tx, 'forgottenFromAddress', addressOf(request.ip), now));
      if (tooMany) return tooMany;
      await transact(tx, (inside) => askForReset(inside, body.email, now));
    },

    listSkills: async ({ tx, query }) => ({ items: await skillsInUse(tx, people.wordsOf(query.q), query.limit) }),
    listSpoken: async ({ tx }) => ({ items: await languagesInUse(tx) }),

    ...importOperations(waysIn.publicUrl),
    listAbsences: ({ tx, who, params, now }) => listAbsences(tx, who, params.id, now),
    setAbsence: ({ tx, who, params, body, now }) => setAbsence(tx, who, params.id, body, now),
    endAbsence: ({ tx, who, params, now }) => endAbsence(tx, who, params.id, now),

    setPhoto: ({ tx, who, params, request, now }) =>
      setPhoto(tx, who, params.id, request.headers['content-type'], request.body, now),
    removePhoto: ({ tx, who, params, now }) => removePhoto(tx, who, params.id, now),
    getPhoto: async ({ tx, params, query }) => {
      const photo = await readPhoto(tx, params.id, query.v);
      if (isRefused(photo)) return photo;
      const headers = {
        'cache-control': photo.keep,
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
      };
      return { raw: (reply) => reply.headers(headers).type(photo.type).send(photo.bytes) };
    },

    listTeams: ({ tx, who, query }) => teams.listTeams(tx, who, query),
    getTeam: ({ tx, who, params }) => teams.getTeam(tx, who, params.id),
    createTeam: async ({ tx, who, body, now }) => {
      const added = await teams.addTeam(tx, body, now);
      if (isRefused(added)) return added;
      const subject = { kind: 'team' as const, id: added.id, name: body.name };
      await audit(tx, { by: who, act: 'team.create', subject, at: now });
      return teams.getTeam(tx, who, added.id);
    },
    updateTeam: ({ tx, who, params, body, expected, now }) => teams.changeTeam(tx, who, params.id, body, expected, now),
    archiveTeam: ({ tx, who, params, expected, now }) => teams.setTeamArchived(tx, who, params.id, true, expected, now),
    restoreTeam: ({ tx, who, params, expected, now }) =>
      teams.setTeamArchived(tx, who, params.id, false, expected, now),
    addMember: ({ tx, who, params, body, now }) => teams.setMember(tx, who, params.id, params.person, body.lead, now),
    removeMember: ({ tx, who, params, now }) => teams.removeMember(tx, who, params.id, params.person, now),
  });

async function standing(tx: Db, { mailReady, news }: StandingParts, who: Who | null, now: Date): Promise<Standing> {
  const since = news();
  const company = await queries.findCompany(tx);
  const can = companyCan(who);
  const person = who && (await people.getPerson(tx, who, who.id, now));
  return {
    person: person === null || isRefused(person) ? null : person,
    company: company ? companyFor(who, company) : null,
    demo: company?.demo ?? false,
    mail: await mailReady(tx),
    setup: company === undefined,
    can,
    news: who ? since : null,
  };
}

type Arrival = { tx: Db; auth: Auth; waysIn: StandingParts; now: Date; cookies: string[] };

async function signInAs(
  { tx, auth, waysIn, now, cookies }: Arrival,
  person: string,
  agent?: string,
): Promise<Outcome<Standing>> {
  const made = await auth.signInAs(tx, person, now, agent);
  if (!made) return refused('notFound');
  cookies.push(made.cookie);
  return standing(tx, waysIn, await queries.whoIs(tx, auth.tokenOf(made.cookie.split(';')[0]) ?? '', now), now);
}

type CompanyRow = NonNullable<Awaited<ReturnType<typeof queries.findCompany>>>;
const companyFor = (who: Who | null, company: CompanyRow): Company => ({
  ...company,
  week: readWeek(company.week) ?? usual.week,
  can: companyCan(who),
});

// The company has no id that anybody would ask for.
const theCompany = '00000000-0000-0000-0000-000000000000';

/** Refuses `changedMeanwhile`, `unknownCountry`, `unknownRegion`, `noWorkingTime`. */
async function changeCompany(
  tx: Db,
  who: Who,
  change: CompanyChange,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Company>> {
  const company = await queries.lockCompany(tx);
  if (!company) return refused('notFound');
  const no = people.checkVersion(company.version, expected) ?? (change.week ? checkWeek(change.week) : null);
  if (no) return no;
  const place = placeOf(company, change, regionsOf);
  if (isRefused(place)) return place;
  const { name, language, zone, country, rates } = { ...company, ...change };
  const week = change.week ?? readWeek(company.week);
  const saved = { name, language, zone, country: place.country ?? country, region: place.region, week, rates };
  await queries.saveCompany(tx, saved);
  await announce(tx, { subject: 'company', id: theCompany, kind: 'changed' });
  const facts = { fields: fieldsChanged({ ...company, week: readWeek(company.week) }, change) };
  await audit(tx, { by: who, act: 'company.update', subject: { kind: 'company', name }, facts, at: now });
  return companyFor(who, { ...company, ...saved, version: company.version + 1 });
}
