// Implements contract/privacy.ts.
import { Readable } from 'node:stream';
import { privacyApi } from '../../contract/privacy.ts';
import { audit } from '../platform/audit.ts';
import { serve, type Served } from '../platform/http.ts';
import { spoken } from '../platform/placeholders.ts';
import { letSend, quietSince } from '../platform/quiet.ts';
import { erasePerson } from './erasure.ts';
import { dataOf } from './own-data.ts';
import { everything } from './privacy.ts';
import { rules, setRule } from './retention.ts';

export const privacyRoutes = (): Served =>
  serve(privacyApi, {
    exportPersonalData: ({ tx, who, now, language }) => ({
      raw: (reply) => {
        const text = async function* () {
          for await (const part of dataOf(tx, everything, who.id, now)) yield spoken(part, language);
        };
        return reply
          .headers({
            'cache-control': 'no-store',
            'content-disposition': `attachment; filename="goodturn-${now.toISOString().slice(0, 10)}.json"`,
            'x-content-type-options': 'nosniff',
          })
          .type('application/json; charset=utf-8')
          .send(Readable.from(text()));
      },
    }),
    erasePerson: ({ tx, who, params, body, expected, now }) =>
      erasePerson(tx, everything, who, params.id, body, expected, now),
    listRetention: async ({ tx }) => ({ items: await rules(tx) }),
    setRetention: ({ tx, who, params, body, now }) => setRule(tx, who, params, body.months, now),
    getSilence: async ({ tx }) => ({ since: (await quietSince(tx))?.toISOString() ?? null }),
    endSilence: async ({ tx, who, now }) => {
      if (await letSend(tx)) await audit(tx, { by: who, act: 'backup.release', subject: { kind: 'company' }, at: now });
    },
  });
