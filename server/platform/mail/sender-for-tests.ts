// For tests: a process that sends what is due, so that one can be killed in the middle of it. Its work comes as JSON in its argument.
import { createSecrets } from '../secrets.ts';
import { openDatabase } from '../db.ts';
import { createMailer, type Server } from './mail.ts';

export type Work = {
  connection: { host: string; port: number; user: string; database: string };
  server: Server;
  now: string;
};

const { connection, server, now } = JSON.parse(process.argv[2] ?? '') as Work;
const database = openDatabase(connection, { size: 2 });
await createMailer({
  db: database.db,
  clock: () => new Date(now),
  secrets: createSecrets('of this test'),
  publicUrl: 'https://help.example.com',
  environment: server,
  composers: {
    plain: async (_tx, mail) => ({
      letter: {
        to: { name: '', address: `${mail.reader}@example.com` },
        subject: 'S',
        text: 'T',
        html: '<p>T</p>',
        language: 'en',
      },
    }),
  },
  report: () => undefined,
}).deliver();
await database.close();
