// The door of mail out: what is to be written to people is posted in the transaction that caused it, and sent later by a job.
// Who gets what is decided by the capabilities: each brings a composer for the kinds of mail that it posts.
import { newId, transact, type Db } from '../db.ts';
import { orderJob } from '../jobs.ts';
import { isQuiet } from '../quiet.ts';
import type { Secrets } from '../secrets.ts';
import * as outbox from './outbox.ts';
import { lease, useful, waitAfter, type Verdict } from './rules.ts';
import { clearTrouble, findServer, noteTrouble, serverIn } from './server.ts';
import { openLine, type Letter, type Line, type Patience, type Server } from './smtp.ts';

export type { Letter, Server };
export type { NewMail, Posted } from './outbox.ts';
export { forgetMails, forgetMailsOf, mailsOf, pageMails as mailsPage, retry as retryMails } from './outbox.ts';
export { changeMailServer, changeAnswers, forgetServer as forgetMailServer, mailServerState } from './server.ts';
export { grace } from './rules.ts';

/**
 * Posts mails in the transaction that causes them: `post(tx, [{ kind, reader, bundle?, facts?, at?, since? }], now)`.
 * Nothing is written yet: when its time has come, the composer of the kind is asked for the letter, and may say that
 * nothing needs to be said any more, or not yet. Secrets among the facts must be sealed; they go when the mail has gone.
 */
export async function post(tx: Db, mails: readonly outbox.NewMail[], now: Date): Promise<void> {
  await outbox.insertMails(tx, mails, now);
  if (mails.some(({ at }) => at === undefined || at <= now)) await orderJob(tx, 'mail');
}

/** The letter; or when to ask again; or nothing, because it has become needless. Runs in the transaction that commits to sending. */
export type Composed = { letter: Letter } | { later: Date } | { nothing: true };
export type Composer = (tx: Db, mail: outbox.Posted, now: Date) => Promise<Composed>;

export type MailParts = {
  db: Db;
  clock: () => Date;
  secrets: Secrets;
  publicUrl: string;
  /** The server that the environment names; wins over the one in the settings. */
  environment?: Server | undefined;
  composers: Readonly<Record<string, Composer>>;
  report: (message: string, cause: unknown) => void;
  patience?: Patience;
};

export type Mailer = ReturnType<typeof createMailer>;

const usualPatience = { milliseconds: 30_000 };
/** A round ends after this many milliseconds, so that other jobs get their turn; the next one comes within a minute. */
const round = 45_000;

