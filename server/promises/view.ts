// Promises as their readers see them: rows and the whole, with what this reader may do now. Names and titles come in a fixed number of queries.
import {
  promiseMoves,
  type ChainLink,
  type PromiseMove,
  type PromiseRow as RowView,
  type PromiseWhole,
  type Revision,
} from '../../contract/promises.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { personRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { can, isParty, sees } from './access.ts';
import { dependentsOf } from './chain.queries.ts';
import { findPromise, revisionsOf } from './page.queries.ts';
import { ownRisks, type OwnRisk } from './risk.ts';
import { promiseView } from './shown.ts';
import { partiesIn, promiseTitles, standingOf, subjectsSeen } from './sight.ts';
import type { PromiseSubjects } from './subjects.ts';
import type { PromiseRow } from './tables.ts';

export type Reading = { db: Db; who: Who; now: Date; subjects: PromiseSubjects };
type Names = ReadonlyMap<string, PersonRef>;
type Titles = ReadonlyMap<string, { title: string; path: string }>;
/** By the name of the subject. */
type Around = {
  titles: ReadonlyMap<string, Titles>;
  may: ReadonlyMap<string, ReadonlyMap<string, readonly PromiseMove[]>>;
};

const personIn = (names: Names, id: string): PersonRef => names.get(id) ?? { id, name: '', photo: null, active: false };

/** What the promises are about, and what their subjects let the reader do. */
async function aroundOf({ db, who, now, subjects }: Reading, rows: readonly PromiseRow[]): Promise<Around> {
  const bySubject = [...Map.groupBy(rows, ({ subject }) => subject)].filter(([subject]) => subject in subjects);
  const found = await Promise.all(
    bySubject.map(async ([subject, those]) => {
      const ids = [...new Set(those.map(({ subject_id }) => subject_id))];
      const running = those.filter(({ state }) => state !== 'ended').map(({ subject_id }) => subject_id);
      const [titles, may] = await Promise.all([
        subjects[subject]?.titles(db, who, ids),
        subjects[subject]?.acts?.may(db, who, running, now),
      ]);
      return [subject, titles ?? new Map(), may] as const;
    }),
  );
  return {
    titles: new Map(found.map(([subject, titles]) => [subject, titles])),
    may: new Map(found.flatMap(([subject, , may]) => (may ? [[subject, may] as const] : []))),
  };
}

/** What may be done now: by the ledger's own rights, or by those of the subject that makes its own moves. */
function movesOf(row: PromiseRow, who: Who, { may }: Around): PromiseMove[] {
  const own = can(who.id, standingOf(row));
  const theirs = may.get(row.subject);
  if (!theirs) return own;
  const moves = row.state === 'ended' ? [] : (theirs.get(row.subject_id) ?? []);
  return promiseMoves.filter((move) => moves.includes(move) || (move === 'chain' && own.includes(move)));
}

const at = (instant: Date | null) => instant?.toISOString() ?? null;

function rowView(row: PromiseRow, names: Names, around: Around, { who, now }: Reading, own?: OwnRisk): RowView {
  const title = around.titles.get(row.subject)?.get(row.subject_id);
  const { subject, subject_id: id } = row;
  return {
    ...promiseView(row, names, now, own),
    state: row.state,
    about: subject === 'promise' ? null : { subject, id, title: title?.title ?? null, path: title?.path ?? null },
    acceptedAt: at(row.accepted_at),
    closeBy: at(row.close_by),
    endedAt: at(row.ended_at),
    version: row.version,
    can: movesOf(row, who, around),
  };
}

/** Rows of a list, in its order. */
export async function rowViews(reading: Reading, rows: readonly PromiseRow[]): Promise<RowView[]> {
  const [names, around, risks] = await Promise.all([
    personRefs(
      reading.db,
      rows.flatMap(({ promiser_id, promisee_id }) => [promiser_id, promisee_id]),
    ),
    aroundOf(reading, rows),
    ownRisks(reading.db, reading.who.id, rows, reading.now),
  ]);
  return rows.map((row) => rowView(row, names, around, reading, risks.get(row.id)));
}

