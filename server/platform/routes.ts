// The platform's own operations: the stream of changes, health, metrics and the interface's description.
import { sql } from 'kysely';
import { platformApi } from '../../contract/platform.ts';
import type { Db } from './db.ts';
import { docsPage } from './docs.ts';
import { serve, type Served } from './http.ts';
import type { Live } from './live.ts';
import type { Metrics } from './metrics.ts';
import { refused } from './outcome.ts';

type Parts = {
  db: Db;
  live: Live;
  metrics: Metrics;
  document: () => Record<string, unknown>;
};

export const platformRoutes = ({ db, live, metrics, document }: Parts): Served =>
  serve(platformApi, {
    streamEvents: ({ who, query, request }) => ({
      raw: async (reply) => {
        const last = request.headers['last-event-id'];
        reply.hijack();
        reply.raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
          'x-content-type-options': 'nosniff',
        });
        await live.listen(reply.raw, who, typeof last === 'string' ? last : query.after);
      },
    }),
    getHealth: () => ({ status: 'ok' as const }),
    getReady: async () => {
      try {
        await sql`select 1`.execute(db);
        return { status: 'ok' as const };
      } catch {
        return refused('unavailable');
      }
    },
    getMetrics: () => ({
      raw: async (reply) => reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text()),
    }),
    getOpenApi: () => ({ raw: (reply) => reply.type('application/json; charset=utf-8').send(document()) }),
    getDocs: () => ({ raw: (reply) => reply.type('text/html; charset=utf-8').send(docsPage(document())) }),
  });
