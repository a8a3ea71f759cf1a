// The tables of goals as types; only this folder writes them.
import type { Generated, Selectable } from 'kysely';
import type { NewGoal, Within } from '../../contract/goals.ts';
import type { ClockState } from './clock.rules.ts';

type GoalTable = {
  id: string;
  team_id: string;
  sentence: string;
  every_ask: boolean;
  starts: NewGoal['starts'];
  ends: NewGoal['ends'];
  time: NonNullable<NewGoal['time']>;
  count: number;
  unit: Within['unit'];
  share: number;
  days: number;
  version: Generated<number>;
  created_at: Date;
  archived_at: Date | null;
  measure: Generated<number>;
  measured_at: Date;
  team_version: number;
  seen_to: Date;
  back_at: Date | null;
  back_id: string | null;
  several: Generated<boolean>;
};
export type GoalRecord = Selectable<GoalTable>;

export type ClockTable = {
  goal_id: string;
  request_id: string;
  version: number;
  measure: number;
  private: boolean;
  state: ClockState;
  started_at: Date | null;
  due_at: Date | null;
  warn_at: Date | null;
  ended_at: Date | null;
  /** Local date of the team. */
  day: string | null;
  within: boolean | null;
  bucket: number | null;
};

declare module '../platform/db.ts' {
  interface Tables {
    goals_goal: GoalTable;
    goals_service: { goal_id: string; service_id: string };
    goals_clock: ClockTable;
    goals_day: { goal_id: string; measure: number; day: string; private: boolean; met: number; missed: number };
    goals_length: {
      goal_id: string;
      measure: number;
      day: string;
      private: boolean;
      bucket: number;
      clocks: number;
    };
    goals_told: { goal_id: string; request_id: string; what: 'near' | 'missed'; at: Date };
  }
}
