// The HTTP server itself: limits, headers, errors, the built web app. Operations are registered by http.ts.
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { isAway } from './faults.ts';
import { codeOfHttp } from './http.ts';
import { sendProblem } from './sending.ts';
import { refused } from './outcome.ts';
import { languageOf } from './problems.ts';

const megabyte = 1024 * 1024;
const minute = 60_000;
const images = ['image/webp', 'image/jpeg', 'image/png'];

/** How long a caller may take, in milliseconds: to say what they want, to say all of it, and to move at all; and how often that is looked at. */
const usualPatience = { head: 15_000, body: minute, still: 2 * minute, look: 5000 };

/** An HTTP server without operations. `web` is the folder of the built web app; `secure` tells that people reach it by https. */
export async function createServer(settings: {
  web: string;
  secure: boolean;
  log: boolean;
  patience?: typeof usualPatience;
}): Promise<FastifyInstance> {
  const patience = settings.patience ?? usualPatience;
  const http = Fastify({
    logger: settings.log ? { level: 'warn' } : false,
    bodyLimit: megabyte,
    // A file may come over a slow line; anything else has a minute, see below.
    requestTimeout: 10 * minute,
    // Who does not read the answer must not keep it in our memory. A stream of events writes every twenty seconds.
    connectionTimeout: patience.still,
    http: { connectionsCheckingInterval: patience.look },
    keepAliveTimeout: 72_000,
    forceCloseConnections: true,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
    // An address that cannot be decoded, or with a name too long to be one, names nothing.
    frameworkErrors: (_error, request, reply) =>
      sendProblem(reply, languageOf(request.headers['accept-language']), refused('notFound')),
  });
  http.server.headersTimeout = patience.head;
  await http.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        // Nothing becomes HTML or a script but through these two: web/platform/trusted.ts.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['dompurify', 'default'],
      },
    },
    strictTransportSecurity: settings.secure,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  http.addHook('onRequest', (request, reply, done) => {
    if (!mayWait(request.raw.socket, reply.raw)) return void request.raw.socket.destroy();
    const streams = request.routeOptions.config?.streams;
    if (!streams && request.method !== 'GET' && request.method !== 'HEAD') hurry(request.raw, reply.raw, patience.body);
    // Nothing here unpacks: what is small on the way could be endless.
    const packed = request.headers['content-encoding'] ?? 'identity';
    if (packed === 'identity') return done();
    return void sendProblem(reply, languageOf(request.headers['accept-language']), refused('unsupportedType'));
  });
  for (const type of images) {
    http.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: 5 * megabyte }, (_request, body, done) =>
      done(null, body),
    );
  }
  http.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: 20 * megabyte }, (_request, body, done) =>
    done(null, body),
  );
  http.addContentTypeParser('message/rfc822', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // What mailboxes send when somebody stops a mail (RFC 8058): the address says it all.
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1000 },
    (_request, _body, done) => done(null, {}),
  );
  http.setErrorHandler<FastifyError>((error, request, reply) => {
    // Whoever has a key may ask again: then it is done once.
    const code = isAway(error) ? 'unavailable' : codeOfHttp(error.statusCode);
    if (code === 'failed' || code === 'unavailable')
      request.log.error({ err: error, operation: request.routeOptions.config }, 'a call failed');
    return sendProblem(reply, languageOf(request.headers['accept-language']), refused(code));
  });
  await serveWeb(http, settings.web);
  return http;
}

const waiting = new WeakMap<Socket, number>();
const mostWaiting = 20;

/** Whether one connection has not asked for more at once than is kept for somebody who may never read it. */
function mayWait(socket: Socket, answer: ServerResponse): boolean {
  const count = (waiting.get(socket) ?? 0) + 1;
  waiting.set(socket, count);
  answer.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
  return count <= mostWaiting;
}

/** Lets go of a sender who has not said everything in time. */
function hurry(said: IncomingMessage, answer: ServerResponse, patience: number) {
  const late = () => {
    if (said.complete) return;
    if (!answer.headersSent) said.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    said.socket.destroySoon();
  };
  const timer = setTimeout(late, patience);
  answer.once('close', () => clearTimeout(timer));
}

async function serveWeb(http: FastifyInstance, folder: string) {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await http.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      wildcard: false,
      index: false,
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/');
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  http.setNotFoundHandler((request, reply) => {
    const page =
      /^(GET|HEAD)$/.test(request.method) && !/^\/(api|assets)\//.test(request.url) && !/\.\w{2,5}$/.test(request.url);
    if (built && page) return reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
    return sendProblem(reply, languageOf(request.headers['accept-language']), refused('notFound'));
  });
}
