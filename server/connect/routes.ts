// Implements contract/connect.ts.
import { connectApi } from '../../contract/connect.ts';
import { transact } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import * as webhooks from './connect.ts';

export const connectRoutes = ({ mayCall }: { mayCall: webhooks.MayCall }): Served =>
  serve(connectApi, {
    listWebhooks: ({ tx, who, query }) => webhooks.listWebhooks(tx, who, query.everybody === 'true'),
    createWebhook: ({ tx, who, body, now }) =>
      transact(tx, (inside) => webhooks.createWebhook(inside, who, body, mayCall, now)),
    updateWebhook: ({ tx, who, params, body, expected, now }) =>
      webhooks.changeWebhook(tx, who, params.id, body, { expected, mayCall, now }),
    rotateWebhookSecret: ({ tx, who, params, now }) =>
      transact(tx, (inside) => webhooks.rotateSecret(inside, who, params.id, now)),
    deleteWebhook: ({ tx, who, params, now }) => webhooks.removeWebhook(tx, who, params.id, now),
    testWebhook: ({ tx, who, params, now }) => webhooks.testWebhook(tx, who, params.id, now),
    listDeliveries: ({ tx, who, params, query }) => webhooks.listDeliveries(tx, who, params.id, query),
    resendDelivery: ({ tx, who, params, now }) => webhooks.resendDelivery(tx, who, params.id, params.delivery, now),
  });
