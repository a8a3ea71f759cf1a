// The tables of ideas as types; only this folder writes them.
import type { Generated, Selectable } from 'kysely';
import type { AnswerKind, IdeaEvent, IdeaSight, IdeaState } from '../../contract/ideas.ts';

type IdeaTable = {
  id: string;
  team_id: string | null;
  sight: IdeaSight;
  author_id: string;
  title: string;
  why: string;
  search: string;
  state: IdeaState;
  reached: number;
  answer_by: Date;
  risen_at: Date | null;
  answer_kind: AnswerKind | null;
  answer: string | null;
  answered_at: Date | null;
  answerer_id: string | null;
  promise_id: string | null;
  promiser_id: string | null;
  promisee_id: string | null;
  appointment_id: string | null;
  broken: Generated<boolean>;
  kept: boolean | null;
  created_at: Date;
  moved_at: Date;
  version: Generated<number>;
};
export type IdeaRecord = Omit<Selectable<IdeaTable>, 'search'>;

export type EntryTable = {
  id: string;
  idea_id: string;
  at: Date;
  by_id: string | null;
  what: IdeaEvent | 'message';
  body: string;
  answer_kind: AnswerKind | null;
  to_id: string | null;
  due_at: Date | null;
};

declare module '../platform/db.ts' {
  interface Tables {
    ideas_idea: IdeaTable;
    ideas_entry: EntryTable;
    ideas_support: { idea_id: string; person_id: string; at: Date };
  }
}
