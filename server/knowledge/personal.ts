// Which words articles keep. They are their team's knowledge and stay; a person who is erased is cut out of them. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';

export const knowledgePersonal: Personal = {
  kept: [
    {
      table: 'knowledge_article',
      words: { title: 'line', body: 'line' },
      search: { column: 'search', title: 'title', body: 'body' },
    },
    { table: 'knowledge_version', words: { title: 'line', body: 'line', note: 'line' }, appendOnly: true },
  ],
};
