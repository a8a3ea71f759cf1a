// The tables of requests as types; only this folder writes them.
import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { Sight } from '../../contract/catalog.ts';
import type { Answers } from '../../contract/forms.ts';
import type { LinkKind } from '../../contract/request-links.ts';
import type { ApprovalState } from '../../contract/request-parts.ts';
import type { EntryKind, Ratings, RequestState } from '../../contract/requests.ts';

export type RequestTable = {
  id: string;
  number: number;
  title: string;
  details: string;
  state: RequestState;
  requester_id: string;
  asked_by_id: string | null;
  team_id: string | null;
  person_id: string | null;
  provider_id: string | null;
  greeted_by_id: string | null;
  greeted_at: Date | null;
  greet_by: Date;
  zone: string;
  ungreeted_at: Date | null;
  promise_id: string | null;
  counter_deliverable: string | null;
  counter_due_at: Date | null;
  counter_reason: string | null;
  delivered_at: Date | null;
  delivered_words: string | null;
  close_by: Date | null;
  closed_by_silence: Generated<boolean>;
  thanks: string | null;
  timing: number | null;
  quality: number | null;
  accuracy: number | null;
  decline_reason: string | null;
  decline_instead: string | null;
  created_at: Date;
  updated_at: Date;
  ended_at: Date | null;
  /** Since when its words are gone, by the rule of its team or service. */
  blanked_at: Date | null;
  /** It came from an earlier system: what was closed there was promised nowhere here. */
  imported: Generated<boolean>;
  sight: Generated<Sight>;
  service_id: string | null;
  form_version: number | null;
  /** The request that it goes on in. */
  merged_into_id: string | null;
  version: Generated<number>;
};
export type RequestRecord = Omit<Selectable<RequestTable>, 'blanked_at'>;

type ParticipantTable = { request_id: string; person_id: string; added_by_id: string; added_at: Date };

type MessageTable = {
  id: string;
  request_id: string;
  author_id: string;
  /** Set for a note: only this team reads it. */
  note_team_id: string | null;
  body: string;
  created_at: Date;
  search: Generated<string>;
};

/** Facts of an event; persons and teams by id, put into words and names when read. */
export type StoredFacts = {
  due?: string;
  earlierDue?: string;
  deliverable?: string;
  reason?: string;
  words?: string;
  instead?: string;
  person?: string;
  team?: string;
  inPlaceOf?: string;
  /** What was answered before; kept for the history's sake. */
  before?: Answers;
  inTime?: boolean;
  /** Another request; what happened with it is nothing to those who do not see that one. */
  request?: string;
  link?: LinkKind;
  /** The request that it goes on in; named only to those who see that one. */
  into?: string;
  /** Kept for the history's sake; shown to nobody from here. */
  ratings?: Ratings;
};
type EventTable = {
  id: string;
  request_id: string;
  at: Date;
  by_id: string | null;
  what: EntryKind;
  facts: JSONColumnType<StoredFacts>;
};

type AskRatingTable = {
  request_id: string;
  author_id: string;
  clear: boolean;
  complete: boolean;
  in_time: boolean;
  thanked: boolean;
  words: string;
  at: Date;
};

type AnswerTable = { request_id: string; form_version: number; answers: JSONColumnType<Record<string, unknown>> };

type ApprovalTable = {
  id: string;
  request_id: string;
  /** Their order, from 1. */
  step: number;
  approver_id: string;
  /** Asked in the approver's place. */
  stand_in_id: string | null;
  state: ApprovalState;
  any_of: Generated<boolean>;
  words: Generated<string>;
  asked_at: Date | null;
  answered_by_id: string | null;
  answered_at: Date | null;
};
export type ApprovalRow = Selectable<ApprovalTable>;

type ChecklistTable = {
  id: string;
  request_id: string;
  position: number;
  words: string;
  done_by_id: string | null;
  done_at: Date | null;
};

type LinkTable = { one_id: string; other_id: string; kind: 'related' | 'blocks' | 'partOf'; by_id: string; at: Date };

type OfferTable = { request_id: string; person_id: string; at: Date };

declare module '../platform/db.ts' {
  interface Tables {
    requests_counter: { id: Generated<number>; value: number };
    requests_request: RequestTable;
    requests_words: { request_id: string; search: string };
    requests_participant: ParticipantTable;
    requests_co_requester: ParticipantTable;
    requests_message: MessageTable;
    requests_event: EventTable;
    requests_ask_rating: AskRatingTable;
    requests_answer: AnswerTable;
    requests_approval: ApprovalTable;
    requests_checklist_item: ChecklistTable;
    requests_link: LinkTable;
    requests_offer: OfferTable;
  }
}
