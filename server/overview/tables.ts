// The tables of overview as types; only this folder writes them.
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

export type RatingTable = {
  team_id: string;
  month: string;
  private: boolean;
  timing: number;
  quality: number;
  accuracy: number;
};

export type RatingShareTable = {
  team_id: string;
  month: string;
  private: boolean;
  provider_id: string;
  rated: number;
  timing: number;
  quality: number;
  accuracy: number;
};

declare module '../platform/db.ts' {
  interface Tables {
    overview_time: TimeTable;
    overview_rating: RatingTable;
    overview_rating_share: RatingShareTable;
  }
}
