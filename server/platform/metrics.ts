// Figures for Prometheus: time per operation, open streams, the process itself. Nothing about persons.
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = { text: () => Promise<string> };

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: string;
    /** The body is not read before the operation reads it. */
    streams?: boolean;
  }
}

export function measure(http: FastifyInstance, streams: () => number): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'goodturn_operation_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'] as const,
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  });
  new Gauge({
    name: 'goodturn_open_streams',
    help: 'Pages that follow changes now',
    registers: [register],
    collect() {
      this.set(streams());
    },
  });
  http.addHook('onResponse', (request, reply, done) => {
    const operation = request.routeOptions.config.operation;
    if (operation) seconds.observe({ operation, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  return { text: () => register.metrics() };
}
