// The tables of appointments as types; only this folder writes them.
import type { Generated, Selectable } from 'kysely';
import type {
  AppointmentAnswer,
  AppointmentState,
  AppointmentStep,
  DeliverableWord,
} from '../../contract/appointments.ts';
import type { MissReason } from '../../contract/promises.ts';

export type AppointmentTable = {
  id: string;
  by_id: string;
  with_id: string;
  asks_id: string;
  title: string;
  place: string;
  note: string;
  at: Date;
  minutes: number;
  zone: string;
  state: Generated<AppointmentState>;
  sequence: Generated<number>;
  set_by_id: string;
  answer: Generated<AppointmentAnswer>;
  /** When the answer was given, as whoever gave it says; null for none, and for those from before this was noted. */
  answered_at: Date | null;
  origin_subject: string | null;
  origin_id: string | null;
  ended_at: Date | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
};
export type AppointmentRecord = Selectable<AppointmentTable>;

export type DeliverableTable = {
  id: string;
  appointment_id: string;
  no: number;
  words: string;
  promise_id: string | null;
  settled: DeliverableWord | null;
  missed_because: MissReason | null;
};
export type DeliverableRecord = Selectable<DeliverableTable>;

export type StepTable = {
  appointment_id: string;
  no: number;
  what: AppointmentStep['what'];
  by_id: string;
  at: Date;
  to_at: Date | null;
  words: Generated<string>;
};

export type ReminderTable = { appointment_id: string; kind: 'soon' | 'over'; sequence: number; at: Date };

export type MailedTable = {
  appointment_id: string;
  person_id: string;
  sequence: number;
  cancelled: boolean;
  /** Null for what was told before answers were. */
  answer: AppointmentAnswer | null;
  /** To whom this calendar answers; null for what was told before that could differ. */
  organizer: string | null;
  at: Date;
};

export type FeedTable = {
  person_id: string;
  token_hash: Buffer;
  ending: string;
  made_at: Date;
  used_at: Date | null;
};

declare module '../platform/db.ts' {
  interface Tables {
    appointments_appointment: AppointmentTable;
    appointments_deliverable: DeliverableTable;
    appointments_step: StepTable;
    appointments_reminder: ReminderTable;
    appointments_mailed: MailedTable;
    appointments_feed: FeedTable;
  }
}
