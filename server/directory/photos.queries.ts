// SQL about photos of people: one each at most, with its bytes.
import type { PhotoType } from '../../contract/directory-people.ts';
import type { Db } from '../platform/db.ts';
import './tables.ts';

export const findPhoto = (db: Db, person: string) =>
  db
    .selectFrom('directory_photo')
    .innerJoin('directory_person', 'id', 'person_id')
    .select(['media_type', 'bytes', 'photo_version'])
    .where('person_id', '=', person)
    .executeTakeFirst();

export const savePhoto = (tx: Db, person: string, type: PhotoType, bytes: Buffer) =>
  tx
    .insertInto('directory_photo')
    .values({ person_id: person, media_type: type, bytes })
    .onConflict((same) => same.column('person_id').doUpdateSet({ media_type: type, bytes }))
    .execute();

export const deletePhoto = (tx: Db, person: string) =>
  tx.deleteFrom('directory_photo').where('person_id', '=', person).execute();
