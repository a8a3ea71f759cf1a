// Which texts webhooks keep: what other programs answered. A person who is erased is cut out of them. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';

export const connectPersonal: Personal = {
  kept: [
    { table: 'connect_delivery', words: { response: 'line' } },
    { table: 'connect_webhook', words: { name: 'line' } },
  ],
};
