// The table of overview as a type; only this folder writes it.
export type TimeTable = {
  request_id: string;
  version: number;
  team_id: string;
  greet_minutes: number | null;
  greeted_in_time: boolean | null;
  promise_minutes: number | null;
  offered_minutes: number | null;
  ask_minutes: number | null;
  returned: boolean;
  reopened: boolean;
};

declare module '../platform/db.ts' {
  interface Tables {
    overview_time: TimeTable;
  }
}
