// For tests: an outbox on a database of its own, mailboxes that are closed when the test is over, and a clock that the test moves.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sql } from 'kysely';
import { transact, type Db } from '../db.ts';
import { createSecrets } from '../secrets.ts';
import { createTestDatabase } from '../test.ts';
import { certificate, openCable, openMailbox, type Mailbox, type Moods } from './for-tests.ts';
import { createMailer, post, type Letter, type Mailer, type NewMail } from './mail.ts';
import type { Server } from './smtp.ts';

export const letterTo = (reader: string): Letter => ({
  to: { name: 'Ääni Ñ. Иванова', address: `${reader}@example.com` },
  subject: `Для ${reader}: “häät”`,
  text: 'Plain words',
  html: '<p>Fine words</p>',
  language: 'ru',
});
export const plain = (reader: string): NewMail => ({ kind: 'plain', reader });

/** Sets up the hooks of the file; what it answers is fresh for each test. */
export function standOutbox() {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let open: Mailbox[] = [];
  const house = {
    now: new Date(0),
    db: undefined as unknown as Db,
    pass: (minutes: number) => (house.now = new Date(house.now.getTime() + minutes * 60_000)),
    mailbox: async (moods?: Moods) => {
      const opened = await openMailbox(moods);
      open.push(opened);
      return opened;
    },
    /** A line to a mailbox that somebody may cut; it closes the mailbox with itself. */
    cable: async (to: Mailbox, how: Parameters<typeof openCable>[1]) => {
      const opened = await openCable(to, how);
      open = [...open.filter((one) => one !== to), opened];
      return opened;
    },
    mailerFor: (environment: Server | undefined, milliseconds = 2000): Mailer =>
      createMailer({
        db: house.db,
        clock: () => house.now,
        secrets: createSecrets('of this test'),
        publicUrl: 'https://help.example.com',
        environment,
        composers: {
          plain: async (_tx, mail) => ({ letter: { ...letterTo(mail.reader), thread: '<thread@help.example.com>' } }),
          needless: async () => ({ nothing: true }),
          early: async (_tx, mail, at) =>
            mail.facts['at'] && at < new Date(String(mail.facts['at']))
              ? { later: new Date(String(mail.facts['at'])) }
              : { letter: letterTo(mail.reader) },
        },
        report: () => undefined,
        patience: { milliseconds, ca: certificate },
      }),
    write: (...mails: NewMail[]) => transact(house.db, (tx) => post(tx, mails, house.now)),
    rows: () => house.db.selectFrom('platform_mail').selectAll().orderBy('id').execute(),
    states: async () => (await house.rows()).map(({ state, tries, reason }) => [state, tries, reason]),
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    house.db = database.db;
  });
  beforeEach(async () => {
    house.now = new Date('2026-11-24T08:00:00Z');
    await sql`delete from platform_mail`.execute(house.db);
    await sql`update platform_mail_server set trouble = null, trouble_count = 0, quiet_until = null`.execute(house.db);
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()));
    open = [];
  });
  afterAll(() => database.drop());
  return house;
}
