// The tables of trust as types; only this folder writes them.
import type { MissReason } from '../../contract/promises.ts';
import type { Kind } from './periods.rules.ts';

export type TallyTable = {
  team_id: string;
  kind: Kind;
  period: string;
  about: string;
  private: boolean;
  kept: number;
  renegotiated: number;
  repaired: number;
  missed: number;
};

export type ShareTable = {
  team_id: string;
  kind: Kind;
  period: string;
  about: string;
  private: boolean;
  promiser_id: string;
  total: number;
};

export type ReasonTable = {
  team_id: string;
  kind: Kind;
  period: string;
  about: string;
  private: boolean;
  miss_reason: MissReason;
  total: number;
};

declare module '../platform/db.ts' {
  interface Tables {
    trust_tally: TallyTable;
    trust_share: ShareTable;
    trust_reason: ReasonTable;
  }
}
