// How a delivery is named and signed (Standard Webhooks), and how an answer to it is kept. No database.
import { createHmac } from 'node:crypto';

export const secretText = (secret: Buffer): string => `whsec_${secret.toString('base64')}`;

/** The three headers of the specification; one signature for each secret that is good now, the newest first. */
export function signed(id: string, at: Date, body: string, secrets: readonly Buffer[]): Record<string, string> {
  const stamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', secret).update(`${id}.${stamp}.${body}`).digest('base64');
    return `v1,${digest}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': stamp, 'webhook-signature': signatures.join(' ') };
}

export const messageId = (delivery: string): string => `msg_${delivery}`;

/** What somebody answered, as a text that can be kept and read: no controls, no half letters, at most 1,024 of them. */
export const readable = (body: Buffer): string =>
  body
    .toString('utf8')
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, 1000);
