// Which words courtesy keeps: notes are their writer's, standards are the team's; answers go with whoever gave or got them. See platform/personal.ts.
import { byColumn, inColumn, type Personal } from '../platform/personal.ts';
import { forgetPerson, saidBy } from './queries.ts';

export const courtesyPersonal: Personal = {
  kept: [
    {
      table: 'courtesy_note',
      words: { words: 'line' },
      by: byColumn('by_id'),
      of: inColumn('request_id'),
      at: 'at',
      beside: ['request_id'],
    },
    { table: 'courtesy_standard', words: { greeting: 'line', closing: 'line' } },
  ],
  // What others said of one's asks is told to nobody, not even here: it would be theirs.
  tell: async (db, person) => ({ courtesy: await saidBy(db, person) }),
  forget: forgetPerson,
};
