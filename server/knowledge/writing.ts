// Writing articles: load, decide, save, announce. Entered through knowledge.ts and routes.ts.
import type { Article, ArticleAct, ArticleWords, NewArticle } from '../../contract/knowledge.ts';
import { team } from '../directory/directory.ts';
import { announce } from '../platform/changes.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { answerIn } from '../requests/requests.ts';
import { whyNot } from './access.ts';
import { attachTo, copiesOf } from './files.ts';
import { saveHelped } from './helped.queries.ts';
import * as queries from './queries.ts';
import { beginningFrom, saved, type Kept } from './rules.ts';
import { nameServices } from './services.ts';
import { articleView, subjectOf } from './view.ts';

export type Acting = { tx: Db; who: Who; id: string; now: Date; expected?: number | undefined };

/** What is written, with what goes along: new files, and the services that it is about (left out, they stay). */
export type Written = Omit<ArticleWords, 'attachments' | 'services'> & Along;
type Along = { attachments?: readonly string[] | undefined; services?: readonly string[] | undefined };

/**
 * Begins an article of a team that `who` is in. Refuses `unknownTeam`, `membersOnly`, `archivedTeam`, `unknownFile`, `unknownService`,
 * and what `saved` refuses.
 */
export async function begin(
  tx: Db,
  who: Who,
  input: Written & Pick<NewArticle, 'team'>,
  now: Date,
): Promise<Outcome<Article>> {
  const { team: keeper, ...words } = input;
  const no = await mayBegin(tx, who, keeper);
  return no ?? insert(tx, who, { team: keeper, origin: null, staysInTeam: false }, words, now);
}

async function mayBegin(tx: Db, who: Who, keeper: string): Promise<Refused | null> {
  const found = await team(tx, keeper);
  if (!found) return refused('unknownTeam', { field: 'team' });
  if (found.archived) return refused('archivedTeam', { field: 'team' });
  return memberOf(who, keeper) ? null : refused('membersOnly', { field: 'team' });
}

type From = Omit<queries.Beginning, 'id'>;

async function insert(
  tx: Db,
  who: Who,
  from: From,
  words: Written,
  now: Date,
  id = newId(),
): Promise<Outcome<Article>> {
  const after = saved(null, words, now);
  if (isRefused(after)) return after;
  await queries.insertArticle(tx, { id, ...from }, after, words.checkBy, who.id, words.note, now);
  const no = await goAlong({ tx, who, id, now }, words);
  return no ?? told({ tx, who, id, now }, 'added');
}

/** Hangs new files on the article, and names its services. */
async function goAlong(acting: Acting, { attachments, services }: Along): Promise<Refused | null> {
  const files = await attachTo(acting, attachments);
  if (isRefused(files)) return files;
  return services ? nameServices(acting, services) : null;
}

/** Announces a change and answers with the article as it is now. */
async function told({ tx, who, id }: Acting, kind: string): Promise<Outcome<Article>> {
  await announce(tx, { subject: 'article', id, kind });
  return read(tx, who, id);
}

const isOpen = ({ state, reading }: Pick<Kept, 'state' | 'reading'>) => state === 'published' && reading === 'everyone';

/** Whoever no longer sees an article hears nothing of it any more, and still has it on the page: they hear that its team changed. */
const tellEverybody = (tx: Db, team: string) => announce(tx, { subject: 'team', id: team, kind: 'changed' });

/** One article, for whoever may read it. */
export async function read(db: Db, who: Who, id: string): Promise<Outcome<Article>> {
  const found = await queries.findArticle(db, who, id);
  return found ? articleView(db, who, found) : refused('notFound');
}

/** The article, held until the transaction ends, if `who` may do this with it. */
async function held({ tx, who, id, expected }: Acting, act: ArticleAct): Promise<Outcome<queries.Found>> {
  const found = await queries.lockArticle(tx, who, id);
  if (!found) return refused('notFound');
  const no = whyNot(who, subjectOf(found), act);
  if (no) return no;
  return expected !== undefined && expected !== found.version ? refused('changedMeanwhile') : found;
}

