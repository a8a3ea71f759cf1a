// Who may do what with a webhook: pure. It is its owner's; administrators know that it is there and may remove it.
import type { Webhook } from '../../contract/connect.ts';
import type { Who } from '../platform/who.ts';

type Seen = { owner_id: string; active: boolean };

export const mayKnow = (who: Who, webhook: Seen): boolean => webhook.owner_id === who.id || who.administrator;

export function webhookCan(who: Who, webhook: Seen): Webhook['can'] {
  if (webhook.owner_id !== who.id) return who.administrator ? ['delete'] : [];
  return webhook.active ? ['update', 'rotate', 'test', 'resend', 'delete'] : ['update', 'rotate', 'delete'];
}
