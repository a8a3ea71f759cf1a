// The words of appointments, whose they are, and their end when that person is erased. See platform/personal.ts.
import { sql } from 'kysely';
import { byColumn, type Personal } from '../platform/personal.ts';

export const appointmentsPersonal: Personal = {
  kept: [
    {
      table: 'appointments_appointment',
      words: { title: 'line', place: 'line', note: 'line' },
      by: byColumn('by_id'),
      at: 'created_at',
      beside: ['at', 'minutes', 'state', 'answer'],
    },
    {
      table: 'appointments_deliverable',
      words: { words: 'line' },
      by: (person) => sql<boolean>`exists (select from appointments_appointment a
        where a.id = t.appointment_id and a.by_id = ${person}::uuid)`,
      beside: ['appointment_id', 'settled'],
    },
    {
      table: 'appointments_step',
      words: { words: 'line' },
      by: byColumn('by_id'),
      appendOnly: true,
      at: 'at',
      beside: ['appointment_id', 'what', 'to_at'],
    },
  ],
  tell: async (db, person) => ({
    calendarFeed: await db
      .selectFrom('appointments_feed')
      .select(['made_at', 'used_at'])
      .where('person_id', '=', person)
      .execute(),
  }),
  forget: async (tx, person) => {
    await tx.deleteFrom('appointments_feed').where('person_id', '=', person).execute();
    await tx.deleteFrom('appointments_mailed').where('person_id', '=', person).execute();
  },
};
