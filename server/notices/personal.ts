// What a person was told, for that person; and its end when they are erased. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';

export const noticesPersonal: Personal = {
  kept: [],
  tell: async (db, person) => ({
    notices: await db
      .selectFrom('notices_notice')
      .select(['kind', 'subject', 'subject_id', 'params', 'created_at', 'read_at'])
      .where('person_id', '=', person)
      .orderBy('created_at')
      .execute(),
  }),
  forget: async (tx, person) => void (await tx.deleteFrom('notices_notice').where('person_id', '=', person).execute()),
};
