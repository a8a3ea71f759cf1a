// `npm run restore -- FILE`: makes an empty database what a backup says. The copy sends nothing until an administrator lets it.
import { createInterface } from 'node:readline/promises';
import { endAllAccess } from './auth/auth.ts';
import { readCommand, reach, runCommand } from './platform/backup/command.ts';
import { lookAt, occupantOf, restore, type Restored } from './platform/backup/restore.ts';
import { CannotStart } from './platform/config.ts';
import { audit } from './platform/audit.ts';
import type { Connection, Db } from './platform/db.ts';
import { holdBack } from './platform/quiet.ts';

const help = `npm run restore -- FILE [--data FOLDER] [--replace]

Puts a backup into an empty data folder (or, with DATABASE_URL set, into an empty PostgreSQL database of your own).
FILE is checked from end to end before anything is written, and every table is compared with it afterwards.
--replace destroys the company that is there; its name must be typed.
Everybody signs in anew, and the copy sends no mail, push or webhook until an administrator lets it, under Settings.`;

await runCommand(async () => {
  const asked = readCommand(process.argv.slice(2), process.env);
  if (!asked) return console.log(help);
  const head = await lookAt(asked.file);
  const { connection, release } = await reach(asked.config, { fresh: true, warn: console.error });
  try {
    await mayReplace(connection, asked.replace);
    console.error(`Restoring ${head.company ?? 'a company without a name'} as of ${head.made} …`);
    const began = Date.now();
    tell(await restore(connection, asked.file, head, settle), (Date.now() - began) / 1000);
  } finally {
    await release();
  }
}, console.error);

/** @throws CannotStart when another company lives there and nobody typed its name. */
async function mayReplace(connection: Connection, replace: boolean): Promise<void> {
  const occupant = await occupantOf(connection);
  if (!occupant) return;
  if (!replace)
    throw new CannotStart(
      `${occupant.company} lives in this database. Restore into an empty one (--data names another folder), or add --replace to destroy it.`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(`This destroys ${occupant.company}. Type its name to go on: `);
  terminal.close();
  if (typed.trim() !== occupant.company) throw new CannotStart('That is not its name: nothing was changed.');
}

/** A copy lets nobody in by an old session or link, and is silent. */
async function settle(tx: Db): Promise<void> {
  const now = new Date();
  await endAllAccess(tx);
  await holdBack(tx, now);
  await audit(tx, { by: null, act: 'backup.restore', subject: { kind: 'company' }, at: now });
}

function tell({ company, made, tables, rows }: Restored, seconds: number): void {
  const whose = company ?? 'The company';
  console.log(
    `${whose} as of ${made}: ${rows.toLocaleString('en')} rows of ${tables} tables, compared one by one, in ${seconds.toFixed(1)} s.`,
  );
  console.log('It sends nothing until an administrator signs in and lets it, under Settings.');
}
