// The notices' table as Kysely sees it. Only this folder writes it.
import type { JSONColumnType } from 'kysely';
import type { NoticeKind, NoticeParams } from '../../contract/notices.ts';

export type NoticeTable = {
  id: string;
  person_id: string;
  kind: NoticeKind;
  subject: string;
  subject_id: string;
  actor_id: string | null;
  params: JSONColumnType<NoticeParams>;
  /** Names the occasion: the same one is told to a person once. */
  dedupe: string;
  created_at: Date;
  read_at: Date | null;
};

declare module '../platform/db.ts' {
  interface Tables {
    notices_notice: NoticeTable;
  }
}
