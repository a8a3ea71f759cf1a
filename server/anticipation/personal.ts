// Anticipation keeps no words: what somebody said to offers goes with them. What they promised along is the ledger's. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';
import './tables.ts';

export const anticipationPersonal: Personal = {
  kept: [],
  tell: async (db, person) => ({
    anticipations: (
      await db
        .selectFrom('anticipation_answer as a')
        .innerJoin('catalog_service as s', 's.id', 'a.service_id')
        .innerJoin('catalog_service as n', 'n.id', 'a.needed_id')
        .where('a.person_id', '=', person)
        .orderBy('a.at')
        .select(['s.name as service', 'n.name as needed', 'a.wanted', 'a.at'])
        .execute()
    ).map(({ at, ...said }) => ({ ...said, at: at.toISOString() })),
  }),
  forget: async (tx, person) =>
    void (await tx.deleteFrom('anticipation_answer').where('person_id', '=', person).execute()),
};