/** What it grew out of, named only to those who may see that. */
async function originOf({ db, who, subjects }: Reading, row: PromiseRow): Promise<PromiseWhole['origin']> {
  const { origin_subject: subject, origin_id: id } = row;
  if (!subject || !id) return null;
  const titles =
    subject === 'promise' ? await promiseTitles(db, who, [id]) : await subjects[subject]?.titles(db, who, [id]);
  const found = titles?.get(id);
  return { subject, id, title: found?.title ?? null, path: found?.path ?? null };
}

const linkView = (row: PromiseRow, names: Names, opens: boolean, now: Date): ChainLink => ({
  id: opens ? row.id : null,
  by: personIn(names, row.promiser_id),
  deliverable: row.deliverable,
  due: row.due_at.toISOString(),
  state: row.state,
  overdue: row.state === 'open' && now > row.due_at,
  outcome: row.outcome,
});

/** A promise whole, for somebody who may read it; `seesSubject`: also what it is about. */
export async function wholeView(reading: Reading, row: PromiseRow, seesSubject: boolean): Promise<PromiseWhole> {
  const { db, who, now, subjects } = reading;
  const [revisions, below, above, around, origin, risks] = await Promise.all([
    revisionsOf(db, row.id),
    row.depends_on_id ? findPromise(db, row.depends_on_id) : undefined,
    dependentsOf(db, row.id),
    aroundOf(reading, [row]),
    originOf(reading, row),
    ownRisks(db, who.id, [row], now),
  ]);
  const chained = [...(below ? [below] : []), ...above];
  const people = [row, ...chained].flatMap(({ promiser_id, promisee_id }) => [promiser_id, promisee_id]);
  const [names, seen] = await Promise.all([
    personRefs(db, [
      ...people,
      ...revisions.flatMap(({ by_id }) => by_id ?? []),
      ...(row.ask_instead_id ? [row.ask_instead_id] : []),
    ]),
    subjectsSeen(db, who, chained, subjects),
  ]);
  const opens = (each: PromiseRow) => sees(who.id, partiesIn(each), seen(each));
  // Whoever promised what waits for it knows how it fares, though they may not open it.
  const knowsBelow = below && (opens(below) || row.promiser_id === who.id);
  const party = isParty(who.id, partiesIn(row));
  // Why a request's promise was missed is between its promiser and the ledger.
  const told = party && (!subjects[row.subject]?.acts || row.promiser_id === who.id);
  return {
    ...rowView(row, names, around, reading, risks.get(row.id)),
    done: row.done,
    thanks: row.thanks,
    closedBySilence: row.closed_by_silence,
    missReason: told ? row.miss_reason : null,
    missWords: told ? row.miss_words : null,
    askInstead: (row.promisee_id === who.id && row.ask_instead_id && names.get(row.ask_instead_id)) || null,
    origin,
    waitsFor: below && knowsBelow ? linkView(below, names, opens(below), now) : null,
    waitsHidden: below !== undefined && !knowsBelow,
    waiting: above.filter(opens).map((each) => linkView(each, names, true, now)),
    history: historyOf(row, revisions, names, row.subject === 'promise' || seesSubject),
  };
}

type Step = Awaited<ReturnType<typeof revisionsOf>>[number];

/** Step by step; what was said about a thing is for those who see the thing. */
function historyOf(row: PromiseRow, revisions: readonly Step[], names: Names, withWords: boolean): Revision[] {
  let due = row.first_due_at;
  return revisions.map((step) => {
    const before = due;
    if (step.kind === 'accepted' || step.kind === 'returned') due = step.due_at;
    // A delivery notes its reason by a code, which is no words.
    const words = withWords && step.kind !== 'delivered' ? step.reason : null;
    return {
      kind: step.kind,
      at: step.at.toISOString(),
      by: step.by_id === null ? null : personIn(names, step.by_id),
      due: step.due_at.toISOString(),
      deliverable: step.deliverable,
      words,
      inTime: step.at <= before,
    };
  });
}
