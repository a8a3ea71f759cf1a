// From a row to an idea as the rules know it; the database's constraints promise that the fields are there.
import { rungs } from '../../contract/ideas.ts';
import type { Subject } from './access.ts';
import type { Found } from './queries.ts';
import type { Answer, Idea } from './rules.ts';
import type { IdeaRecord } from './tables.ts';

export const answerIn = (row: IdeaRecord): Answer | null =>
  row.answer_kind && row.answerer_id && row.answered_at
    ? { kind: row.answer_kind, by: row.answerer_id, words: row.answer ?? '', at: row.answered_at }
    : null;

export function ideaOf(row: IdeaRecord): Idea {
  const every = { id: row.id, author: row.author_id, reached: rungs[row.reached] ?? 'heard', broken: row.broken };
  const answer = answerIn(row);
  if (row.state === 'heard') return { ...every, state: 'heard' };
  if (row.state === 'withdrawn') return { ...every, state: 'withdrawn', answer };
  if (!answer) throw new Error(`The idea ${row.id} was never answered.`);
  if (row.state === 'decided' || row.state === 'declined') return { ...every, state: row.state, answer };
  if (row.state === 'done') return { ...every, state: 'done', answer, kept: row.kept ?? false };
  const { promise_id: promise, promiser_id: promiser, promisee_id: promisee, appointment_id: appointment } = row;
  if (!promise || !promiser || !promisee) throw new Error(`The idea ${row.id} stands on no promise.`);
  if (row.state === 'committed') return { ...every, state: 'committed', answer, promise, promiser, promisee };
  if (!appointment) throw new Error(`The idea ${row.id} has no appointment.`);
  return { ...every, state: 'appointed', answer, promise, promiser, promisee, appointment };
}

export const subjectOf = (row: Found): Subject => ({
  team: row.team_id,
  sight: row.sight,
  author: row.author_id,
  promiser: row.promiser_id,
  promisee: row.promisee_id,
  led: row.led,
  state: row.state,
});
