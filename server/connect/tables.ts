// The tables of connect, as kysely sees them. Only this folder writes them.
import type { Generated, JSONColumnType } from 'kysely';
import type { Delivery, Webhook, WebhookTopic } from '../../contract/connect.ts';
import type { RequestImport } from '../../contract/connect-imports.ts';
import type { Refused } from '../platform/outcome.ts';

type WebhookTable = {
  id: string;
  owner_id: string;
  name: string;
  url: string;
  about: WebhookTopic[];
  secret: Buffer;
  earlier_secret: Generated<Buffer | null>;
  earlier_until: Generated<Date | null>;
  active: Generated<boolean>;
  ended: Generated<Webhook['ended'] | null>;
  failing_since: Generated<Date | null>;
  version: Generated<number>;
  created_at: Date;
};

export type DeliveryTable = {
  id: string;
  webhook_id: string;
  type: string;
  subject_id: string;
  change: string | null;
  at: Date;
  state: Delivery['state'];
  attempts: Generated<number>;
  next_at: Date;
  tried_at: Generated<Date | null>;
  took_ms: Generated<number | null>;
  status: Generated<number | null>;
  trouble: Generated<string | null>;
  response: Generated<string | null>;
  created_at: Date;
};

export type StoredTeam = { name: string; count: number; team: string | null };

type ImportTable = {
  id: string;
  source: RequestImport['source'];
  label: string;
  by_id: string;
  state: Generated<RequestImport['state']>;
  teams: JSONColumnType<StoredTeam[]>;
  colleagues: Generated<boolean>;
  done: Generated<number>;
  total: Generated<number>;
  version: Generated<number>;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
};

type ImportItemTable = {
  import_id: string;
  no: number;
  kind: 'file' | 'person' | 'request';
  file: string;
  place: number;
  external_hash: Buffer;
  number: string;
  name: string;
  fate: 'added' | 'known' | 'refused';
  reasons: JSONColumnType<Refused[]>;
  /** Until it is written. */
  payload: JSONColumnType<object, string | null, string | null> | null;
  ours_id: string | null;
  ours_number: number | null;
  written: Generated<boolean>;
};

declare module '../platform/db.ts' {
  interface Tables {
    connect_webhook: WebhookTable;
    connect_delivery: DeliveryTable;
    connect_import: ImportTable;
    connect_import_file: { import_id: string; name: string; bytes: Buffer };
    connect_import_item: ImportItemTable;
    connect_imported: { source: string; kind: 'person' | 'request'; external_hash: Buffer; ours_id: string };
    connect_cursor: { id: number; cursor: string };
  }
}
