// Between a row of requests_request and the request in the state that it is in: pure. Loading and saving: queries.ts.
import type { Every, Request } from './rules.ts';
import type { RequestRecord } from './tables.ts';

export const recordColumns = [
  'r.id',
  'r.number',
  'r.title',
  'r.details',
  'r.state',
  'r.requester_id',
  'r.asked_by_id',
  'r.team_id',
  'r.person_id',
  'r.provider_id',
  'r.greeted_by_id',
  'r.greeted_at',
  'r.greet_by',
  'r.zone',
  'r.ungreeted_at',
  'r.promise_id',
  'r.counter_deliverable',
  'r.counter_due_at',
  'r.counter_reason',
  'r.delivered_at',
  'r.delivered_words',
  'r.close_by',
  'r.closed_by_silence',
  'r.thanks',
  'r.timing',
  'r.quality',
  'r.accuracy',
  'r.decline_reason',
  'r.decline_instead',
  'r.created_at',
  'r.updated_at',
  'r.ended_at',
  'r.sight',
  'r.service_id',
  'r.form_version',
  'r.merged_into_id',
  'r.imported',
  'r.version',
] as const;

/** The row as the state that it is in; the database's constraints promise that the fields are there. */
export function requestOf(row: RequestRecord): Request {
  const every: Every = {
    id: row.id,
    number: row.number,
    title: row.title,
    details: row.details,
    requester: row.requester_id,
    askedBy: row.asked_by_id,
    team: row.team_id,
    person: row.person_id,
    greetedBy: row.greeted_by_id,
    greetedAt: row.greeted_at,
    createdAt: row.created_at,
    sight: row.sight,
    service: row.service_id,
  };
  const provider = row.provider_id ?? '';
  const promise = row.promise_id ?? '';
  const served = {
    provider,
    promise,
    deliveredAt: row.delivered_at ?? row.updated_at,
    done: row.delivered_words ?? '',
  };
  const endedAt = row.ended_at ?? row.updated_at;
  switch (row.state) {
    case 'asked':
      return { ...every, state: 'asked' };
    case 'countered': {
      const due = row.counter_due_at ?? row.updated_at;
      const counter = { deliverable: row.counter_deliverable ?? '', due, reason: row.counter_reason ?? '' };
      return { ...every, state: 'countered', provider, counter };
    }
    case 'promised':
      return { ...every, state: 'promised', provider, promise };
    case 'delivered':
      return { ...every, ...served, state: 'delivered', closeBy: row.close_by ?? row.updated_at };
    case 'closed': {
      const { timing, quality, accuracy } = row;
      const ratings = { timing: timing ?? undefined, quality: quality ?? undefined, accuracy: accuracy ?? undefined };
      const acceptance = row.closed_by_silence ? null : { thanks: row.thanks ?? '', ratings };
      return { ...every, ...served, state: 'closed', endedAt, acceptance };
    }
    case 'declined':
      return {
        ...every,
        state: 'declined',
        endedAt,
        reason: row.decline_reason ?? '',
        instead: row.decline_instead ?? '',
      };
    case 'withdrawn':
      return { ...every, state: 'withdrawn', endedAt, mergedInto: row.merged_into_id };
    case 'revoked':
      return { ...every, state: 'revoked', endedAt };
  }
}

export function columnsOf(request: Request) {
  const counter = request.state === 'countered' ? request.counter : null;
  const served = 'deliveredAt' in request ? request : null;
  const acceptance = request.state === 'closed' ? request.acceptance : null;
  return {
    title: request.title,
    details: request.details,
    state: request.state,
    team_id: request.team,
    person_id: request.person,
    provider_id: 'provider' in request ? request.provider : null,
    greeted_by_id: request.greetedBy,
    greeted_at: request.greetedAt,
    promise_id: 'promise' in request ? request.promise : null,
    counter_deliverable: counter?.deliverable ?? null,
    counter_due_at: counter?.due ?? null,
    counter_reason: counter?.reason ?? null,
    delivered_at: served?.deliveredAt ?? null,
    delivered_words: served?.done ?? null,
    close_by: request.state === 'delivered' ? request.closeBy : null,
    closed_by_silence: request.state === 'closed' && request.acceptance === null,
    thanks: acceptance?.thanks || null,
    timing: acceptance?.ratings.timing ?? null,
    quality: acceptance?.ratings.quality ?? null,
    accuracy: acceptance?.ratings.accuracy ?? null,
    decline_reason: request.state === 'declined' ? request.reason : null,
    decline_instead: request.state === 'declined' ? request.instead : null,
    merged_into_id: request.state === 'withdrawn' ? request.mergedInto : null,
    ended_at: 'endedAt' in request ? request.endedAt : null,
  };
}
