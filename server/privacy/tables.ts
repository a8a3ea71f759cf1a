// The table of privacy as Kysely sees it. Only this folder writes it.
import type { RetentionRule } from '../../contract/privacy.ts';

declare module '../platform/db.ts' {
  interface Tables {
    privacy_retention: { kind: RetentionRule['kind']; subject_id: string; months: number; changed_at: Date };
  }
}
