// The log of administration: written in the transaction of each act, append-only by grant, read by administrators alone.
// Whom an id stands for is asked of the directory, by a function that app.ts hands in.
import { sql } from 'kysely';
import { z } from 'zod';
import {
  auditApi,
  AuditFacts,
  type AuditAct,
  type AuditEntry,
  type AuditQuery,
  type AuditSubject,
} from '../../contract/audit.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { keyIn, paged } from './cursor.ts';
import { newId, type Db } from './db.ts';
import { serve, type Served } from './http.ts';
import { isRefused } from './outcome.ts';
import type { Who } from './who.ts';

type AuditTable = {
  id: string;
  at: Date;
  by_id: string | null;
  by_program: boolean;
  act: AuditAct;
  subject_kind: AuditSubject;
  subject_id: string | null;
  subject_name: string | null;
  person_id: string | null;
  facts: string;
};

declare module './db.ts' {
  interface Tables {
    platform_audit: AuditTable;
  }
}

export type Audited = {
  /** Who did it: the caller, a person's id, or null when time alone did it. */
  by: Pick<Who, 'id' | 'token'> | string | null;
  act: AuditAct;
  /** People by id alone; `name` is for things. */
  subject: { kind: AuditSubject; id?: string; name?: string };
  /** Somebody else whom it was about. */
  person?: string;
  /** Names of fields and counts: nothing that anybody wrote, no address, no secret. */
  facts?: AuditFacts;
  at: Date;
};

/** Logs an act of administration, in the transaction that does it. */
export const audit = (tx: Db, entry: Audited) => auditAll(tx, [entry]);

/** The same for several acts, in one statement. */
export async function auditAll(tx: Db, entries: readonly Audited[]): Promise<void> {
  if (entries.length > 0) await tx.insertInto('platform_audit').values(entries.map(rowOf)).execute();
}

const rowOf = ({ by, act, subject, person, facts = {}, at }: Audited): AuditTable => ({
  id: newId(),
  at,
  by_id: typeof by === 'string' ? by : (by?.id ?? null),
  by_program: typeof by === 'object' && by?.token !== undefined,
  act,
  subject_kind: subject.kind,
  subject_id: subject.id ?? null,
  subject_name: subject.kind === 'person' ? null : (subject.name?.slice(0, 200) ?? null),
  person_id: person ?? null,
  facts: JSON.stringify(AuditFacts.parse(facts)),
});

/** The names of the fields in which a change differs from what is there. */
export const fieldsChanged = <T extends object>(before: T, change: Partial<T>): string[] =>
  (Object.keys(change) as (keyof T & string)[]).filter(
    (name) => change[name] !== undefined && JSON.stringify(change[name]) !== JSON.stringify(before[name]),
  );

type People = (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, PersonRef>>;

export const auditRoutes = ({ people }: { people: People }): Served =>
  serve(auditApi, { listAudit: ({ tx, who, query }) => listAudit(tx, who, query, people) });

const auditKey = z.tuple([z.iso.datetime(), z.uuid()]);

async function listAudit(db: Db, who: Who, query: AuditQuery, people: People) {
  const key = keyIn(query.cursor, auditKey);
  if (isRefused(key)) return key;
  const rows = await pageAudit(db, who.zone, query, key);
  const { items, next } = paged(rows, query.limit, (row) => [row.at.toISOString(), row.id]);
  const told = items.flatMap((row) => [
    row.by_id,
    row.person_id,
    row.subject_kind === 'person' ? row.subject_id : null,
  ]);
  const refs = await people(
    db,
    told.filter((id) => id !== null),
  );
  return { items: items.map((row) => entryOf(row, refs)), next };
}

type Row = Omit<AuditTable, 'facts'> & { facts: AuditFacts };

function entryOf(row: Row, refs: ReadonlyMap<string, PersonRef>): AuditEntry {
  const ref = (id: string | null) => (id === null ? null : (refs.get(id) ?? null));
  const name = row.subject_kind === 'person' ? ref(row.subject_id)?.name : row.subject_name;
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: ref(row.by_id),
    byProgram: row.by_program,
    act: row.act,
    subject: { kind: row.subject_kind, id: row.subject_id, name: name ?? '' },
    person: ref(row.person_id),
    facts: row.facts,
  };
}

/** A page, newest first; days are those of `zone`. */
async function pageAudit(
  db: Db,
  zone: string,
  query: AuditQuery,
  key: z.infer<typeof auditKey> | null,
): Promise<Row[]> {
  const { act, about, person, from, to, limit } = query;
  const midnight = (day: string, later = 0) => sql`((${day}::date + ${later}::int)::timestamp at time zone ${zone})`;
  const conditions = [
    sql`true`,
    ...(act ? [sql`act = ${act}`] : []),
    ...(about ? [sql`subject_kind = ${about}`] : []),
    ...(person ? [sql`(by_id = ${person} or person_id = ${person} or subject_id = ${person})`] : []),
    ...(from ? [sql`at >= ${midnight(from)}`] : []),
    ...(to ? [sql`at < ${midnight(to, 1)}`] : []),
    ...(key ? [sql`(at, id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`] : []),
  ];
  const found = await sql<Row>`
    select * from platform_audit where ${sql.join(conditions, sql` and `)}
    order by at desc, id desc limit ${limit + 1}`.execute(db);
  return found.rows;
}
