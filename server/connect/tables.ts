// The tables of connect, as kysely sees them. Only this folder writes them.
import type { Generated } from 'kysely';
import type { Delivery, Webhook, WebhookTopic } from '../../contract/connect.ts';

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

declare module '../platform/db.ts' {
  interface Tables {
    connect_webhook: WebhookTable;
    connect_delivery: DeliveryTable;
    connect_cursor: { id: number; cursor: string };
  }
}