const keptOf = (found: queries.Found): Kept => ({
  title: found.title,
  body: found.body,
  language: found.language,
  state: found.state,
  reading: found.reading,
  staysInTeam: found.stays_in_team,
  publishedAt: found.published_at,
  checkedAt: found.checked_at,
});

/** Writes it anew. Refuses `notFound`, `membersOnly`, `archivedArticle`, `changedMeanwhile`, `unknownFile`, `unknownService`, and what `saved` refuses. */
export async function save(acting: Acting, words: Written, restored: number | null = null) {
  const found = await held(acting, 'save');
  if (isRefused(found)) return found;
  const { tx, who, now } = acting;
  const after = saved(keptOf(found), words, now);
  if (isRefused(after)) return after;
  await queries.saveArticle(tx, found, after, words.checkBy, { by: who.id, note: words.note, restored, now });
  if (isOpen(found) && !isOpen(after)) await tellEverybody(tx, found.team_id);
  return (await goAlong(acting, words)) ?? told(acting, 'changed');
}

/** Brings back the words of an older version as a new one; state and readers stay as they are. */
export async function restoreVersion(acting: Acting, number: number): Promise<Outcome<Article>> {
  const found = await held(acting, 'save');
  if (isRefused(found)) return found;
  const old = await queries.findVersion(acting.tx, acting.id, number);
  if (!old) return refused('notFound');
  const { title, body, language } = old;
  const { state, reading, check_by: checkBy } = found;
  if (state === 'archived') return refused('archivedArticle');
  return save(acting, { title, body, language, state, reading, checkBy, note: '' }, number);
}

/** Says that it is right as it stands. */
export async function check(acting: Acting, checkBy: string | null): Promise<Outcome<Article>> {
  const found = await held(acting, 'check');
  if (isRefused(found)) return found;
  await queries.saveState(acting.tx, acting.id, { check_by: checkBy, checked_at: acting.now });
  return told(acting, 'changed');
}

/** Puts it away, or takes it out again as a draft. Twice is as good as once. */
export async function setArchived(acting: Acting, archived: boolean): Promise<Outcome<Article>> {
  const found = await queries.lockArticle(acting.tx, acting.who, acting.id);
  if (!found) return refused('notFound');
  if (
    (found.state === 'archived') === archived &&
    whyNot(acting.who, subjectOf(found), archived ? 'restore' : 'archive') === null
  )
    return articleView(acting.tx, acting.who, found);
  const may = await held(acting, archived ? 'archive' : 'restore');
  if (isRefused(may)) return may;
  await queries.saveState(acting.tx, acting.id, { state: archived ? 'archived' : 'draft', updated_at: acting.now });
  if (isOpen(found)) await tellEverybody(acting.tx, found.team_id);
  return told(acting, 'changed');
}

/** Remembers whether it helped, once for each person. Refuses `notFound`, `unpublishedArticle`, `archivedArticle`. */
export async function sayHelped(acting: Acting, helped: boolean, spared: boolean): Promise<Outcome<Article>> {
  const found = await held(acting, 'sayHelped');
  if (isRefused(found)) return found;
  await saveHelped(acting.tx, acting.id, acting.who.id, helped, spared, acting.now);
  return told(acting, 'helped');
}

/** Begins a draft of the serving team with what it said in a request, and the files that it said it with. Refuses what `answerIn` refuses, `changedMeanwhile`, `archivedTeam`. */
export async function beginFrom({ tx, who, id: request, now, expected }: Acting, entry: string | undefined) {
  const answer = await answerIn(tx, who, request, entry, now);
  if (isRefused(answer)) return answer;
  if (expected !== undefined && expected !== answer.version) return refused('changedMeanwhile');
  const no = await mayBegin(tx, who, answer.team);
  if (no) return no;
  const id = newId();
  const copies = answer.filesOf === null ? [] : await copiesOf(tx, answer.filesOf, id, now);
  const words: Written = {
    title: answer.title,
    body: beginningFrom(answer.words, copies),
    language: who.language,
    state: 'draft',
    reading: answer.staysInTeam ? 'team' : 'everyone',
    checkBy: null,
    note: '',
  };
  return insert(tx, who, { team: answer.team, origin: request, staysInTeam: answer.staysInTeam }, words, now, id);
}
