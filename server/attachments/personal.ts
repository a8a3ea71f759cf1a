// What files say about people: who sent them, and their names; and their end, with the words that they hang on. See platform/personal.ts.
import { sql } from 'kysely';
import { byColumn, inColumn, type Personal } from '../platform/personal.ts';
import { removeOf, removeSentBy } from './queries.ts';

export const attachmentsPersonal: Personal = {
  kept: [
    {
      table: 'attachments_file',
      words: { name: 'line' },
      by: byColumn('uploader_id'),
      of: (requests) => sql<boolean>`t.subject_kind = 'request' and ${inColumn('subject_id')(requests)}`,
      at: 'created_at',
      beside: ['id', 'media_type', 'size', 'subject_kind', 'subject_id'],
    },
  ],
  // The bytes follow within the hour, by the job that tidies files; in a copy elsewhere (splitting, merging) they live on.
  drop: (tx, words, now) =>
    'person' in words ? removeSentBy(tx, words.person, now) : removeOf(tx, 'request', words.requests, now),
  forget: async (tx, person) =>
    void (await tx.updateTable('attachments_loose').set({ person_id: null }).where('person_id', '=', person).execute()),
};
