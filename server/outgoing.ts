// What leaves the house, put together: mail and pushes, with whatever each capability has to say in them. Started as jobs by app.ts.
import { appointmentComposers } from './appointments/invitations.ts';
import { directoryComposers } from './directory/way-in.ts';
import { newsComposers } from './notices/delivery.ts';
import { createLinks } from './notices/links.ts';
import type { Subjects } from './notices/notices.ts';
import { createPush } from './notices/push.ts';
import type { Db } from './platform/db.ts';
import { createMailer, type Mailer, type Server } from './platform/mail/mail.ts';
import { createReach, type Reach } from './platform/outbound.ts';
import { createSecrets } from './platform/secrets.ts';
import { createMailAnswers } from './promises/mail-answers.ts';
import type { PromiseSubjects } from './promises/promises.ts';

export type OutgoingParts = {
  db: Db;
  clock: () => Date;
  secret: string;
  publicUrl: string;
  subjects: Subjects;
  /** Whose things promises are made about. */
  promised: PromiseSubjects;
  /** The mail server that the environment names. */
  mailServer?: Server | undefined;
  /** How push services are reached; another one in tests. */
  reach?: Reach | undefined;
  report: (message: string, cause: unknown) => void;
};

export type Outgoing = ReturnType<typeof createOutgoing>;

export function createOutgoing(parts: OutgoingParts) {
  const { db, clock, secret, publicUrl, subjects, promised, mailServer, reach, report } = parts;
  const secrets = createSecrets(secret);
  const links = createLinks(secrets, publicUrl);
  const answers = createMailAnswers({ secrets, publicUrl, promised, titles: subjects });
  const mailer: Mailer = createMailer({
    db,
    clock,
    secrets,
    publicUrl,
    environment: mailServer,
    report,
    composers: {
      ...directoryComposers({ secrets, publicUrl }),
      ...appointmentComposers({
        publicUrl,
        secrets,
        sender: (tx) => mailer.sender(tx),
        answersTo: (tx) => mailer.answersTo(tx),
      }),
      ...newsComposers({
        subjects,
        links,
        offers: answers.offers,
        threadOf: (matter, reader) => mailer.threadOf(matter, reader),
      }),
    },
  });
  const push = createPush({ db, clock, secrets, subjects, publicUrl, reach: reach ?? createReach() });
  return { publicUrl, secrets, links, answers, mailer, push, mailReady: (tx: Db) => mailer.isReady(tx) };
}
