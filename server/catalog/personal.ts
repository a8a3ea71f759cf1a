// Which words the catalog keeps. They are the team's and stay; a person who is erased is cut out of them. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';

export const catalogPersonal: Personal = {
  kept: [
    {
      table: 'catalog_service',
      words: {
        name: 'line',
        description: 'line',
        greeting_standard: 'line',
        closing_standard: 'line',
        checklist: { value: '[]' },
      },
    },
  ],
};
