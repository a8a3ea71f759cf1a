// The tables of mail as Kysely sees them. Only this folder writes them.
import type { Generated, JSONColumnType } from 'kysely';
import type { MailFault, MailState, MailTls } from '../../../contract/mail.ts';

/** Facts for whoever writes the letter; what is secret among them is sealed. */
export type MailFacts = Record<string, string | number | boolean | null>;

export type MailTable = {
  id: string;
  kind: string;
  reader: string;
  bundle: string | null;
  facts: JSONColumnType<MailFacts>;
  message_id: string | null;
  state: Generated<MailState>;
  next_at: Date;
  wanted_at: Date;
  since: Date;
  tries: Generated<number>;
  claim: string | null;
  recipient: string | null;
  reason: string | null;
  said: string | null;
  created_at: Date;
  ended_at: Date | null;
};

export type MailServerTable = {
  id: number;
  host: string | null;
  port: number | null;
  tls: MailTls | null;
  username: string | null;
  /** Sealed. */
  password: string | null;
  from_name: string | null;
  from_address: string | null;
  /** Where calendars answer. */
  answers_to: string | null;
  trouble: MailFault | null;
  trouble_said: string | null;
  trouble_at: Date | null;
  trouble_count: Generated<number>;
  quiet_until: Date | null;
  version: Generated<number>;
};

declare module '../db.ts' {
  interface Tables {
    platform_mail: MailTable;
    platform_mail_server: MailServerTable;
  }
}
