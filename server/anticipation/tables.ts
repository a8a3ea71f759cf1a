// The tables of anticipation as types; only this folder writes them.
declare module '../platform/db.ts' {
  interface Tables {
    anticipation_learned: {
      service_id: string;
      needed_id: string;
      days: number;
      /** People; see counted in learned.rules.ts. */
      asked: number;
      needed: number;
      by_chance: number;
      lift: number;
      counted_at: Date;
    };
    anticipation_answer: { service_id: string; needed_id: string; person_id: string; wanted: boolean; at: Date };
    anticipation_included: {
      request_id: string;
      needed_id: string;
      service_id: string;
      promise_id: string;
      by_id: string;
      at: Date;
      wanted: boolean | null;
      answered_at: Date | null;
    };
  }
}
export {};
