// What `npm run backup` and `npm run restore` have in common: their settings, the database they work on, how they end.
import { resolve } from 'node:path';
import { CannotStart, readConfig, type Config } from '../config.ts';
import type { Connection } from '../db.ts';
import { checkExternal } from '../postgres/external.ts';
import { startPostgres } from '../postgres/postgres.ts';
import { findRunning, hasCluster } from '../postgres/running.ts';

type Asked = { file: string; replace: boolean; config: Config };
type Reached = { connection: Connection; release: () => Promise<void> };

/** The file, `--replace`, and the settings that name a database. Null when help was asked for. */
export function readCommand(args: readonly string[], variables: Record<string, string | undefined>): Asked | null {
  const files = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--data');
  const replace = args.includes('--replace');
  const config = readConfig(
    args.filter((arg) => !files.includes(arg) && arg !== '--replace'),
    variables,
  );
  if (config === 'help') return null;
  const [file, ...more] = files;
  if (!file || more.length > 0) throw new CannotStart('Name one file; --help shows how.');
  // npm goes to its own folder first; a path means the folder in which it was typed.
  return { file: resolve(variables['INIT_CWD'] ?? '.', file), replace, config };
}

/** Joins the database where it runs, or starts the built-in one for as long as it is needed. */
export async function reach(
  config: Config,
  { fresh, warn }: { fresh: boolean; warn: (sentence: string) => void },
): Promise<Reached> {
  const nothing = async () => {};
  if (config.databaseUrl) {
    await checkExternal(config.databaseUrl);
    return { connection: { connectionString: config.databaseUrl }, release: nothing };
  }
  if (!fresh) {
    if (!hasCluster(config.data))
      throw new CannotStart(`There is no Goodturn in ${config.data}; name its data folder with --data.`);
    const running = await findRunning(config.data);
    if (running) return { connection: running, release: nothing };
  }
  const postgres = await startPostgres({ data: config.data, warn });
  return { connection: postgres.connection, release: postgres.stop };
}

/** Runs a command to its end: what is wrong is told in a sentence, exit code 2 when whoever started it must mend something. */
export async function runCommand(work: () => Promise<void>, say: (what: unknown) => void): Promise<void> {
  try {
    await work();
  } catch (error) {
    say(error instanceof CannotStart ? error.message : error);
    process.exitCode = error instanceof CannotStart ? 2 : 1;
  }
}

/** "3.4 MB" */
export const sizeInWords = (bytes: number): string =>
  new Intl.NumberFormat('en', {
    style: 'unit',
    unit: bytes < 1e6 ? 'kilobyte' : bytes < 1e9 ? 'megabyte' : 'gigabyte',
    maximumFractionDigits: 1,
  }).format(bytes / (bytes < 1e6 ? 1e3 : bytes < 1e9 ? 1e6 : 1e9));
