// The process: settings, database, app, one line with the address; and everything ended in order when it is asked to stop.
import { createServer as createSocket } from 'node:net';
import { createApp } from './app.ts';
import { CannotStart, help, readConfig, type Config } from './platform/config.ts';
import { openDatabase, type Connection } from './platform/db.ts';
import { refuseUnfinished } from './platform/backup/unfinished.ts';
import { migrate } from './platform/migrate.ts';
import { checkExternal } from './platform/postgres/external.ts';
import { startPostgres } from './platform/postgres/postgres.ts';

/** What is running, in the order of its starting; stopped in the opposite one. */
const running: { name: string; stop: () => Promise<void> }[] = [];
let stopping: Promise<void> | undefined;

const secondSignalCounts = 1000;
const patience = 40_000;

await run().catch(async (error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : error);
  await stop(error instanceof CannotStart ? 2 : 1);
});

async function run(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config === 'help') {
    console.log(help());
    return;
  }
  listenForSignals();
  const port = config.port === 0 && config.only !== 'jobs' ? await freePort(config.host) : config.port;
  // Browsers give passkeys to a name, never to an address of numbers.
  const host = config.host === '127.0.0.1' || config.host === '::1' ? 'localhost' : config.host;
  const here = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const { connection, tell } = await reachDatabase(config);
  if (stopping) return;

  const database = openDatabase(connection);
  running.push({ name: 'the pool', stop: database.close });
  await refuseUnfinished(database.pool);
  await migrate(database.pool);

  const app = await createApp({
    ...database,
    config: {
      publicUrl: config.publicUrl ?? here,
      files: config.files,
      webhookAllow: config.webhookAllow,
      mailServer: config.mailServer,
    },
    log: true,
    clock: () => new Date(),
  });
  running.push({ name: 'the app', stop: app.stop });
  if (config.demo) {
    console.error('Making the sample company, if it is not there yet; this takes a minute or two.');
    if (!(await app.makeDemo()))
      throw new CannotStart('Another company lives in this data folder: start --demo on a fresh one, with --data.');
  }
  if (config.only !== 'web') await app.startJobs();
  if (config.only !== 'jobs') await listen(app.http, config.host, port);
  if (stopping) return;

  const address = config.publicUrl ?? here;
  tell(address);
  console.log(
    config.only === 'jobs' ? 'Goodturn does its jobs; the web runs elsewhere.' : `Goodturn is ready at ${address}`,
  );
}

async function reachDatabase(config: Config): Promise<{ connection: Connection; tell: (address: string) => void }> {
  if (config.databaseUrl) {
    await checkExternal(config.databaseUrl);
    return { connection: { connectionString: config.databaseUrl }, tell: () => {} };
  }
  const postgres = await startPostgres({ data: config.data, warn: console.error });
  running.push({ name: 'the database', stop: postgres.stop });
  return postgres;
}

type Listener = Awaited<ReturnType<typeof createApp>>['http'];

async function listen(http: Listener, host: string, port: number): Promise<void> {
  try {
    // After a pause thousands of pages come back within seconds; who finds the queue full tries again only much later.
    await http.listen({ host, port, backlog: 4096 });
  } catch (error) {
    throw refusalOf(error, host, port) ?? error;
  }
}

function refusalOf(error: unknown, host: string, port: number): CannotStart | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new CannotStart(`Port ${port} is taken by another program; choose another with --port.`);
  if (code === 'EACCES')
    return new CannotStart(`Port ${port} is not open to this user; choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new CannotStart(`This machine has no address "${host}" to listen on; choose another with --host.`);
  }
  return undefined;
}

/** The address is part of links and of the sign-in's settings, so it must be known before the listener is there. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.once('error', (error) => reject(refusalOf(error, host, 0) ?? error));
    socket.listen(0, host, () => {
      const address = socket.address();
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function listenForSignals(): void {
  let first = 0;
  const asked = () => {
    first ||= Date.now();
    // A terminal's Ctrl C arrives up to three times, through npm and the starter too: that is still one wish.
    if (Date.now() - first > secondSignalCounts) process.exit(1);
    void stop(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked);
  if (process.channel) {
    process.on('disconnect', asked);
    process.channel.unref();
  }
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    setTimeout(() => process.exit(1), patience).unref();
    for (const part of running.toReversed()) {
      await part.stop().catch((error: unknown) => console.error(`Stopping ${part.name} failed:`, error));
    }
    process.exit(code);
  })();
  return stopping;
}
