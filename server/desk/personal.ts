// Which words the desk keeps: names of views are their owner's, replies are the team's. See platform/personal.ts.
import { byColumn, type Personal } from '../platform/personal.ts';

export const deskPersonal: Personal = {
  kept: [
    { table: 'desk_view', words: { name: 'line' }, by: byColumn('owner_id'), at: 'created_at', beside: ['filter'] },
    { table: 'desk_template', words: { name: 'line', body: 'line' } },
  ],
  // A view that nobody shares goes with whom it served.
  forget: async (tx, person) =>
    void (await tx.deleteFrom('desk_view').where('owner_id', '=', person).where('team_id', 'is', null).execute()),
};
