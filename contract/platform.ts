// What every installation answers whatever its capabilities: the stream of changes, health, the description of the interface.
import { z } from 'zod';
import { route } from './route.ts';

const Status = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Status' });

export const platformApi = {
  streamEvents: route({
    method: 'GET',
    path: '/api/events',
    summary:
      'Follow what changes (server-sent events); of more than 50 streams of one person the oldest ends, with `crowded`',
    query: z.object({
      after: z
        .string()
        .regex(/^\d{1,19}-\d{1,19}$/)
        .optional()
        .meta({ description: 'Resume after this event id, like the Last-Event-ID header' }),
    }),
    produces: 'text/event-stream',
    idempotent: false,
    status: 200,
  }),
  getHealth: route({
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the process is alive',
    for: 'anyone',
    status: 200,
    response: Status,
  }),
  getReady: route({
    method: 'GET',
    path: '/readyz',
    summary: 'Whether the database answers',
    for: 'anyone',
    status: 200,
    response: Status,
  }),
  getMetrics: route({
    method: 'GET',
    path: '/metrics',
    summary: 'Figures for Prometheus',
    for: 'anyone',
    produces: 'text/plain',
    status: 200,
  }),
  getOpenApi: route({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This interface as OpenAPI 3.1',
    for: 'anyone',
    produces: 'application/json',
    status: 200,
  }),
  getDocs: route({
    method: 'GET',
    path: '/api/docs',
    summary: 'This interface, to read',
    for: 'anyone',
    produces: 'text/html',
    status: 200,
  }),
};
