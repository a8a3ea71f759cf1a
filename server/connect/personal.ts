// Which texts webhooks and imports keep: what other programs answered, what other systems tell. A person who is erased is cut out of them. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';

export const connectPersonal: Personal = {
  kept: [
    { table: 'connect_delivery', words: { response: 'line' } },
    { table: 'connect_webhook', words: { name: 'line' } },
    // What comes from an earlier system goes to where it belongs, and is forgotten here.
    { table: 'connect_import', words: { label: 'line', teams: { value: '[]' } } },
    {
      table: 'connect_import_item',
      words: { name: 'line', number: 'line', payload: { value: 'null' }, reasons: { value: '[]' } },
    },
  ],
};
