// The tables of notices as Kysely sees them. Only this folder writes them.
import type { Generated, JSONColumnType } from 'kysely';
import type { NoticeKind, NoticeParams, NoticeSettings } from '../../contract/notices.ts';

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
  /** The mail that told of it. */
  mail_id: string | null;
  /** When its reader's browsers are to be tapped; null when they were, or need not be. */
  push_at: Date | null;
};

/** Of whoever has chosen anything; everybody else has what is usual. */
export type SettingsTable = {
  person_id: string;
  mail: JSONColumnType<NoticeSettings['mail']>;
  push: JSONColumnType<NoticeSettings['push']>;
  digest_minutes: number | null;
  version: Generated<number>;
};

/** A browser that somebody lets us tap, as its push service knows it. */
export type BrowserTable = {
  id: string;
  person_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  agent: string | null;
  created_at: Date;
};

export type PushKeyTable = {
  id: number;
  public_key: string;
  /** Sealed. */
  private_key: string;
};

declare module '../platform/db.ts' {
  interface Tables {
    notices_notice: NoticeTable;
    notices_settings: SettingsTable;
    notices_browser: BrowserTable;
    notices_push_key: PushKeyTable;
  }
}
