// SQL about what people bring with them: skills, and further managers. Rows in, rows out.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import './tables.ts';

/** How colleagues spell the skill `s.name`; null when nobody has it. Whoever comes later takes it over, so they all spell it alike. */
export const usualSpelling = sql`(select k.name from directory_skill k where k.folded = fold(s.name) limit 1)`;

/** In the order given; the same skill once, in the spelling that colleagues use where they do. */
export async function replaceSkills(tx: Db, person: string, skills: readonly string[]): Promise<void> {
  await tx.deleteFrom('directory_skill').where('person_id', '=', person).execute();
  if (skills.length === 0) return;
  await sql`
    insert into directory_skill (person_id, folded, name, place)
    select distinct on (fold(s.name)) ${person}::uuid, fold(s.name), coalesce(${usualSpelling}, s.name), s.place
    from unnest(${[...skills]}::text[]) with ordinality s (name, place) order by fold(s.name), s.place`.execute(tx);
}

/** Skills that active colleagues have, the most usual first; `words` are looked for anywhere in them. */
export async function skillsInUse(db: Db, words: readonly string[], limit: number) {
  const has = words.map((word) => sql` and strpos(k.folded, fold(${word})) > 0`);
  const found = await sql<{ name: string; people: number }>`
    select mode() within group (order by k.name) as name, count(*) as people
    from directory_skill k join directory_person p on p.id = k.person_id and p.active
    where true ${sql.join(has, sql``)} group by k.folded order by count(*) desc, k.folded limit ${limit}`.execute(db);
  return found.rows;
}

/** Languages that active colleagues speak, the most usual first. */
export async function languagesInUse(db: Db) {
  const found = await sql<{ code: string; people: number }>`
    select l.code, count(*) as people from directory_person p, unnest(p.languages) l (code)
    where p.active group by l.code order by count(*) desc, l.code`.execute(db);
  return found.rows;
}

export async function replaceDotted(tx: Db, person: string, managers: readonly string[]): Promise<void> {
  await tx.deleteFrom('directory_dotted').where('person_id', '=', person).execute();
  if (managers.length === 0) return;
  const rows = managers.map((manager) => ({ person_id: person, manager_id: manager }));
  await tx.insertInto('directory_dotted').values(rows).execute();
}
