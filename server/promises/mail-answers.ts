// Answering a new time by the link in a mail. A link names a promise, a proposal, a person and their answer; it is worth something only
// as long as that person may give that answer in the app, and the answer is given there, by the same acts.
import type { PromiseAnswer } from '../../contract/promise-answers.ts';
import { personRefs, whoAre } from '../directory/directory.ts';
import type { Subjects } from '../notices/notices.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { Who } from '../platform/who.ts';
import { proposalOf, proposalsAbout, recordMailAnswer, type ProposalRow } from './mail-answers.queries.ts';
import { answer as answerHere } from './acts.ts';
import { can } from './access.ts';
import { findPromise } from './page.queries.ts';
import { standingOf } from './sight.ts';
import type { PromiseSubjects } from './subjects.ts';

const purpose = 'promise answer';
type Answer = PromiseAnswer['answer'];

/** By what the notices are about: where the reader of a mail may answer. */
export type Offers = ReadonlyMap<string, { due: Date } & Record<Answer, string>>;

export type MailAnswers = ReturnType<typeof createMailAnswers>;

export type MailAnswersParts = {
  secrets: Secrets;
  publicUrl: string;
  /** Whose acts answer. */
  promised: PromiseSubjects;
  /** What things are called outside. */
  titles: Subjects;
};

/** Links into mails, and what becomes of them. */
export function createMailAnswers(parts: MailAnswersParts) {
  const { secrets, publicUrl } = parts;
  const url = (row: ProposalRow, person: string, answer: Answer): string => {
    const text = [row.id, person, row.proposed_at.getTime().toString(36), answer].join('.');
    return new URL(`/answer/${text}.${secrets.sign(purpose, text)}`, publicUrl).href;
  };
  return {
    /** The links for those of these things of which a new time waits for the reader's answer. */
    offers: async (tx: Db, reader: Who, ids: readonly string[], now: Date): Promise<Offers> => {
      const offers = new Map<string, { due: Date } & Record<Answer, string>>();
      for (const row of await proposalsAbout(tx, ids)) {
        if (!(await mayAnswer(parts, tx, reader, row, now))) continue;
        const [accept, hold] = [url(row, reader.id, 'accept'), url(row, reader.id, 'hold')];
        offers.set(toldAs(parts, row)[1], { due: row.proposed_due_at, accept, hold });
      }
      return offers;
    },
    /** What a link would answer. Refuses `linkGone`, the same for every link that is worth nothing. */
    read: async (db: Db, token: string, now: Date): Promise<Outcome<PromiseAnswer>> => {
      const found = await open(parts, db, token, now);
      return isRefused(found) ? found : found.view;
    },
    /** Answers, once. Refuses `linkGone`. */
    answer: async (tx: Db, token: string, now: Date): Promise<Outcome<PromiseAnswer>> => {
      const found = await open(parts, tx, token, now);
      if (isRefused(found)) return found;
      const { row, who, view } = found;
      const first = await recordMailAnswer(tx, row, { person: who.id, answer: view.answer, now });
      if (!first) return refused('linkGone');
      const given = { answer: view.answer, words: '' };
      const answered = await answerHere({ tx, who, id: row.id, now, subjects: parts.promised }, given);
      return isRefused(answered) ? refused('linkGone') : view;
    },
  };
}

/** What notices about it are about: the thing that moves it, or the promise itself. */
const toldAs = ({ promised }: MailAnswersParts, row: ProposalRow): [kind: string, id: string] =>
  promised[row.subject]?.acts ? [row.subject, row.subject_id] : ['promise', row.id];

/** Only the other side, as long as the proposal waits, its time is ahead, and their place among the people allows it. */
async function mayAnswer({ promised }: MailAnswersParts, db: Db, who: Who, row: ProposalRow, now: Date) {
  if (row.proposed_due_at <= now || (row.proposed_by_id ?? row.promiser_id) === who.id) return false;
  const acts = promised[row.subject]?.acts;
  if (!acts) {
    const whole = await findPromise(db, row.id);
    return whole !== undefined && can(who.id, standingOf(whole)).includes('answer');
  }
  return (await acts.may(db, who, [row.subject_id], now)).get(row.subject_id)?.includes('answer') ?? false;
}

async function open(
  parts: MailAnswersParts,
  db: Db,
  token: string,
  now: Date,
): Promise<Outcome<{ row: ProposalRow; who: Who; view: PromiseAnswer }>> {
  const said = read(parts.secrets, token);
  const row = said && (await proposalOf(db, said.promise));
  if (!row || row.proposed_at.getTime() !== said.proposedAt) return refused('linkGone');
  const [who] = await whoAre(db, [said.person]);
  if (!who || !(await mayAnswer(parts, db, who, row, now))) return refused('linkGone');
  const [kind, id] = toldAs(parts, row);
  const about = (await parts.titles[kind]?.(db, who, [id]))?.get(id);
  // What has become private since is not told here: it is answered inside.
  if (!about || about.quiet) return refused('linkGone');
  const by = row.proposed_by_id ?? row.promiser_id;
  const name = (await personRefs(db, [by])).get(by)?.name ?? '';
  const [due, agreed] = [row.proposed_due_at.toISOString(), row.due_at.toISOString()];
  return { row, who, view: { answer: said.answer, title: about.title, by: name, due, agreed, zone: who.zone } };
}

type Said = { promise: string; person: string; proposedAt: number; answer: Answer };

/** What a link says, if it was made here. */
function read(secrets: Secrets, token: string): Said | null {
  const [, text = '', signature = ''] = /^(.+)\.([\w-]+)$/.exec(token) ?? [];
  if (!secrets.verify(purpose, text, signature)) return null;
  const [promise = '', person = '', proposed = '', answer] = text.split('.');
  if (answer !== 'accept' && answer !== 'hold') return null;
  return { promise, person, proposedAt: parseInt(proposed, 36), answer };
}
