// Implements contract/recurring.ts.
import { recurringApi } from '../../contract/recurring.ts';
import { serve, type Served } from '../platform/http.ts';
import * as recurring from './recurring.ts';

export const recurringRoutes = (): Served =>
  serve(recurringApi, {
    listRecurring: ({ tx, who, query }) => recurring.list(tx, who, query),
    createRecurring: ({ tx, who, body, now }) => recurring.create(tx, who, body, now),
    getRecurring: ({ tx, who, params }) => recurring.read(tx, who, params.id),
    updateRecurring: ({ tx, who, params, body, expected, now }) =>
      recurring.update(tx, who, { id: params.id, expected, change: body, now }),
    removeRecurring: ({ tx, who, params }) => recurring.remove(tx, who, params.id),
  });
