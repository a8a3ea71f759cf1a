// What the directory knows of a person, for that person; and what is left of them when they are erased: an id. See platform/personal.ts.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { announce } from '../platform/changes.ts';
import type { Personal } from '../platform/personal.ts';
import { former } from '../platform/placeholders.ts';
import { photoAddress } from './rules.ts';

export const directoryPersonal: Personal = {
  kept: [
    { table: 'directory_person', words: { does: 'line' } },
    { table: 'directory_team', words: { name: 'line', does: 'line' } },
    { table: 'directory_exception', words: { note: 'line' } },
    { table: 'directory_absence', words: { words: 'line' } },
    { table: 'directory_import', words: { name: 'line', head: 'list', new_teams: 'list' } },
    { table: 'directory_import_row', words: { cells: 'list', reasons: { value: '[]' }, given: { value: '{}' } } },
  ],
  tell,
  forget,
};

async function tell(db: Db, person: string): Promise<Record<string, unknown>> {
  const found = await db.selectFrom('directory_person').selectAll().where('id', '=', person).executeTakeFirstOrThrow();
  const { folded: _, photo_version, ...profile } = found;
  return {
    profile: { ...profile, photo: photoAddress(person, photo_version) },
    skills: await db.selectFrom('directory_skill').select('name').where('person_id', '=', person).execute(),
    absences: await db
      .selectFrom('directory_absence')
      .select([sql<string>`from_day::text`.as('from_day'), sql<string>`until_day::text`.as('until_day')])
      .select(['words', 'stand_in_id', 'created_at'])
      .where('person_id', '=', person)
      .execute(),
    teams: await db
      .selectFrom('directory_membership')
      .innerJoin('directory_team', 'directory_team.id', 'team_id')
      .select(['directory_team.name', 'lead'])
      .where('person_id', '=', person)
      .execute(),
  };
}

async function forget(tx: Db, person: string, now: Date): Promise<void> {
  for (const table of ['directory_photo', 'directory_skill', 'directory_absence', 'directory_dotted'] as const)
    await tx.deleteFrom(table).where('person_id', '=', person).execute();
  await tx.deleteFrom('directory_dotted').where('manager_id', '=', person).execute();
  await tx.deleteFrom('directory_membership').where('person_id', '=', person).execute();
  await tx.deleteFrom('directory_role').where('person_id', '=', person).execute();
  await tx.updateTable('directory_person').set({ manager_id: null }).where('manager_id', '=', person).execute();
  await tx
    .updateTable('directory_person')
    .set((row) => ({
      name: former,
      folded: '',
      said: '',
      pronouns: '',
      email: `${person}@erased.invalid`,
      place: '',
      zone: 'UTC',
      does: '',
      languages: [],
      week: null,
      manager_id: null,
      administrator: false,
      photo_version: 0,
      erased_at: now,
      version: row('version', '+', 1),
    }))
    .where('id', '=', person)
    .execute();
  await announce(tx, { subject: 'person', id: person, kind: 'changed' });
}
