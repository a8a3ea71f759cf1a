// Keeps what is on these pages true: reads again what a change in the company may have touched.
import { useEffect } from 'react';
import { auditApi } from '../../contract/audit.ts';
import { connectApi } from '../../contract/connect.ts';
import { tokensApi } from '../../contract/tokens.ts';
import { onChange } from '../platform/live.ts';
import { invalidate } from '../platform/query.ts';

export function FreshNews() {
  useEffect(() => {
    const stops = [
      onChange('token', () => void invalidate(tokensApi.listTokens)),
      onChange('webhook', () => void invalidate(connectApi.listWebhooks, connectApi.listDeliveries)),
      ...['person', 'team', 'company', 'service', 'token', 'webhook'].map((subject) =>
        onChange(subject, () => void invalidate(auditApi.listAudit)),
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
  return null;
}
