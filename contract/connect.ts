// Webhooks: a program of mine is told what changes, signed by the Standard Webhooks specification. It hears what I would hear.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, instant, line, page, pageQuery } from './shapes.ts';

export const webhookTopics = ['request', 'person', 'team', 'article'] as const;
export const WebhookTopic = z.enum(webhookTopics).meta({
  id: 'WebhookTopic',
  description: 'What changes are about; the type of an event begins with it: `request.promised`, `person.changed`',
});
export type WebhookTopic = z.infer<typeof WebhookTopic>;

export const webhookActs = ['update', 'rotate', 'test', 'resend', 'delete'] as const;
export const Webhook = z
  .object({
    id,
    name: z.string(),
    owner: z.object({ id, name: z.string() }),
    mine: z.boolean(),
    url: z.string().meta({ description: 'Of somebody else’s only the host, because an address may hold a secret' }),
    about: z.array(WebhookTopic),
    active: z.boolean(),
    ended: z
      .enum(['gone', 'failing'])
      .nullable()
      .meta({ description: 'Why we stopped: it answered 410, or nothing but failures for five days' }),
    failingSince: instant.nullable(),
    created: instant,
    version: z.number().int().meta({ description: 'Also the ETag; send it as If-Match with a change' }),
    can: z.array(z.enum(webhookActs)).meta({ description: 'What the asking person may do with it now' }),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;

const url = z.string().trim().max(2000).meta({
  description: 'Where events are posted: https, on the public internet',
  example: 'https://hooks.example.com/in',
});
const about = z.array(WebhookTopic).min(1).max(webhookTopics.length);
export const NewWebhook = z.object({ name: line(80), url, about: about.default(['request']) });
export type NewWebhook = z.infer<typeof NewWebhook>;
export const WebhookChange = z.object({ name: line(80), url, about, active: z.boolean() }).partial();
export type WebhookChange = z.infer<typeof WebhookChange>;

const secret = z.string().meta({ description: 'For checking signatures, told this once: whsec_ and base64' });
export const MadeWebhook = Webhook.extend({ secret }).meta({ id: 'MadeWebhook' });
export type MadeWebhook = z.infer<typeof MadeWebhook>;

export const Delivery = z
  .object({
    id,
    message: z.string().meta({ description: 'The `webhook-id` that is sent, the same at each try: msg_ and the id' }),
    type: z.string().meta({ example: 'request.promised' }),
    at: instant.meta({ description: 'When it happened' }),
    state: z
      .enum(['waiting', 'delivered', 'failed', 'withheld'])
      .meta({ description: 'withheld: by the time of sending its owner could no longer see it' }),
    attempts: z.number().int(),
    next: instant.nullable().meta({ description: 'When it is tried next' }),
    tried: instant.nullable(),
    took: z.number().int().nullable().meta({ description: 'Milliseconds' }),
    status: z.number().int().nullable().meta({ description: 'What was answered' }),
    trouble: z.string().nullable().meta({ description: 'Why nothing was reached', example: 'privateAddress' }),
    response: z.string().nullable().meta({ description: 'The beginning of what was answered' }),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;

/** What is posted. `request` is there for requests, as getRequest answers its owner at the moment of sending. */
export const WebhookEvent = z
  .object({
    type: z.string(),
    timestamp: instant,
    data: z.looseObject({ id, path: z.string().nullable() }),
  })
  .meta({ id: 'WebhookEvent', description: 'The body of a webhook: thin, `data.request` beside it for requests' });
export type WebhookEvent = z.infer<typeof WebhookEvent>;

const byDelivery = z.object({ id, delivery: id });

export const connectApi = {
  listWebhooks: route({
    method: 'GET',
    path: '/api/webhooks',
    summary: 'My webhooks; those of everybody as an administrator',
    query: z.object({ everybody: z.enum(['true', 'false']).default('false') }),
    status: 200,
    response: z.object({ items: z.array(Webhook) }),
  }),
  createWebhook: route({
    method: 'POST',
    path: '/api/webhooks',
    summary: 'Have an address of mine told what changes',
    body: NewWebhook,
    status: 201,
    response: MadeWebhook,
    // It would outlive the token that made it; and the secret is kept in no answer.
    scope: 'never',
    idempotent: false,
  }),
  updateWebhook: route({
    method: 'PATCH',
    path: '/api/webhooks/{id}',
    summary: 'Change a webhook, stop it, or start it again',
    params: byId,
    body: WebhookChange,
    status: 200,
    response: Webhook,
    ifMatch: 'required',
    scope: 'never',
  }),
  rotateWebhookSecret: route({
    method: 'POST',
    path: '/api/webhooks/{id}/secret',
    summary: 'Make a new secret; for 24 hours the earlier one signs too',
    params: byId,
    status: 201,
    response: MadeWebhook,
    scope: 'never',
    idempotent: false,
  }),
  deleteWebhook: route({
    method: 'DELETE',
    path: '/api/webhooks/{id}',
    summary: 'Remove a webhook and the list of what it sent: mine, or anybody’s as an administrator',
    params: byId,
    status: 204,
  }),
  testWebhook: route({
    method: 'POST',
    path: '/api/webhooks/{id}/test',
    summary: 'Send a trial event',
    params: byId,
    status: 202,
    response: Delivery,
  }),
  listDeliveries: route({
    method: 'GET',
    path: '/api/webhooks/{id}/deliveries',
    summary: 'What was sent and what was answered, newest first; kept for 14 days',
    params: byId,
    query: z.object(pageQuery),
    status: 200,
    response: page(Delivery),
  }),
  resendDelivery: route({
    method: 'POST',
    path: '/api/webhooks/{id}/deliveries/{delivery}/resend',
    summary: 'Send it once more, under the same id',
    params: byDelivery,
    status: 202,
    response: Delivery,
  }),
};
