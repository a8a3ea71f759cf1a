// The words of asks that come round, whose they are, and their end when that person is erased. See platform/personal.ts.
import { removed } from '../platform/placeholders.ts';
import { byColumn, type Personal } from '../platform/personal.ts';

export const recurringPersonal: Personal = {
  kept: [
    {
      table: 'recurring_ask',
      words: { title: 'line', details: 'line' },
      by: byColumn('owner_id'),
      at: 'created_at',
      beside: ['recurrence', 'at_time', 'zone', 'paused'],
    },
  ],
  // Nobody asks any more in the name of somebody who is gone, nor for what they wanted.
  forget: async (tx, person) =>
    void (await tx
      .updateTable('recurring_ask')
      .set({ title: removed, details: '', paused: true, participants: [] })
      .where('owner_id', '=', person)
      .execute()),
};