export function createMailer(parts: MailParts) {
  const { db, clock, secrets, environment, patience = usualPatience } = parts;
  const ourName = new URL(parts.publicUrl).hostname;
  const messageIdOf = (id: string) => `<${id}@${ourName}>`;

  /** Sends everything that is due. Any number of processes may do so at once: each mail is taken by one of them. */
  const deliver = async (): Promise<void> => {
    if (await isQuiet(db)) return;
    const row = await findServer(db);
    await outbox.dropOld(db, new Date(clock().getTime() - useful), clock());
    const server = serverIn(row, environment, secrets);
    if (!server || (row.quiet_until && row.quiet_until > clock())) return;
    const began = performance.now();
    let line: Line | undefined;
    let troubled = row.trouble !== null;
    while (performance.now() - began < round) {
      const taken = await take(parts, messageIdOf, clock());
      if (taken === 'none') break;
      if (taken === 'passed') continue;
      if (!line?.isOpen()) {
        const opened = await openLine(server, ourName, patience);
        if ('verdict' in opened) {
          await settle(db, taken, opened.verdict, clock());
          await noteTrouble(db, row, opened.verdict.fault, opened.verdict.said, clock());
          break;
        }
        line = opened;
      }
      const verdict = await line.send(taken.letter, { messageId: taken.messageId, now: clock() });
      await settle(db, taken, verdict, clock());
      if (verdict?.of === 'server') {
        await noteTrouble(db, row, verdict.fault, verdict.said, clock());
        break;
      }
      if (troubled && !verdict) await clearTrouble(db);
      troubled &&= verdict !== null;
    }
    line?.close();
  };

  /** Sends a letter at once, past the outbox, and tells what came of it; null when the server took it. `unset` without a server. */
  const trySending = async (letter: Letter): Promise<Verdict | 'unset' | null> => {
    const server = serverIn(await findServer(db), environment, secrets);
    if (!server) return 'unset';
    const line = await openLine(server, ourName, {
      ...patience,
      milliseconds: Math.min(patience.milliseconds, 15_000),
    });
    if ('verdict' in line) return line.verdict;
    const verdict = await line.send(letter, { messageId: messageIdOf(newId()), now: clock() });
    line.close();
    if (!verdict) await clearTrouble(db);
    return verdict;
  };

  return {
    deliver,
    trySending,
    source: environment ? ('environment' as const) : undefined,
    environment,
    secrets,
    /** Whether there is a server at all. */
    isReady: async (tx: Db): Promise<boolean> => serverIn(await findServer(tx), environment, secrets) !== null,
    /** From whom mails come; null without a server. */
    sender: async (tx: Db): Promise<{ name: string; address: string } | null> => {
      const server = serverIn(await findServer(tx), environment, secrets);
      return server && { name: server.fromName, address: server.fromAddress };
    },
    /** Where answers of calendars come in; null where they do not. */
    answersTo: async (tx: Db): Promise<string | null> => (await findServer(tx)).answers_to,
    /** The Message-ID that all mails to one reader about one matter refer to; tells nothing of either. */
    threadOf: (matter: string, reader: string) =>
      `<${secrets.sign('mail thread', `${matter} ${reader}`).slice(0, 32)}@${ourName}>`,
  };
}

type Taken = { id: string; claim: string; messageId: string; letter: Letter; tries: number; wanted: Date };

/** Takes the next mail that is due, if it still has something to say: from its commit on it may have been sent. */
const take = (
  { db, composers, report }: MailParts,
  messageIdOf: (id: string) => string,
  now: Date,
): Promise<Taken | 'none' | 'passed'> =>
  transact(db, async (tx) => {
    const mail = await outbox.lockDue(tx, now);
    if (!mail) return 'none';
    const compose = composers[mail.kind];
    if (!compose) {
      report(`nobody writes mails of the kind ${mail.kind}`, undefined);
      await outbox.remove(tx, mail.id);
      return 'passed';
    }
    const composed = await compose(tx, mail, now);
    if ('nothing' in composed) {
      await outbox.remove(tx, mail.id);
      return 'passed';
    }
    if ('later' in composed) {
      await outbox.postpone(tx, mail.id, composed.later);
      return 'passed';
    }
    const claim = newId();
    const messageId = mail.message_id ?? messageIdOf(mail.id);
    const { letter } = composed;
    const until = new Date(now.getTime() + lease);
    await outbox.markSending(tx, mail.id, { claim, until, messageId, recipient: letter.to.address });
    return { id: mail.id, claim, messageId, letter, tries: mail.tries, wanted: mail.wanted_at };
  });

async function settle(db: Db, { id, claim, tries, wanted }: Taken, verdict: Verdict | null, now: Date): Promise<void> {
  if (!verdict) {
    await outbox.end(db, id, claim, { state: 'sent' }, now);
    return;
  }
  const { fault: reason, said, of } = verdict;
  // A server that takes nothing at all says nothing about this mail.
  const tried = of === 'mail';
  const at = new Date(now.getTime() + waitAfter(tried ? tries : 0));
  const tooLate = at.getTime() > wanted.getTime() + useful;
  if (verdict.forGood || (tried && tooLate)) await outbox.end(db, id, claim, { state: 'failed', reason, said }, now);
  else await outbox.giveBack(db, id, claim, { at: tried ? at : now, tried, reason, said });
}
