// Which words of people ideas keep, and whose they are. See platform/personal.ts.
import { byColumn, type Personal } from '../platform/personal.ts';

export const ideasPersonal: Personal = {
  kept: [
    {
      table: 'ideas_idea',
      words: { title: 'line', why: 'line' },
      by: byColumn('author_id'),
      search: { column: 'search', title: 'title', body: 'why' },
      at: 'created_at',
      beside: ['state', 'team_id', 'sight'],
    },
    { table: 'ideas_idea', words: { answer: 'line' }, by: byColumn('answerer_id'), at: 'answered_at', beside: ['id'] },
    {
      table: 'ideas_entry',
      words: { body: 'line' },
      by: byColumn('by_id'),
      appendOnly: true,
      at: 'at',
      beside: ['idea_id', 'what', 'due_at'],
    },
  ],
  tell: async (db, person) => ({
    wouldUse: await db.selectFrom('ideas_support').select(['idea_id', 'at']).where('person_id', '=', person).execute(),
  }),
  // Whom something serves is about that person alone.
  forget: async (tx, person) => void (await tx.deleteFrom('ideas_support').where('person_id', '=', person).execute()),
};
