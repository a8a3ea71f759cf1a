// The front door of the catalog: a service for whoever asks for it, its form as it was, its terms; and how services are made and counted.
import type { ServiceRef, Sight } from '../../contract/catalog.ts';
import type { Form } from '../../contract/forms.ts';
import type { TeamRef } from '../../contract/shapes.ts';
import type { Db } from '../platform/db.ts';
import type { Audience } from '../platform/hearers.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { mayAsk, mayManage, maySee } from './access.ts';
import { wordsIn } from './offering.ts';
import * as queries from './queries.ts';
import { neededBy, readForm, refOf, stepsIn, termsIn } from './view.ts';
import { saveUsual, type UsualRow } from './writing.queries.ts';

export { createService } from './offering.ts';
export { catalogPersonal } from './personal.ts';

/** Minutes of the team's working time: its own of the service, else the team's. */
export type Terms = { greetingMinutes: number; closingMinutes: number };

/** Who must say yes before the team begins; `manager` is that of whoever needs the service. */
export type Approving = { mode: 'inOrder' | 'any'; steps: Array<{ person: string } | { manager: true }> };

/** A service as asking for it needs it. */
export type ServiceForAsking = {
  id: string;
  name: string;
  team: TeamRef;
  sight: Sight;
  form: Form;
  formVersion: number;
  terms: Terms;
  checklist: string[];
  approval: Approving | null;
  /** Those that the one who asks may see. */
  alsoNeeded: ServiceRef[];
  greetingStandard: string;
  closingStandard: string;
};

/** The service, if `who` may ask for it now; undefined when it is at rest, not for them, or not there at all. */
export async function serviceFor(tx: Db, who: Who, id: string): Promise<ServiceForAsking | undefined> {
  const row = await queries.findService(tx, id);
  if (!row || !mayAsk(who, row)) return undefined;
  return {
    ...refOf(row),
    sight: row.sight,
    form: readForm(row.form),
    formVersion: row.form_version,
    terms: termsIn(row),
    checklist: row.checklist,
    approval: stepsIn(row),
    alsoNeeded: neededBy(who, row),
    greetingStandard: row.greeting_standard,
    closingStandard: row.closing_standard,
  };
}

/** What a service is called and whose it is, for whoever may see it, at rest or not. Refuses `notFound`. */
export async function seenService(db: Db, who: Who, id: string): Promise<Outcome<ServiceRef>> {
  const row = await queries.findService(db, id);
  return row && maySee(who, row) ? refOf(row) : refused('notFound');
}

/** A form as it was in that version; what was asked by it keeps it. Undefined when there was none. */
export async function formOf(tx: Db, service: string, version: number): Promise<Form | undefined> {
  const stored = await queries.findForm(tx, service, version);
  return stored === undefined ? undefined : readForm(stored);
}

/** The terms of a service as they are now, at rest or not; undefined when there is none. */
export const termsOf = (tx: Db, service: string): Promise<Terms | undefined> => queries.findTerms(tx, service);

/** References by id, those at rest among them; for those who see what was asked by them. Who is unknown is missing. */
export const serviceRefs = async (db: Db, ids: readonly string[]): Promise<Map<string, ServiceRef>> =>
  ids.length === 0
    ? new Map()
    : new Map((await queries.findRefs(db, [...new Set(ids)])).map((row) => [row.id, refOf(row)]));

/** Services that `who` may ask for whose name or description has these words; those with them in the name first. */
export async function servicesMatching(db: Db, who: Who, typed: string, limit = 5) {
  const words = wordsIn(typed.slice(0, 400).replaceAll('\0', ' ').toWellFormed());
  if (words.length === 0) return [];
  const rows = await queries.findMatching(db, who, words, limit);
  return rows.map((row) => ({ ...refOf(row), description: row.description }));
}

/** References by id to those of these services that `who` may ask for now. */
export async function serviceRefsToAsk(db: Db, who: Who, ids: readonly string[]): Promise<Map<string, ServiceRef>> {
  if (ids.length === 0) return new Map();
  const offered = await queries.findOffered(db, [...new Set(ids)]);
  return serviceRefs(
    db,
    offered.filter((row) => mayAsk(who, row)).map(({ id }) => id),
  );
}

/** A service as one sees it beside another. `approved`: somebody says yes first; `resting`: it is offered no more. */
export type ServiceSeen = {
  ref: ServiceRef;
  sight: Sight;
  approved: boolean;
  resting: boolean;
  mayAsk: boolean;
  manages: boolean;
};

/** Those of these services that `who` may see now, by id. One query. */
export async function servicesSeenBy(db: Db, who: Who, ids: readonly string[]): Promise<Map<string, ServiceSeen>> {
  if (ids.length === 0) return new Map();
  const rows = (await queries.findSeen(db, [...new Set(ids)])).filter((row) => maySee(who, row));
  return new Map(
    rows.map((row) => {
      const { sight, approved, resting, team } = row;
      const seen = { ref: refOf(row), sight, approved, resting };
      return [row.id, { ...seen, mayAsk: mayAsk(who, row), manages: mayManage(who, team) }];
    }),
  );
}

/**
 * Takes note of how long deliveries took: for each service how many there were, and within how many minutes of the team's working
 * time most of them (three in four) were made. Said to people from five deliveries on.
 */
export const recordUsual = (tx: Db, rows: readonly UsualRow[], now: Date): Promise<void> => saveUsual(tx, rows, now);

/** Who may hear of a change of a service: those who may see it. */
export const serviceAudience = (async (db, changes) => {
  const people = await queries.findAudience(
    db,
    changes.map(({ id }) => id),
  );
  return changes.map(({ id }) => people.get(id) ?? new Set());
}) satisfies Audience;
