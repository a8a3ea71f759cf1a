// Implements contract/mail.ts: the mail server's settings, a trial, and the queue, for administrators; and the door for mail that comes in.
import { z } from 'zod';
import { mailApi, type Mail, type MailFault, type MailServer, type MailTaken } from '../../contract/mail.ts';
import type { Auth } from '../auth/auth.ts';
import { addressee } from '../directory/directory.ts';
import { audit } from '../platform/audit.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { orderJob } from '../platform/jobs.ts';
import { readMail, type MailTaker } from '../platform/mail/incoming.ts';
import {
  changeAnswers,
  mailServerState,
  mailsPage,
  type Mailer,
  changeMailServer,
  forgetMailServer,
  retryMails,
} from '../platform/mail/mail.ts';
import { isRefused, refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { trialLetter } from './letters.ts';
import type { Links } from './links.ts';

const mailsKey = z.tuple([z.iso.datetime(), z.uuid()]);
const settings = { kind: 'settings', name: 'mail' } as const;

type Parts = {
  mailer: Mailer;
  links: Links;
  /** Who has use for mail that comes in. */
  takers: readonly MailTaker[];
  tried: Auth['tried'];
};

export const mailRoutes = ({ mailer, links, takers, tried }: Parts): Served => {
  const state = (db: Db, now: Date): Promise<MailServer> => mailServerState(db, mailer, now);
  const log = (tx: Db, who: Who, fields: string[], now: Date) =>
    audit(tx, { by: who, act: 'settings.mail', subject: settings, facts: { fields }, at: now });
  return serve(mailApi, {
    getMailServer: ({ tx, now }) => state(tx, now),
    saveMailServer: async ({ tx, who, body, expected, now }) => {
      const fields = await changeMailServer(tx, mailer, body, expected);
      if (isRefused(fields)) return fields;
      await log(tx, who, fields, now);
      await orderJob(tx, 'mail');
      return state(tx, now);
    },
    removeMailServer: async ({ tx, who, now }) => {
      await forgetMailServer(tx);
      await log(tx, who, ['host'], now);
      return state(tx, now);
    },
    saveMailAnswers: async ({ tx, who, body, expected, now }) => {
      const done = await changeAnswers(tx, body.address, expected);
      if (isRefused(done)) return done;
      if (done.changed) await log(tx, who, ['answersTo'], now);
      return state(tx, now);
    },
    deliverMail: async ({ tx, who, request, now }) => {
      if (!Buffer.isBuffer(request.body)) return refused('unsupportedType');
      // Counted for who hands it in: it all comes from one place, whoever wrote it.
      const tooMuch = await tried(tx, 'mail', who.id, now);
      if (tooMuch) return tooMuch;
      const mail = await readMail(request.body);
      let came: MailTaken['came'] = 'nothing';
      for (const take of takers) if (mail && came === 'nothing') came = await take(tx, mail, now);
      return { came };
    },
    tryMail: async ({ tx, who }) => {
      const reader = await addressee(tx, who.id);
      if (!reader) return refused('notFound');
      if (reader.demo) return refused('sampleSendsNothing');
      const verdict = await mailer.trySending(trialLetter(reader, links));
      if (verdict === 'unset') return refused('mailUnset');
      return { sent: !verdict, to: reader.email, fault: verdict?.fault ?? null, said: verdict?.said ?? '' };
    },
    listMails: async ({ tx, query }) => {
      const key = keyIn(query.cursor, mailsKey);
      if (isRefused(key)) return key;
      const rows = await mailsPage(tx, query.state, key, query.limit + 1);
      const { items, next } = paged(rows, query.limit, (row) => [row.created_at.toISOString(), row.id]);
      return { items: items.map(mailOf), next };
    },
    retryMails: async ({ tx, body, now }) => {
      const retried = await retryMails(tx, body.all ? null : (body.ids ?? []), now);
      if (retried > 0) await orderJob(tx, 'mail');
      return { retried };
    },
  });
};

const mailOf = (row: Awaited<ReturnType<typeof mailsPage>>[number]): Mail => ({
  id: row.id,
  kind: row.kind,
  to: row.recipient,
  fault: row.reason as MailFault | null,
  said: row.said ?? '',
  tries: row.tries,
  created: row.created_at.toISOString(),
  next: row.state === 'failed' ? null : row.next_at.toISOString(),
});
