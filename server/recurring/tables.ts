// The tables of recurring as types; only this folder writes them.
import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { ProblemCode } from '../../contract/problems.ts';
import type { Recurrence } from '../../contract/recurrence.ts';

export type AskTable = {
  id: string;
  owner_id: string;
  title: string;
  details: string;
  team_id: string | null;
  person_id: string | null;
  participants: string[];
  recurrence: JSONColumnType<Recurrence>;
  from_date: string;
  until_date: string | null;
  at_time: string;
  zone: string;
  workdays: boolean;
  paused: Generated<boolean>;
  next_date: string | null;
  next_at: Date | null;
  trouble: ProblemCode | null;
  version: Generated<number>;
  created_at: Date;
};
export type AskRow = Selectable<AskTable>;

export type MadeTable = { recurring_id: string; date: string; request_id: string; at: Date };

declare module '../platform/db.ts' {
  interface Tables {
    recurring_ask: AskTable;
    recurring_made: MadeTable;
  }
}
