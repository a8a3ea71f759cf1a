// `npm run backup -- FILE`: the whole company, as it is at this instant, in one file. Whoever works goes on working meanwhile.
import { existsSync } from 'node:fs';
import { backUp } from './platform/backup/backup.ts';
import { readCommand, reach, runCommand, sizeInWords } from './platform/backup/command.ts';
import { CannotStart } from './platform/config.ts';

const help = `npm run backup -- FILE [--data FOLDER]

Writes everything in the database into FILE: people, requests, promises, files kept in the database, settings, passwords as hashes.
A running Goodturn goes on; when none runs, its database is started for the moment. FILE must not be there yet.
FILE holds private words: keep it where nobody else reads it. Files in an S3-compatible store are not in it; back that store up, too.
With DATABASE_URL set, that PostgreSQL is backed up instead of the built-in one.`;

await runCommand(async () => {
  const asked = readCommand(process.argv.slice(2), process.env);
  if (!asked) return console.log(help);
  if (existsSync(asked.file)) throw new CannotStart(`${asked.file} is there already; name another file.`);
  const { connection, release } = await reach(asked.config, { fresh: false, warn: console.error });
  const began = Date.now();
  try {
    const made = await backUp(connection, asked.file, new Date());
    const whose = made.company === null ? 'No company yet' : made.company;
    const count = made.rows.toLocaleString('en');
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${whose}: ${count} rows of ${made.tables} tables, ${sizeInWords(made.bytes)}, in ${seconds} s.`);
    console.log(`${asked.file} holds everything, private words among it: keep it where nobody else reads it.`);
  } finally {
    await release();
  }
}, console.error);
