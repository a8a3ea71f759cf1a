// Keeps what is on these pages true: reads again what a change in the company may have touched.
import { auditApi } from '../../contract/audit.ts';
import { connectApi } from '../../contract/connect.ts';
import { tokensApi } from '../../contract/tokens.ts';
import { invalidate } from '../platform/query.ts';

export function freshen(subject: string): void {
  if (subject === 'token') void invalidate(tokensApi.listTokens);
  if (subject === 'webhook') void invalidate(connectApi.listWebhooks, connectApi.listDeliveries);
  void invalidate(auditApi.listAudit);
}
