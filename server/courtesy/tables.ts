// The tables of courtesy as types; only this folder writes them. Dates (months) come as text.
import type { Generated, JSONColumnType } from 'kysely';
import type { AskingQuestion, MissingThing, ServingQuestion } from '../../contract/courtesy.ts';

declare module '../platform/db.ts' {
  interface Tables {
    courtesy_standard: {
      team_id: string;
      greeting: string;
      closing: string;
      version: Generated<number>;
      updated_at: Date;
    };
    courtesy_asking: {
      request_id: string;
      by_id: string;
      question: AskingQuestion;
      yes: boolean;
      missing: MissingThing | null;
      asker_id: string;
      service_id: string | null;
      team_id: string | null;
      at: Date;
      counted_in: string | null;
      placed_in: string | null;
    };
    courtesy_serving: {
      request_id: string;
      by_id: string;
      question: ServingQuestion;
      yes: boolean;
      team_id: string;
      server_id: string;
      at: Date;
      counted_in: string | null;
    };
    courtesy_note: { request_id: string; by_id: string; words: string; at: Date };
    courtesy_asking_count: {
      asker_id: string;
      question: AskingQuestion;
      month: string;
      answers: number;
      yes: number;
      missing: Generated<Partial<Record<MissingThing, number>>>;
    };
    courtesy_missing_count: {
      asker_id: string;
      place_id: string;
      place: 'service' | 'team';
      month: string;
      answers: number;
      missing: JSONColumnType<Partial<Record<MissingThing, number>>>;
    };
    courtesy_serving_count: {
      team_id: string;
      question: ServingQuestion;
      month: string;
      answers: number;
      yes: number;
    };
  }
}
